package io.boto4j.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
public interface HttpBody {
  /**
   * Returns the length of the body.
   *
   * @return the number of bytes, or −1 if it is known only when the body ends
   */
  long contentLength();

  /**
   * Whether {@link #open()} may be called again and returns the same bytes each time.
   *
   * @return true if the body can be sent twice
   */
  boolean replayable();

  /**
   * Whether the server may begin its response before this body ends, as in a two-way event stream.
   *
   * <p>A transport sends such a body as it is read, on a thread of its own, and returns the
   * response as soon as its head has arrived. boto4j's own transport uses HTTP/2 for it. A
   * transport that can only send a body to its end first sends it like any other, and the two sides
   * cannot converse.
   *
   * @return true if request and response run at the same time; false by default
   */
  default boolean duplex() {
    return false;
  }

  /**
   * Returns the SHA-256 of the body if it is known, so that the body need not be read to be signed.
   *
   * @return 64 hexadecimal digits in lower case, or null, the default, if it has to be calculated
   */
  default @Nullable String sha256() {
    return null;
  }

  /**
   * Opens the body at its first byte.
   *
   * @return a stream of the bytes, which the caller closes
   * @throws IOException if the bytes cannot be read, or were read before and the body is not
   *     replayable
   */
  InputStream open() throws IOException;

  /**
   * Writes the whole body.
   *
   * @param out the stream to write to; neither flushed nor closed
   * @throws IOException if reading the body or writing it fails
   */
  default void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      in.transferTo(out);
    }
  }

  /**
   * Returns a body without bytes.
   *
   * @return the empty body
   */
  static HttpBody empty() {
    return BytesBody.EMPTY;
  }

  /**
   * Returns a body of bytes in memory.
   *
   * @param bytes the bytes, not copied: they must not change until the call is over
   * @return a replayable body
   */
  static HttpBody of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /**
   * Returns a body of a range of an array.
   *
   * @param bytes the array, not copied
   * @param offset the index of the first byte
   * @param length the number of bytes
   * @return a replayable body
   * @throws IndexOutOfBoundsException if the range is outside the array
   */
  static HttpBody of(byte[] bytes, int offset, int length) {
    return new BytesBody(bytes, offset, length);
  }
}
