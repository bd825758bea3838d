package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no connection, TLS handshake included, is established within the connect timeout. No
 * request was sent. botocore's {@code ConnectTimeoutError}.
 */
public final class ConnectTimeoutException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param cause the underlying failure, or null
   */
  public ConnectTimeoutException(String url, @Nullable Throwable cause) {
    super("Connect timeout on endpoint URL: \"" + url + "\"", url, true, cause);
  }
}
