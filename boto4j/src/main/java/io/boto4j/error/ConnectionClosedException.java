package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection ended before the head of an answer had come. The server may have done what was
 * asked. botocore's {@code ConnectionClosedError}.
 */
public final class ConnectionClosedException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param cause the failure beneath, or null
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
