package io.boto4j.internal.signing;

import io.boto4j.http.HttpRequest;
import java.net.URI;

/**
 * The query of a URL while it is being signed: the operation's own pairs, then those of the
 * signature. There is no {@code toString}: a presigned URL is a secret.
 */
final class PresignedQuery {
  private final HttpRequest request;
  private final EncodedPairs query = new EncodedPairs();

  PresignedQuery(HttpRequest request) {
    this.request = request;
    String own = request.uri().getRawQuery();
    if (own != null) {
      query.addAll(own);
    }
  }

  void add(String name, String value) {
    query.add(name, value);
  }

  /** Returns the request with the query so far. */
  HttpRequest request() {
    URI uri = request.uri();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return request.withUri(
        URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + "?" + query.text()));
  }
}
