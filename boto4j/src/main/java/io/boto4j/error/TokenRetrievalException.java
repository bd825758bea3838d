package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** A bearer token cannot be had: boto3's {@code TokenRetrievalError}. */
public final class TokenRetrievalException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param provider the provider, by botocore's method name, such as {@code sso}
   * @param problem what is wrong and what to do, without the token
   * @param cause the failure beneath, or null
   */
  public TokenRetrievalException(String provider, String problem, @Nullable Throwable cause) {
    super("Error when retrieving token from " + provider + ": " + problem, cause);
  }
}
