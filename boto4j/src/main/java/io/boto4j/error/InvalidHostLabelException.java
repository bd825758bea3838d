package io.boto4j.error;

/**
 * Thrown when a value that becomes part of a host name is not a valid host label: boto3's {@code
 * InvalidHostLabelError}.
 */
public final class InvalidHostLabelException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param label the value
   * @param where the error text of the endpoint rules
   */
  public InvalidHostLabelException(String label, String where) {
    super(
        "Invalid host label to be bound to the hostname of the endpoint: \""
            + label
            + "\". "
            + where,
        null);
  }
}
