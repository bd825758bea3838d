package io.boto4j.error;

/** Thrown when an operation is not paginated: boto3's {@code OperationNotPageableError}. */
public final class OperationNotPageableException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The operation, such as {@code PutItem}. */
  private final String operation;

  /**
   * Creates an exception with boto3's text.
   *
   * @param operation the operation, such as {@code PutItem}
   * @param hint the remedy, starting with a space; may be empty
   */
  public OperationNotPageableException(String operation, String hint) {
    super("Operation cannot be paginated: " + operation + hint);
    this.operation = operation;
  }

  /**
   * The operation.
   *
   * @return the name, such as {@code PutItem}
   */
  public String operation() {
    return operation;
  }
}
