package io.boto4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The bytes of an answer as they arrive: what boto3 calls a StreamingBody.
 *
 * <p>Nothing is kept in memory, and the connection belongs to the stream until it ends. Read to its
 * end it gives the connection back; closed before, it gives it up. So close it, or read it all. An
 * answer that is cut short ends in an exception, never in fewer bytes.
 *
 * <p>Used by one thread; read once.
 *
 * <pre>{@code
 * try (ResponseStream payload = lambda.call("Invoke", params).stream("Payload")) {
 *   Files.copy(payload, path);
 * }
 * String text = lambda.call("Invoke", params).stream("Payload").text();
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
   * Makes a stream, as for a test.
   *
   * @param body the bytes; throws rather than end early
   * @param contentLength how many bytes were announced, or −1
   * @return the stream, which closes the body when it is closed
   */
  public static ResponseStream of(InputStream body, long contentLength) {
    return new ResponseStream(Objects.requireNonNull(body, "body"), Math.max(-1, contentLength));
  }

  /**
   * How many bytes the service announced.
   *
   * @return the count from the stream's beginning on, or −1 if it is known only when the stream
   *     ends
   */
  public long contentLength() {
    return contentLength;
  }

  /**
   * Reads what is left as UTF-8, and closes the stream. Bytes that are no UTF-8 become U+FFFD.
   *
   * @return the text
   * @throws io.boto4j.error.HttpClientException if the rest does not come
   * @throws UncheckedIOException if the stream is closed, or a transport that is not boto4j's own
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
   * Reads what is left.
   *
   * @return the bytes
   * @throws io.boto4j.error.HttpClientException if the rest does not come
   * @throws UncheckedIOException if the stream is closed, or a transport that is not boto4j's own
   *     fails
   */
  @Override
  public byte[] readAllBytes() {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the answer: " + e.getMessage(), e);
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

  /** Gives the connection back if all was read, else gives it up. Closing twice does no harm. */
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the answer: " + e.getMessage(), e);
    }
  }

  /** The announced length alone: the bytes may be secret. */
  @Override
  public String toString() {
    return contentLength < 0 ? "a stream" : "a stream of " + contentLength + " bytes";
  }
}
