package io.boto4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The streaming body of a response, read from the connection as it arrives: boto3's {@code
 * StreamingBody}.
 *
 * <p>The stream occupies a connection until its end. Read it to the end, which makes the connection
 * available again, or close it, which closes the connection unless everything was read. A body that
 * is cut short ends in an exception and never looks complete. The stream can be read once, and is
 * not safe for use by multiple threads.
 *
 * <pre>{@code
 * try (ResponseStream body = s3.call("GetObject", params).stream("Body")) {
 *   Files.copy(body, path);
 * }
 * String text = lambda.call("Invoke", invocation).stream("Payload").text();
 * }</pre>
 */
public final class ResponseStream extends InputStream {
  private final InputStream body;
  private final long contentLength;

  private ResponseStream(InputStream body, long contentLength) {
    this.body = body;
    this.contentLength = contentLength;
  }

  /**
   * Creates a stream of given bytes; tests need to.
   *
   * @param body the bytes; closed with the stream
   * @param contentLength the length in bytes, or −1 if it is unknown
   * @return the stream
   */
  public static ResponseStream of(InputStream body, long contentLength) {
    return new ResponseStream(Objects.requireNonNull(body, "body"), Math.max(-1, contentLength));
  }

  /**
   * Returns the length of the body as the service announced it.
   *
   * @return the length of the whole body in bytes, or −1 if it is unknown until the end is read
   */
  public long contentLength() {
    return contentLength;
  }

  /**
   * Reads the rest of the body as UTF-8 and closes the stream. Malformed bytes become U+FFFD.
   *
   * @return the text
   * @throws io.boto4j.error.HttpClientException if the rest of the body does not arrive
   * @throws UncheckedIOException if the stream is closed, or a transport other than boto4j's own
   *     fails
   */
  public String text() {
    try {
      return new String(readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      close();
    }
  }

  /**
   * Reads the rest of the body.
   *
   * @return the bytes
   * @throws io.boto4j.error.HttpClientException if the rest of the body does not arrive
   * @throws UncheckedIOException if the stream is closed, or a transport other than boto4j's own
   *     fails
   */
  @Override
  public byte[] readAllBytes() {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the response: " + e.getMessage(), e);
    }
  }

  @Override
  public int read() throws IOException {
    return body.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return body.read(target, offset, length);
  }

  @Override
  public long skip(long count) throws IOException {
    return body.skip(count);
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  /**
   * Ends the stream: its connection can be reused if everything was read, and is closed otherwise.
   * Closing a stream again has no effect.
   *
   * @throws UncheckedIOException if a transport other than boto4j's own fails
   */
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the response: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the announced length, without the bytes, which may be secret.
   *
   * @return a text such as {@code a stream of 5 bytes}
   */
  @Override
  public String toString() {
    return contentLength < 0 ? "a stream" : "a stream of " + contentLength + " bytes";
  }
}
