package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of failures between boto4j and a server: no connection, no response, or a response that
 * is not HTTP. botocore's {@code ConnectionError} and {@code HTTPClientError}.
 *
 * <p>An error response of a service is not one of these; it throws a {@link ServiceException}.
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

  /** The URL of the endpoint, as the message shows it. */
  private final String url;

  /** Whether a retry may succeed. */
  private final boolean retryable;

  /** The status of the response, or 0. */
  private int statusCode;

  HttpClientException(String message, String url, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.url = url;
    this.retryable = retryable;
  }

  /**
   * The URL of the endpoint that was called.
   *
   * @return the scheme, host, port and path; never the query, which may carry a signature
   */
  public final String url() {
    return url;
  }

  /**
   * Whether the same request may succeed if it is sent again.
   *
   * @return false if the failure is permanent, such as an untrusted certificate
   */
  public final boolean retryable() {
    return retryable;
  }

  /**
   * The status of a response whose head was rejected, or broke off after its status line.
   *
   * <p>A request that reached a success is not sent again unless it may be carried out twice.
   *
   * @return the status, or 0 if none was received before the failure
   */
  public final int statusCode() {
    return statusCode;
  }

  /**
   * Sets the status of the response. Called by the transport that received it.
   *
   * @param status the status, 200 to 999
   */
  public final void initStatusCode(int status) {
    statusCode = status;
  }
}
