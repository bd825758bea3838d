package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection is closed in the middle of a response body. botocore's {@code
 * IncompleteReadError}.
 *
 * <p>The bytes read so far are the beginning of the body, never all of it.
 */
public final class IncompleteReadException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /** The number of body bytes received. */
  private final long actualBytes;

  /** The number of body bytes announced, or −1. */
  private final long expectedBytes;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param actualBytes the number of body bytes received
   * @param expectedBytes the number of body bytes announced, or −1 if the body marks its own end
   * @param cause the underlying failure, or null
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
   * The number of body bytes received.
   *
   * @return the number of bytes
   */
  public long actualBytes() {
    return actualBytes;
  }

  /**
   * The number of body bytes that the response announced.
   *
   * @return the number of bytes, or −1 if the response announced none
   */
  public long expectedBytes() {
    return expectedBytes;
  }
}
