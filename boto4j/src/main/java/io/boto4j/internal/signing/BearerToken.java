package io.boto4j.internal.signing;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;

/** Authorization of requests with a bearer token (RFC 6750, section 2.1). */
public final class BearerToken {
  private BearerToken() {}

  /**
   * Adds a token to the headers of a request.
   *
   * <p>The request contains the secret itself, so plain http is rejected, except to the loopback
   * interface. botocore allows it.
   *
   * @param request the request
   * @param token the token
   * @return the headers to send
   * @throws IllegalArgumentException if the request is not for https, or the token is not valid in
   *     a header; the message does not contain the token
   */
  public static Headers authorize(HttpRequest request, String token) {
    if (!"https".equalsIgnoreCase(request.uri().getScheme())
        && !isLoopback(HostHeader.of(request.uri()))) {
      throw new IllegalArgumentException(
          "A bearer token is sent over https only, and the endpoint is "
              + request.uri().getScheme()
              + "://"
              + request.uri().getRawAuthority());
    }
    return request.headers().toBuilder()
        .set("Authorization", "Bearer " + token)
        .build()
        .requireSendable();
  }

  private static boolean isLoopback(String host) {
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.equals("localhost") || name.equals("[::1]") || isLoopbackIpv4(name);
  }

  /** Only digits and dots count: 127.evil.example is a host name. */
  private static boolean isLoopbackIpv4(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return name.startsWith("127.");
  }
}
