package io.boto4j.internal.transport;

import java.util.Arrays;

/**
 * A position in DER (X.690), moving from element to element. It reads what certificates and key
 * stores consist of: one-byte tags and definite lengths.
 *
 * <p>Every method throws {@link IllegalArgumentException} if the bytes are not of that form.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /** The explicit context tag 0. */
  static final int TAGGED = 0xa0;

  private final byte[] bytes;
  private final int end;
  private int at;

  private Der(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Returns a position before the first element. */
  static Der of(byte[] bytes) {
    return new Der(bytes, 0, bytes.length);
  }

  boolean hasNext() {
    return at < end;
  }

  /** Whether the next element has a tag. */
  boolean nextIs(int tag) {
    return hasNext() && (bytes[at] & 0xff) == tag;
  }

  /** Moves past the next element, and returns a position before the first element inside it. */
  Der enter(int tag) {
    int start = content(tag);
    return new Der(bytes, start, at);
  }

  /** Moves past the next element, and returns its content. */
  byte[] contentOf(int tag) {
    int start = content(tag);
    return Arrays.copyOfRange(bytes, start, at);
  }

  /** Moves past the next element, and returns all of it. */
  byte[] element(int tag) {
    int start = at;
    content(tag);
    return Arrays.copyOfRange(bytes, start, at);
  }

  /** Moves past the next element. */
  Der skip(int tag) {
    content(tag);
    return this;
  }

  /** Moves past the next element, and returns the index of its content. */
  private int content(int tag) {
    if (!nextIs(tag)) {
      throw new IllegalArgumentException("no element with the tag " + tag + " at byte " + at);
    }
    int start = at + 2;
    int length = octet(at + 1);
    if (length >= 0x80) {
      int octets = length & 0x7f;
      if (octets == 0 || octets > 4) {
        throw new IllegalArgumentException("no definite length at byte " + at);
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = length << 8 | octet(start++);
      }
    }
    if (length < 0 || length > end - start) {
      throw new IllegalArgumentException("the element at byte " + at + " is cut off");
    }
    at = start + length;
    return start;
  }

  private int octet(int index) {
    if (index >= end) {
      throw new IllegalArgumentException("the element at byte " + at + " is cut off");
    }
    return bytes[index] & 0xff;
  }
}
