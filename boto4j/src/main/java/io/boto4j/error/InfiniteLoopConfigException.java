package io.boto4j.error;

/**
 * Profiles of roles name each other as their source: botocore's {@code InfiniteLoopConfigError}.
 */
public final class InfiniteLoopConfigException extends InvalidConfigException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the profile that was come upon again, and those on the way to it
   */
  public InfiniteLoopConfigException(String message) {
    super(message);
  }
}
