package io.boto4j.error;

/**
 * Thrown when an option has an invalid value, wherever it is set. botocore's {@code
 * InvalidConfigError} and {@code InvalidChecksumConfigError}.
 */
public sealed class InvalidConfigException extends Boto4jException
    permits InfiniteLoopConfigException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the option under its profile key, its value and the values it accepts
   */
  public InvalidConfigException(String message) {
    super(message);
  }
}
