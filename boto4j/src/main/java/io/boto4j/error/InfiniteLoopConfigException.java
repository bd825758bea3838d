package io.boto4j.error;

/**
 * Thrown when role profiles refer to each other as their source in a loop: botocore's {@code
 * InfiniteLoopConfigError}.
 */
public final class InfiniteLoopConfigException extends InvalidConfigException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the profile that was reached again, and the profiles visited before it
   */
  public InfiniteLoopConfigException(String message) {
    super(message);
  }
}
