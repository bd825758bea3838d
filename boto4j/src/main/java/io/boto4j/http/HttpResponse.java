package io.boto4j.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * An HTTP answer: its status and headers, and its body as it arrives.
 *
 * <p>Closing it closes the body, and so gives the connection back, or up if the body was not read
 * to its end. Used by one thread.
 */
public final class HttpResponse implements AutoCloseable {
  private final int statusCode;
  private final Headers headers;
  private final InputStream body;

  private HttpResponse(int statusCode, Headers headers, InputStream body) {
    this.statusCode = statusCode;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Makes an answer.
   *
   * @param statusCode the status, 100 to 999
   * @param headers the headers, in the order they came
   * @param body the body with every transfer coding undone; ends where the message ends, and throws
   *     rather than end early
   * @return the answer
   * @throws IllegalArgumentException if the status is outside 100 to 999
   */
  public static HttpResponse of(int statusCode, Headers headers, InputStream body) {
    if (statusCode < 100 || statusCode > 999) {
      throw new IllegalArgumentException("HTTP status out of range 100..999: " + statusCode);
    }
    return new HttpResponse(
        statusCode,
        Objects.requireNonNull(headers, "headers"),
        Objects.requireNonNull(body, "body"));
  }

  /**
   * The status code.
   *
   * @return 100 to 999
   */
  public int statusCode() {
    return statusCode;
  }

  /**
   * The headers, in the order they came.
   *
   * @return the headers
   */
  public Headers headers() {
    return headers;
  }

  /**
   * The body, to be read once.
   *
   * @return the stream, never null; empty where the message has no body
   */
  public InputStream body() {
    return body;
  }

  /**
   * Closes the body.
   *
   * @throws IOException if the stream beneath refuses to close
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
