package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a credentials provider that is configured cannot fetch its credentials, or they are
 * unusable: boto3's {@code CredentialRetrievalError}.
 *
 * <p>The message describes the problem and never shows a key or token.
 */
public final class CredentialRetrievalException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** botocore's name for the provider. */
  private final String provider;

  /**
   * Creates the exception.
   *
   * @param provider botocore's name for the provider, such as {@code env}
   * @param problem the problem and its remedy, without any key or token
   */
  public CredentialRetrievalException(String provider, String problem) {
    this(provider, problem, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param provider botocore's name for the provider, such as {@code env}
   * @param problem the problem and its remedy, without any key or token
   * @param cause the underlying failure, or null
   */
  public CredentialRetrievalException(String provider, String problem, @Nullable Throwable cause) {
    super("Error when retrieving credentials from " + provider + ": " + problem, cause);
    this.provider = provider;
  }

  /**
   * The provider that failed.
   *
   * @return botocore's name for it, such as {@code env} or {@code iam-role}
   */
  public String provider() {
    return provider;
  }
}
