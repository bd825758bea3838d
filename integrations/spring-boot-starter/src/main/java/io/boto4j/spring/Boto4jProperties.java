package io.boto4j.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the session, {@code boto4j.*}. Those of clients are {@link ClientProperties},
 * and have the same prefix.
 *
 * @param profile The profile of the shared files.
 * @param dataPath Folders of further service models.
 * @param credentials Credentials, instead of those that boto3's chain of providers finds.
 * @param services Options of the clients of one service, by its name, such as dynamodb.
 * @param health What the health indicator checks.
 */
@ConfigurationProperties("boto4j")
public record Boto4jProperties(
    @Nullable String profile,
    @DefaultValue List<Path> dataPath,
    @DefaultValue Credentials credentials,
    @DefaultValue Map<String, ClientProperties> services,
    @DefaultValue Health health) {

  /**
   * Credentials, {@code boto4j.credentials.*}: an access key, a role that the application assumes,
   * or both.
   *
   * @param accessKeyId The access key ID.
   * @param secretAccessKey The secret access key.
   * @param sessionToken The session token of temporary credentials.
   * @param roleArn ARN of a role to assume with the other credentials.
   * @param roleSessionName Name of the role's session, which CloudTrail records.
   * @param roleDuration Lifetime of the role's credentials, which are renewed before they expire.
   * @param externalId The external ID on which the owner of the role insists.
   */
  public record Credentials(
      @Nullable String accessKeyId,
      @Nullable String secretAccessKey,
      @Nullable String sessionToken,
      @Nullable String roleArn,
      @Nullable String roleSessionName,
      @Nullable Duration roleDuration,
      @Nullable String externalId) {

    /** Returns which credentials are set, without any secret. */
    @Override
    public String toString() {
      return "Credentials[accessKey="
          + (accessKeyId == null ? "none" : "set")
          + ", roleArn="
          + roleArn
          + "]";
    }
  }

  /**
   * The health indicator, {@code boto4j.health.*}.
   *
   * @param calls Calls without parameters that must succeed, such as sts:GetCallerIdentity.
   * @param timeout Time limit for each of these calls.
   */
  public record Health(@DefaultValue List<String> calls, @DefaultValue("5s") Duration timeout) {}
}
