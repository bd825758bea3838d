package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A provider has credentials, or should have, that cannot be used or fetched: boto3's {@code
 * CredentialRetrievalError}.
 *
 * <p>The message says what is wrong with them and never shows any of them.
 */
public final class CredentialRetrievalException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The provider, by botocore's method name. */
  private final String provider;

  /**
   * Makes the exception.
   *
   * @param provider the provider, by botocore's method name, such as {@code env}
   * @param problem what is wrong and what to do, without any key or token
   */
  public CredentialRetrievalException(String provider, String problem) {
    this(provider, problem, null);
  }

  /**
   * Makes the exception with the failure beneath it.
   *
   * @param provider the provider, by botocore's method name, such as {@code env}
   * @param problem what is wrong and what to do, without any key or token
   * @param cause the failure beneath, or null
   */
  public CredentialRetrievalException(String provider, String problem, @Nullable Throwable cause) {
    super("Error when retrieving credentials from " + provider + ": " + problem, cause);
    this.provider = provider;
  }

  /**
   * The provider that failed.
   *
   * @return botocore's method name, such as {@code env} or {@code iam-role}
   */
  public String provider() {
    return provider;
  }
}
