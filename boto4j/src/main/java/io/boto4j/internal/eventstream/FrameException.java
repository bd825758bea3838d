package io.boto4j.internal.eventstream;

/** Bytes that are no frames: cut short, garbled, or larger than a frame may be. */
public final class FrameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the bytes went wrong. */
  private final long offset;

  FrameException(String message, long offset) {
    super(message + " at byte " + offset, null, false, false);
    this.offset = offset;
  }

  /**
   * Where the bytes went wrong.
   *
   * @return bytes from the beginning of the stream
   */
  public long offset() {
    return offset;
  }
}
