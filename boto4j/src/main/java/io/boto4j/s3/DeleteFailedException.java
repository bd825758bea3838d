package io.boto4j.s3;

/** Thrown when some of many objects were not deleted. */
public final class DeleteFailedException extends TransferException {
  private static final long serialVersionUID = 1L;

  private final transient DeleteResult result;

  DeleteFailedException(String message, DeleteResult result) {
    super(message, null);
    this.result = result;
  }

  /**
   * Returns what was deleted and what was not.
   *
   * @return the result
   */
  public DeleteResult result() {
    return result;
  }
}
