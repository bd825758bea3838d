package io.boto4j.error;

/** Thrown when the definition of a waiter is invalid: boto3's {@code WaiterConfigError}. */
public final class WaiterConfigException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception with boto3's text.
   *
   * @param problem the problem
   */
  public WaiterConfigException(String problem) {
    super("Error processing waiter config: " + problem);
  }
}
