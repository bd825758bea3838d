package io.boto4j.error;

/**
 * A provider has a part of what credentials consist of: boto3's {@code PartialCredentialsError}.
 *
 * <p>The chain stops here rather than going on to another identity than the one that was meant.
 */
public final class PartialCredentialsException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The provider, by botocore's method name. */
  private final String provider;

  /** The name of what is missing. */
  private final String missing;

  /**
   * Makes the exception.
   *
   * @param provider the provider, by botocore's method name, such as {@code env}
   * @param missing the name of the variable or key that is missing
   */
  public PartialCredentialsException(String provider, String missing) {
    super("Partial credentials found in " + provider + ", missing: " + missing);
    this.provider = provider;
    this.missing = missing;
  }

  /**
   * The provider that has a part only.
   *
   * @return botocore's method name, such as {@code env} or {@code shared-credentials-file}
   */
  public String provider() {
    return provider;
  }

  /**
   * What is missing.
   *
   * @return the name of the variable or key
   */
  public String missing() {
    return missing;
  }
}
