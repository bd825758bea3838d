package io.boto4j.error;

/** Thrown when a service has no waiter of the given name. */
public final class UnknownWaiterException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception with boto3's text.
   *
   * @param name the name, in printable form
   * @param hint similar names, starting with a space; may be empty
   */
  public UnknownWaiterException(String name, String hint) {
    super("Waiter does not exist: " + name + "." + hint);
  }
}
