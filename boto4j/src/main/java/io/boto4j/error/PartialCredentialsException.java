package io.boto4j.error;

/**
 * Thrown when a credentials provider has only some of the values that credentials need: boto3's
 * {@code PartialCredentialsError}.
 *
 * <p>The chain stops here, since the next provider might supply an identity that the user did not
 * intend.
 */
public final class PartialCredentialsException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** botocore's name for the provider. */
  private final String provider;

  /** The name of the missing variable or key. */
  private final String missing;

  /**
   * Creates the exception.
   *
   * @param provider botocore's name for the provider, such as {@code env}
   * @param missing the name of the missing variable or key
   */
  public PartialCredentialsException(String provider, String missing) {
    super("Partial credentials found in " + provider + ", missing: " + missing);
    this.provider = provider;
    this.missing = missing;
  }

  /**
   * The provider whose credentials are incomplete.
   *
   * @return botocore's name for it, such as {@code env} or {@code shared-credentials-file}
   */
  public String provider() {
    return provider;
  }

  /**
   * The missing variable or key.
   *
   * @return its name
   */
  public String missing() {
    return missing;
  }
}
