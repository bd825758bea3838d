package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The proxy was not reached, or does not let the endpoint be reached through it. Nothing was sent
 * to the endpoint. botocore's {@code ProxyConnectionError}.
 */
public final class ProxyConnectionException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /** The proxy, as the message shows it. */
  private final String proxyUrl;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param proxyUrl the proxy, user and password masked
   * @param why what was seen
   * @param cause the failure beneath, or null
   */
  public ProxyConnectionException(
      String url, String proxyUrl, String why, @Nullable Throwable cause) {
    super("Failed to connect to proxy URL: \"" + proxyUrl + "\": " + why, url, true, cause);
    this.proxyUrl = proxyUrl;
  }

  /**
   * The proxy that was to be used.
   *
   * @return its URL, with {@code ***} for user and password
   */
  public String proxyUrl() {
    return proxyUrl;
  }
}
