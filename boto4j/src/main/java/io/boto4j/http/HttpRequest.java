package io.boto4j.http;

import java.net.URI;
import java.util.Objects;

/**
 * An HTTP request, complete and immutable.
 *
 * @param method the method, in capitals, as {@code POST}
 * @param uri scheme, host, port, path and query; path and query are sent byte for byte
 * @param headers every header but those that frame the body and name the host
 * @param body what follows the headers; {@link HttpBody#empty()} where nothing does
 */
public record HttpRequest(String method, URI uri, Headers headers, HttpBody body) {
  /**
   * Makes a request.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @throws NullPointerException if a part is null
   */
  public HttpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** Method, scheme, host and path: never the query or a header, which may carry a signature. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
