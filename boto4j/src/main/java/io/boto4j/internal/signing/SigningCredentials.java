package io.boto4j.internal.signing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one signature.
 *
 * @param accessKeyId the id of the key, which is sent
 * @param secretAccessKey the key itself, which never leaves the process
 * @param sessionToken the token of temporary credentials, which is sent; otherwise null or empty
 */
public record SigningCredentials(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
  /**
   * Creates credentials.
   *
   * @param accessKeyId the access key's id
   * @param secretAccessKey the secret access key
   * @param sessionToken the session token, or null
   * @throws NullPointerException if the id or the key is null
   */
  public SigningCredentials {
    Objects.requireNonNull(accessKeyId, "accessKeyId");
    Objects.requireNonNull(secretAccessKey, "secretAccessKey");
  }

  /** Returns the id only. */
  @Override
  public String toString() {
    return "SigningCredentials[" + accessKeyId + "]";
  }
}
