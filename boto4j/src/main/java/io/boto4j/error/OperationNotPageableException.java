package io.boto4j.error;

/** An operation's answers do not come in pages: boto3's {@code OperationNotPageableError}. */
public final class OperationNotPageableException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The operation, as {@code PutItem}. */
  private final String operation;

  /**
   * Makes an exception with boto3's text.
   *
   * @param operation the operation, as {@code PutItem}
   * @param hint what to do, with the blank before it; may be empty
   */
  public OperationNotPageableException(String operation, String hint) {
    super("Operation cannot be paginated: " + operation + hint);
    this.operation = operation;
  }

  /**
   * The operation.
   *
   * @return as {@code PutItem}
   */
  public String operation() {
    return operation;
  }
}
