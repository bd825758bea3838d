package io.boto4j.internal.signing;

import java.net.URI;

/** The Host header of a URI, as a transport sends it for a request without one. */
public final class HostHeader {
  private HostHeader() {}

  /**
   * Returns the host and port of a URI: without user information, in lower case, IPv6 in brackets,
   * and without the default port of the scheme.
   *
   * <p>{@link URI#getHost} will not do: it is null for a host with an underscore, which names of
   * buckets have.
   *
   * @param uri an http or https URI
   * @return the header's value
   * @throws IllegalArgumentException if the URI has no host, or an invalid port
   */
  public static String of(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw new IllegalArgumentException("A URI without a host cannot be signed");
    }
    String address = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = address.indexOf(':', address.lastIndexOf(']') + 1);
    String host = lowerCase(colon < 0 ? address : address.substring(0, colon));
    if (host.isEmpty()) {
      throw new IllegalArgumentException("A URI without a host cannot be signed");
    }
    int port = colon < 0 ? -1 : port(address, colon + 1);
    return port < 0 || port == defaultPort(uri.getScheme()) ? host : host + ":" + port;
  }

  private static int port(String address, int from) {
    if (from == address.length()) {
      return -1;
    }
    int port = 0;
    for (int i = from; i < address.length(); i++) {
      int digit = address.charAt(i) - '0';
      port = digit < 0 || digit > 9 ? 65_536 : port * 10 + digit;
      if (port > 65_535) {
        throw new IllegalArgumentException("The URI of host " + address + " has no valid port");
      }
    }
    return port;
  }

  private static int defaultPort(String scheme) {
    if (scheme.equalsIgnoreCase("https")) {
      return 443;
    }
    return scheme.equalsIgnoreCase("http") ? 80 : -1;
  }

  private static String lowerCase(String host) {
    StringBuilder lower = null;
    for (int i = 0; i < host.length() && host.charAt(i) != '%'; i++) {
      char c = host.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        if (lower == null) {
          lower = new StringBuilder(host);
        }
        lower.setCharAt(i, (char) (c | 0x20));
      }
    }
    return lower == null ? host : lower.toString();
  }
}
