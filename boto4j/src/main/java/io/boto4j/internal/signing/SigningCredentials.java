package io.boto4j.internal.signing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys one signature is made with.
 *
 * @param accessKeyId names the key; it is sent
 * @param secretAccessKey makes the signature; it never leaves the process
 * @param sessionToken belongs to temporary credentials and is sent; null or empty where there is
 *     none
 */
public record SigningCredentials(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
  /**
   * Makes credentials.
   *
   * @param accessKeyId the access key's id
   * @param secretAccessKey the secret access key
   * @param sessionToken the session token, or null
   * @throws NullPointerException if one of the first two is null
   */
  public SigningCredentials {
    Objects.requireNonNull(accessKeyId, "accessKeyId");
    Objects.requireNonNull(secretAccessKey, "secretAccessKey");
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "SigningCredentials[" + accessKeyId + "]";
  }
}
