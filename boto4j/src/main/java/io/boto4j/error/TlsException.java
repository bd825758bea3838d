package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * TLS failed: the certificate is not trusted, is for another host, or the server does not speak
 * TLS. botocore's {@code SSLError}.
 */
public final class TlsException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param why what was seen
   * @param cause the failure beneath, or null
   */
  public TlsException(String url, String why, @Nullable Throwable cause) {
    super("SSL validation failed for " + url + " " + why, url, false, cause);
  }
}
