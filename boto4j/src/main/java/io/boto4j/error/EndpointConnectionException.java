package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * No connection could be made: the host is unknown, the port is closed, or the TLS handshake was
 * cut off. Nothing was sent. botocore's {@code EndpointConnectionError}.
 */
public final class EndpointConnectionException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param why what was seen
   * @param cause the failure beneath, or null
   */
  public EndpointConnectionException(String url, String why, @Nullable Throwable cause) {
    super("Could not connect to the endpoint URL: \"" + url + "\": " + why, url, true, cause);
  }
}
