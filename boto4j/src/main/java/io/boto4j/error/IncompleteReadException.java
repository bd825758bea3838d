package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection ended within the body of an answer. botocore's {@code IncompleteReadError}.
 *
 * <p>What was read so far is the beginning of the body, never the whole.
 */
public final class IncompleteReadException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /** Body bytes that came. */
  private final long actualBytes;

  /** Body bytes announced, or −1. */
  private final long expectedBytes;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param actualBytes how many bytes of the body came
   * @param expectedBytes how many were announced, or −1 if the body was to say itself where it ends
   * @param cause the failure beneath, or null
   */
  public IncompleteReadException(
      String url, long actualBytes, long expectedBytes, @Nullable Throwable cause) {
    super(
        actualBytes
            + (expectedBytes < 0
                ? " bytes read, but the end of the body was never seen"
                : " read, but total bytes expected is " + expectedBytes)
            + ". Endpoint URL: \""
            + url
            + "\"",
        url,
        true,
        cause);
    this.actualBytes = actualBytes;
    this.expectedBytes = expectedBytes;
  }

  /**
   * How much of the body came.
   *
   * @return a count of bytes
   */
  public long actualBytes() {
    return actualBytes;
  }

  /**
   * How much of the body was announced.
   *
   * @return a count of bytes, or −1 if the answer announced none
   */
  public long expectedBytes() {
    return expectedBytes;
  }
}
