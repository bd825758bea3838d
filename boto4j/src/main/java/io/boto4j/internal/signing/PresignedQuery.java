package io.boto4j.internal.signing;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import java.net.URI;

/**
 * The query of a URL while it is being signed: the operation's own pairs, encoded as signatures
 * require, then those of the signature. There is no {@code toString}: a presigned URL is a secret.
 */
final class PresignedQuery {
  private final HttpRequest request;
  private final StringBuilder query = new StringBuilder(512);

  PresignedQuery(HttpRequest request) {
    this.request = request;
    String own = request.uri().getRawQuery();
    for (int from = 0, to; own != null && from < own.length(); from = to + 1) {
      to = own.indexOf('&', from);
      to = to < 0 ? own.length() : to;
      int equals = own.indexOf('=', from);
      int nameEnd = equals < 0 || equals > to ? to : equals;
      if (to > from) {
        add(decode(own, from, nameEnd), decode(own, Math.min(nameEnd + 1, to), to));
      }
    }
  }

  void add(String name, String value) {
    if (query.length() > 0) {
      query.append('&');
    }
    query.append(PercentEncoding.encode(name)).append('=').append(PercentEncoding.encode(value));
  }

  /** Returns the request with the query so far. */
  HttpRequest request() {
    URI uri = request.uri();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return request.withUri(
        URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + "?" + query));
  }

  /** Decodes part of a query, in which a plus may mean a space. */
  static String decode(String text, int from, int to) {
    return PercentEncoding.decode(text.substring(from, to).replace('+', ' '));
  }
}
