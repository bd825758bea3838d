package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when TLS fails: the certificate is not trusted or is for another host, or the server does
 * not speak TLS. botocore's {@code SSLError}.
 */
public final class TlsException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param why the observed failure
   * @param cause the underlying failure, or null
   */
  public TlsException(String url, String why, @Nullable Throwable cause) {
    super("SSL validation failed for " + url + " " + why, url, false, cause);
  }
}
