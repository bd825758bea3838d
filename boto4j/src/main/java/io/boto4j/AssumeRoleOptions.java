package io.boto4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects what STS is asked for when a session {@linkplain Session#assumeRole assumes a role}; all
 * of it optional. Used by one thread.
 */
public final class AssumeRoleOptions {
  private final Map<String, Object> arguments = new LinkedHashMap<>();

  AssumeRoleOptions() {}

  /**
   * Sets the name of the role's session, which CloudTrail shows.
   *
   * @param name 2 to 64 letters, digits and {@code =,.@-_}; instead of {@code botocore-session-}
   *     and the time
   * @return this
   */
  public AssumeRoleOptions roleSessionName(String name) {
    return put("RoleSessionName", name);
  }

  /**
   * Sets for how long credentials are asked for.
   *
   * @param duration in whole seconds, from 15 minutes to what the role allows; instead of an hour
   * @return this
   * @throws IllegalArgumentException if it is not a positive number of seconds
   */
  public AssumeRoleOptions duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1 || seconds > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("Not 1 s or more: " + duration);
    }
    return put("DurationSeconds", (int) seconds);
  }

  /**
   * Sets the id that the owner of the role has agreed on with whoever assumes it.
   *
   * @param id the external id
   * @return this
   */
  public AssumeRoleOptions externalId(String id) {
    return put("ExternalId", id);
  }

  /**
   * Sets a policy that allows the session less than the role.
   *
   * @param json an IAM policy
   * @return this
   */
  public AssumeRoleOptions policy(String json) {
    return put("Policy", json);
  }

  /**
   * Sets managed policies that allow the session less than the role.
   *
   * @param arns their ARNs
   * @return this
   */
  public AssumeRoleOptions policyArns(String... arns) {
    List<Map<String, String>> list = new ArrayList<>();
    for (String arn : arns) {
      list.add(Map.of("arn", arn));
    }
    return put("PolicyArns", list);
  }

  /**
   * Sets the tags of the session.
   *
   * @param tags keys to values, copied
   * @return this
   */
  public AssumeRoleOptions tags(Map<String, String> tags) {
    List<Map<String, String>> list = new ArrayList<>();
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      list.add(Map.of("Key", tag.getKey(), "Value", tag.getValue()));
    }
    return put("Tags", list);
  }

  /**
   * Sets which tags go on to the roles that the session assumes.
   *
   * @param keys the keys of the tags
   * @return this
   */
  public AssumeRoleOptions transitiveTagKeys(String... keys) {
    return put("TransitiveTagKeys", List.of(keys));
  }

  /**
   * Sets who is behind the session, which stays so in all roles it assumes.
   *
   * @param identity as a user's name
   * @return this
   */
  public AssumeRoleOptions sourceIdentity(String identity) {
    return put("SourceIdentity", identity);
  }

  /**
   * Sets the device whose code the role wants. The code is asked for by the session's {@linkplain
   * Session.Builder#mfaPrompt prompt}, once: when the credentials expire, a new session is needed.
   *
   * @param number the device's serial number or ARN
   * @return this
   */
  public AssumeRoleOptions mfaSerial(String number) {
    return put("SerialNumber", number);
  }

  Map<String, Object> arguments(String roleArn) {
    Map<String, Object> complete = new LinkedHashMap<>(arguments);
    complete.put("RoleArn", Objects.requireNonNull(roleArn, "roleArn"));
    return complete;
  }

  private AssumeRoleOptions put(String name, Object value) {
    arguments.put(name, Objects.requireNonNull(value, name));
    return this;
  }
}
