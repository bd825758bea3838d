package io.boto4j.error;

/**
 * An option has a value that it cannot have, wherever it was set. botocore's {@code
 * InvalidConfigError} and {@code InvalidChecksumConfigError}.
 */
public sealed class InvalidConfigException extends Boto4jException
    permits InfiniteLoopConfigException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the option by its name in a profile, its value, and what it may be
   */
  public InvalidConfigException(String message) {
    super(message);
  }
}
