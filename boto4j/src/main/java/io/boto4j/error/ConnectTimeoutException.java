package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * No connection within the connect timeout, the TLS handshake included. Nothing was sent.
 * botocore's {@code ConnectTimeoutError}.
 */
public final class ConnectTimeoutException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param cause the failure beneath, or null
   */
  public ConnectTimeoutException(String url, @Nullable Throwable cause) {
    super("Connect timeout on endpoint URL: \"" + url + "\"", url, true, cause);
  }
}
