package io.boto4j.http;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complete, immutable HTTP request.
 *
 * <p>Each {@code with…} method returns a copy in which one part is replaced and all others are
 * kept.
 *
 * @param method the method, in capitals, such as {@code POST}
 * @param uri scheme, host, port, path and query; path and query are sent byte for byte
 * @param headers all headers except those that frame the body and name the host
 * @param body the body; {@link HttpBody#empty()} for a request without one
 * @param repeatable whether the server may carry the request out twice without harm
 * @param limits the time limits, or null for the transport's own timeouts
 */
public record HttpRequest(
    String method,
    URI uri,
    Headers headers,
    HttpBody body,
    boolean repeatable,
    @Nullable RequestLimits limits) {
  /**
   * Creates a request.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @param repeatable whether it may be carried out twice
   * @param limits the time limits, or null for the transport's own timeouts
   * @throws NullPointerException if any other argument is null
   * @throws IllegalArgumentException if a header is not valid in a request; see {@link
   *     Headers#requireSendable()}
   */
  public HttpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(headers, "headers").requireSendable();
    Objects.requireNonNull(body, "body");
  }

  /**
   * Creates a request with the transport's own timeouts.
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @param repeatable whether it may be carried out twice
   * @throws NullPointerException if an argument is null
   */
  public HttpRequest(String method, URI uri, Headers headers, HttpBody body, boolean repeatable) {
    this(method, uri, headers, body, repeatable, null);
  }

  /**
   * Creates a request that is repeatable if its method is idempotent (RFC 9110, section 9.2.2).
   *
   * @param method the method, in capitals
   * @param uri scheme, host, port, path and query
   * @param headers the headers
   * @param body the body
   * @throws NullPointerException if an argument is null
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
   * Returns this request with another method.
   *
   * @param other the method, in capitals
   * @return a new request, repeatable if this one is
   */
  public HttpRequest withMethod(String other) {
    return new HttpRequest(other, uri, headers, body, repeatable, limits);
  }

  /**
   * Returns this request with another URI.
   *
   * @param other scheme, host, port, path and query
   * @return a new request
   */
  public HttpRequest withUri(URI other) {
    return new HttpRequest(method, other, headers, body, repeatable, limits);
  }

  /**
   * Returns this request with one header set.
   *
   * @param name the name of the header; replaces all headers of that name
   * @param value the value of the header
   * @return a new request
   * @throws IllegalArgumentException if the name is not a valid header name, or the value contains
   *     CR, LF or NUL
   */
  public HttpRequest withHeader(String name, String value) {
    return withHeaders(headers.toBuilder().set(name, value).build());
  }

  /**
   * Returns this request with other headers.
   *
   * @param other the headers, in place of all that this request has
   * @return a new request
   */
  public HttpRequest withHeaders(Headers other) {
    return new HttpRequest(method, uri, other, body, repeatable, limits);
  }

  /**
   * Returns this request with another body. The headers stay as they are.
   *
   * @param other the body
   * @return a new request
   */
  public HttpRequest withBody(HttpBody other) {
    return new HttpRequest(method, uri, headers, other, repeatable, limits);
  }

  /**
   * Returns this request, marked as safe to carry out twice or not.
   *
   * @param other whether the server may carry the request out twice without harm
   * @return a new request
   */
  public HttpRequest withRepeatable(boolean other) {
    return new HttpRequest(method, uri, headers, body, other, limits);
  }

  /**
   * Returns this request with other limits.
   *
   * @param other the time limits, or null for the transport's own timeouts
   * @return a new request
   */
  public HttpRequest withLimits(@Nullable RequestLimits other) {
    return new HttpRequest(method, uri, headers, body, repeatable, other);
  }

  /**
   * Returns method, scheme, host and path. Query and headers are left out: they may carry a
   * signature.
   */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
