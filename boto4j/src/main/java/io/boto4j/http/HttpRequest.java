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
 * @param repeatable whether the server may carry the request out twice and nobody would be worse
 *     off
 */
public record HttpRequest(
    String method, URI uri, Headers headers, HttpBody body, boolean repeatable) {
  /**
   * Makes a request.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @param repeatable whether it may be carried out twice
   * @throws NullPointerException if a part is null
   */
  public HttpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /**
   * Makes a request that is repeatable if its method is idempotent (RFC 9110, section 9.2.2).
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @throws NullPointerException if a part is null
   */
  public HttpRequest(String method, URI uri, Headers headers, HttpBody body) {
    this(method, uri, headers, body, isIdempotent(method));
  }

  /**
   * Whether a method is idempotent.
   *
   * @param method the method, in capitals
   * @return true for GET, HEAD, OPTIONS, PUT and DELETE
   */
  public static boolean isIdempotent(String method) {
    return method.equals("GET")
        || method.equals("HEAD")
        || method.equals("PUT")
        || method.equals("DELETE")
        || method.equals("OPTIONS");
  }

  /**
   * This request with another header.
   *
   * @param name the header, instead of any of that name
   * @param value its value
   * @return a new request
   * @throws IllegalArgumentException if the name is none, or the value holds CR, LF or NUL
   */
  public HttpRequest withHeader(String name, String value) {
    Headers changed = headers.toBuilder().set(name, value).build();
    return new HttpRequest(method, uri, changed, body, repeatable);
  }

  /** Method, scheme, host and path: never the query or a header, which may carry a signature. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
