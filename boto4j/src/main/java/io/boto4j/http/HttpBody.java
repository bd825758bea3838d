package io.boto4j.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a request carries after its headers. */
public interface HttpBody {
  /**
   * How many bytes the body has.
   *
   * @return the count, or −1 if it is known only when the body ends
   */
  long contentLength();

  /**
   * Whether {@link #open()} may be called again, and gives the same bytes each time.
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
   * Opens the body at its first byte.
   *
   * @return a stream over the bytes, which the caller closes
   * @throws IOException if the bytes cannot be had, or were given out once and cannot be again
   */
  InputStream open() throws IOException;

  /**
   * Writes the whole body.
   *
   * @param out where to; neither flushed nor closed
   * @throws IOException if reading the body or writing it fails
   */
  default void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      in.transferTo(out);
    }
  }

  /**
   * A body of no bytes.
   *
   * @return the empty body
   */
  static HttpBody empty() {
    return BytesBody.EMPTY;
  }

  /**
   * A body held in memory.
   *
   * @param bytes the bytes, not copied: leave them alone until the call is over
   * @return a replayable body
   */
  static HttpBody of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /**
   * A body held in part of an array.
   *
   * @param bytes the array, not copied
   * @param offset where the body begins
   * @param length how many bytes it has
   * @return a replayable body
   * @throws IndexOutOfBoundsException if the range leaves the array
   */
  static HttpBody of(byte[] bytes, int offset, int length) {
    return new BytesBody(bytes, offset, length);
  }
}
