package io.boto4j.error;

/** The definition of a waiter cannot be understood: boto3's {@code WaiterConfigError}. */
public final class WaiterConfigException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with boto3's text.
   *
   * @param problem what cannot be understood
   */
  public WaiterConfigException(String problem) {
    super("Error processing waiter config: " + problem);
  }
}
