package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a bearer token cannot be obtained: boto3's {@code TokenRetrievalError}. */
public final class TokenRetrievalException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param provider botocore's name for the provider, such as {@code sso}
   * @param problem the problem and its remedy, without the token
   * @param cause the underlying failure, or null
   */
  public TokenRetrievalException(String provider, String problem, @Nullable Throwable cause) {
    super("Error when retrieving token from " + provider + ": " + problem, cause);
  }
}
