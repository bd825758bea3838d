package io.boto4j.error;

/** A service has no waiter of that name. */
public final class UnknownWaiterException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with boto3's text.
   *
   * @param name the name, made fit to be shown
   * @param hint near names, with the blank before it; may be empty
   */
  public UnknownWaiterException(String name, String hint) {
    super("Waiter does not exist: " + name + "." + hint);
  }
}
