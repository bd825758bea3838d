package io.boto4j.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * An HTTP response: its status and headers, and its body as it arrives.
 *
 * <p>Closing the response closes its body. The transport may then use the connection again; it
 * closes the connection instead if too much of the body is still to come. Used by one thread.
 */
public final class HttpResponse implements AutoCloseable {
  private final int statusCode;
  private final Headers headers;
  private final InputStream body;
  private final ConnectionUse connectionUse;

  private HttpResponse(
      int statusCode, Headers headers, InputStream body, ConnectionUse connectionUse) {
    this.statusCode = statusCode;
    this.headers = headers;
    this.body = body;
    this.connectionUse = connectionUse;
  }

  /**
   * Creates a response of a transport that does not report whether it reused a connection.
   *
   * @param statusCode the status, 100 to 999
   * @param headers the headers, in the order they came
   * @param body the body with every transfer coding undone; ends where the message ends, and throws
   *     rather than end early
   * @return the response
   * @throws IllegalArgumentException if the status is outside 100 to 999
   */
  public static HttpResponse of(int statusCode, Headers headers, InputStream body) {
    return of(statusCode, headers, body, ConnectionUse.UNKNOWN);
  }

  /**
   * Creates a response.
   *
   * @param statusCode the status, 100 to 999
   * @param headers the headers, in the order they came
   * @param body the body with every transfer coding undone; ends where the message ends, and throws
   *     rather than end early
   * @param connectionUse whether the connection was opened for the request or reused
   * @return the response
   * @throws IllegalArgumentException if the status is outside 100 to 999
   */
  public static HttpResponse of(
      int statusCode, Headers headers, InputStream body, ConnectionUse connectionUse) {
    if (statusCode < 100 || statusCode > 999) {
      throw new IllegalArgumentException("HTTP status out of range 100..999: " + statusCode);
    }
    return new HttpResponse(
        statusCode,
        Objects.requireNonNull(headers, "headers"),
        Objects.requireNonNull(body, "body"),
        Objects.requireNonNull(connectionUse, "connectionUse"));
  }

  /**
   * Returns the status code.
   *
   * @return 100 to 999
   */
  public int statusCode() {
    return statusCode;
  }

  /**
   * Returns the headers, in the order they came.
   *
   * @return the headers
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the body, which can be read once.
   *
   * @return the stream, never null; empty if the message has no body
   */
  public InputStream body() {
    return body;
  }

  /**
   * Returns the state of the connection that carried the request.
   *
   * @return whether the connection was new or reused, if the transport reports it
   */
  public ConnectionUse connectionUse() {
    return connectionUse;
  }

  /**
   * Closes the body.
   *
   * @throws IOException if closing the stream fails
   */
  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public String toString() {
    return "HTTP " + statusCode;
  }
}
