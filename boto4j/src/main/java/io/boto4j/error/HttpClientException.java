package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of what goes wrong between boto4j and a server: no connection, no answer, or an answer
 * that is not HTTP. botocore's {@code ConnectionError} and {@code HTTPClientError}.
 *
 * <p>An answer that says no is not one of these; that is for the service's own exception.
 */
public abstract sealed class HttpClientException extends Boto4jException
    permits ConnectTimeoutException,
        ConnectionClosedException,
        EndpointConnectionException,
        IncompleteReadException,
        InvalidHttpResponseException,
        ProxyConnectionException,
        ReadTimeoutException,
        RequestBodyException,
        TlsException {
  private static final long serialVersionUID = 1L;

  /** The endpoint, as the message shows it. */
  private final String url;

  /** Whether trying again may help. */
  private final boolean retryable;

  HttpClientException(String message, String url, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.url = url;
    this.retryable = retryable;
  }

  /**
   * The endpoint that was called.
   *
   * @return scheme, host, port and path; never the query, which may carry a signature
   */
  public final String url() {
    return url;
  }

  /**
   * Whether the same request may fare better if sent again.
   *
   * @return false where the failure will repeat itself, as a certificate that is not trusted
   */
  public final boolean retryable() {
    return retryable;
  }
}
