package io.boto4j.error;

/** A value would become part of a host name, and cannot: boto3's {@code InvalidHostLabelError}. */
public final class InvalidHostLabelException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param label the value
   * @param where what the endpoint rules say of it
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
