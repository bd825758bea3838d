package io.boto4j.opentelemetry;

import io.opentelemetry.api.trace.Span;
import java.net.URI;

/**
 * The host and port of a request.
 *
 * @param host the name or address
 * @param port the port, that of the scheme unless the URL has one
 */
record ServerAddress(String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Returns the address of a URL, even if the host has a character that URI does not allow. */
  static ServerAddress of(URI uri) {
    int usual = "http".equals(uri.getScheme()) ? HTTP : HTTPS;
    if (uri.getHost() != null) {
      return new ServerAddress(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
    }
    String authority = uri.getRawAuthority();
    int colon = authority.lastIndexOf(':');
    return colon < 0
        ? new ServerAddress(authority, usual)
        : new ServerAddress(
            authority.substring(0, colon),
            Integer.parseInt(authority, colon + 1, authority.length(), 10));
  }

  void into(Span span) {
    span.setAttribute(Keys.SERVER_ADDRESS, host);
    span.setAttribute(Keys.SERVER_PORT, (long) port);
  }
}
