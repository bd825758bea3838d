package io.boto4j.http;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, complete and immutable.
 *
 * @param method the method, in capitals, as {@code POST}
 * @param uri scheme, host, port, path and query; path and query are sent byte for byte
 * @param headers every header but those that frame the body and name the host
 * @param body what follows the headers; {@link HttpBody#empty()} where nothing does
 * @param repeatable whether the server may carry the request out twice and nobody would be worse
 *     off
 * @param limits how long it may take, or null for the transport's own timeouts
 */
public record HttpRequest(
    String method,
    URI uri,
    Headers headers,
    HttpBody body,
    boolean repeatable,
    @Nullable RequestLimits limits) {
  /**
   * Makes a request.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @param repeatable whether it may be carried out twice
   * @param limits how long it may take, or null
   * @throws NullPointerException if another part is null
   */
  public HttpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /**
   * Makes a request that may take as long as the transport allows.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @param repeatable whether it may be carried out twice
   * @throws NullPointerException if a part is null
   */
  public HttpRequest(String method, URI uri, Headers headers, HttpBody body, boolean repeatable) {
    this(method, uri, headers, body, repeatable, null);
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
    this(method, uri, headers, body, isIdempotent(method), null);
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
    return new HttpRequest(method, uri, changed, body, repeatable, limits);
  }

  /**
   * This request with other limits.
   *
   * @param other how long it may take, or null for the transport's own timeouts
   * @return a new request
   */
  public HttpRequest withLimits(@Nullable RequestLimits other) {
    return new HttpRequest(method, uri, headers, body, repeatable, other);
  }

  /** Method, scheme, host and path: never the query or a header, which may carry a signature. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
