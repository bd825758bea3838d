package io.boto4j.local.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose access key it is.
 *
 * @param account the account, 12 digits
 * @param arn the ARN of the user, role session or account root
 * @param secret the secret of the key, or null if the key is unknown
 * @param token the session token that must come with the signature, or null
 * @param expiration the end of temporary credentials, or null
 * @param active false for a key that was made inactive
 */
public record Principal(
    String account,
    String arn,
    @Nullable String secret,
    @Nullable String token,
    @Nullable Instant expiration,
    boolean active) {
  /** Creates the principal of an unknown key, with which any secret will do. */
  public Principal(String account, String arn) {
    this(account, arn, null, null, null, true);
  }

  /** Leaves the secrets out. */
  @Override
  public String toString() {
    return "Principal[" + arn + "]";
  }
}
