package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no connection can be established: the host is unknown, the port is closed, or the TLS
 * handshake was cut off. No request was sent. botocore's {@code EndpointConnectionError}.
 */
public final class EndpointConnectionException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param why the observed failure
   * @param cause the underlying failure, or null
   */
  public EndpointConnectionException(String url, String why, @Nullable Throwable cause) {
    super("Could not connect to the endpoint URL: \"" + url + "\": " + why, url, true, cause);
  }
}
