package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection is closed before the head of a response has arrived. The server may
 * have carried out the request. botocore's {@code ConnectionClosedError}.
 */
public final class ConnectionClosedException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param cause the underlying failure, or null
   */
  public ConnectionClosedException(String url, @Nullable Throwable cause) {
    super(
        "Connection was closed before we received a valid response from endpoint URL: \""
            + url
            + "\".",
        url,
        true,
        cause);
  }
}
