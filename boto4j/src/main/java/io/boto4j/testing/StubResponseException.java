package io.boto4j.testing;

import io.boto4j.error.Boto4jException;

/** A call and what was stubbed do not fit: boto3's {@code StubResponseError}. */
public final class StubResponseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with boto3's text.
   *
   * @param operation the operation, as {@code PutItem}
   * @param reason what does not fit
   */
  public StubResponseException(String operation, String reason) {
    super("Error getting response stub for operation " + operation + ": " + reason);
  }
}
