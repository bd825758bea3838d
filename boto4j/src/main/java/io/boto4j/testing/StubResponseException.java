package io.boto4j.testing;

import io.boto4j.error.Boto4jException;

/** Thrown if a call does not match the stubbed response: boto3's {@code StubResponseError}. */
public final class StubResponseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception with boto3's text.
   *
   * @param operation the operation, such as {@code PutItem}
   * @param reason the mismatch
   */
  public StubResponseException(String operation, String reason) {
    super("Error getting response stub for operation " + operation + ": " + reason);
  }
}
