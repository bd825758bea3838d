package io.boto4j.internal.transport;

import io.boto4j.http.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The head of a request in HTTP/2. */
final class Http2Head {
  /** Headers that only HTTP/1.1 has (RFC 9113, section 8.2.2), or that frames replace. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "transfer-encoding",
          "upgrade");

  private Http2Head() {}

  static byte[] encode(HttpRequest request, Route route) {
    URI uri = request.uri();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String host = request.headers().first("Host");
    HpackWriter hpack = new HpackWriter();
    hpack.add(":method", request.method());
    hpack.add(":scheme", route.tls ? "https" : "http");
    hpack.add(":authority", host == null ? route.hostHeader : host);
    hpack.add(":path", uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!LEFT_OUT.contains(name)) {
        hpack.add(name, header.getValue());
      }
    }
    return hpack.toByteArray();
  }
}
