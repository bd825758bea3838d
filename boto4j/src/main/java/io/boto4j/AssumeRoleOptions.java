package io.boto4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters of STS's {@code AssumeRole} with which a session {@linkplain Session#assumeRole
 * assumes a role}. Every one is optional.
 *
 * <p>Not safe for use by multiple threads.
 *
 * <pre>{@code
 * Session reader = session.assumeRole("arn:aws:iam::123456789012:role/reader",
 *     o -> o.roleSessionName("report").externalId("acme").tags(Map.of("team", "billing")));
 * }</pre>
 */
public final class AssumeRoleOptions {
  private final Map<String, Object> arguments = new LinkedHashMap<>();

  AssumeRoleOptions() {}

  /**
   * Sets the name of the role's session, which CloudTrail records. The default is {@code
   * botocore-session-} and the time in epoch seconds.
   *
   * @param name 2 to 64 letters, digits and characters of {@code _=,.@-}; checked by STS
   * @return this
   */
  public AssumeRoleOptions roleSessionName(String name) {
    return put("RoleSessionName", name);
  }

  /**
   * Sets the lifetime of the credentials. The default is that of STS, an hour. The session gets new
   * ones before they expire.
   *
   * @param duration 15 minutes up to the maximum of the role, which STS checks; fractions of a
   *     second are dropped
   * @return this
   * @throws IllegalArgumentException if {@code duration} is shorter than a second
   */
  public AssumeRoleOptions duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1 || seconds > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("duration must be at least 1 second: " + duration);
    }
    return put("DurationSeconds", (int) seconds);
  }

  /**
   * Sets the external id, on which the owner of the role and those who may assume it have agreed.
   *
   * @param id the external id
   * @return this
   */
  public AssumeRoleOptions externalId(String id) {
    return put("ExternalId", id);
  }

  /**
   * Sets an inline session policy. The session is allowed what both the role and the session's
   * policies allow.
   *
   * @param json an IAM policy as JSON
   * @return this
   */
  public AssumeRoleOptions policy(String json) {
    return put("Policy", json);
  }

  /**
   * Sets managed session policies. The session is allowed what both the role and the session's
   * policies allow.
   *
   * @param arns the ARNs of the policies
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
   * Sets the session tags.
   *
   * @param tags the values by key, copied
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
   * Sets the session tags that are passed on when the session assumes further roles.
   *
   * @param keys the keys of the tags
   * @return this
   */
  public AssumeRoleOptions transitiveTagKeys(String... keys) {
    return put("TransitiveTagKeys", List.of(keys));
  }

  /**
   * Sets the source identity, which CloudTrail records and which stays the same in all roles that
   * the session assumes.
   *
   * @param identity the identity, such as a user's name
   * @return this
   */
  public AssumeRoleOptions sourceIdentity(String identity) {
    return put("SourceIdentity", identity);
  }

  /**
   * Sets the MFA device that the role requires.
   *
   * <p>The code is obtained once, from the session's {@linkplain Session.Builder#mfaPrompt prompt}.
   * When the credentials expire, calls fail with a {@link
   * io.boto4j.error.RefreshWithMfaUnsupportedException} and a new session is needed.
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
