package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the proxy cannot be reached or refuses the connection to the endpoint. Nothing was
 * sent to the endpoint. botocore's {@code ProxyConnectionError}.
 */
public final class ProxyConnectionException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /** The URL of the proxy, as the message shows it. */
  private final String proxyUrl;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param proxyUrl the URL of the proxy, with user and password masked
   * @param why the observed failure
   * @param cause the underlying failure, or null
   */
  public ProxyConnectionException(
      String url, String proxyUrl, String why, @Nullable Throwable cause) {
    super("Failed to connect to proxy URL: \"" + proxyUrl + "\": " + why, url, true, cause);
    this.proxyUrl = proxyUrl;
  }

  /**
   * The URL of the proxy.
   *
   * @return the URL, with {@code ***} in place of user and password
   */
  public String proxyUrl() {
    return proxyUrl;
  }
}
