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

  /** The number of bytes read or skipped. */
  private long count;

  private boolean ended;

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
      byte[] rest = body.readAllBytes();
      ended = true;
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the response: " + e.getMessage(), e);
    }
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    passed(next < 0 ? -1 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int size = body.read(target, offset, length);
    passed(size);
    return size;
  }

  @Override
  public long skip(long most) throws IOException {
    long size = body.skip(most);
    passed(size);
    return size;
  }

  /**
   * Returns an estimate of the bytes that can be read without waiting: at least 1 as long as more
   * of the body is to come, even if nothing has arrived yet.
   *
   * <p>Readers such as {@code GZIPInputStream} take 0 for the end of the stream. If the length of
   * the body is unknown, the result is at least 1 until a read has returned −1. A {@code
   * BufferedReader} therefore waits until its buffer is full: read text that arrives slowly with
   * {@link #read(byte[], int, int)}, which returns what there is.
   *
   * @return the number of bytes; 0 at the end of the body
   * @throws IOException if the stream is closed
   */
  @Override
  public int available() throws IOException {
    int known = body.available();
    boolean more = contentLength < 0 ? !ended : count < contentLength && !ended;
    return more ? Math.max(1, known) : known;
  }

  private void passed(long size) {
    if (size < 0) {
      ended = true;
    } else {
      count += size;
    }
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
