package io.boto4j.internal.eventstream;

/** An invalid frame: cut short, garbled, or larger than the limit. */
public final class FrameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The position of the frame in the stream, in bytes. */
  private final long offset;

  FrameException(String message, long offset) {
    super(message + " at byte " + offset, null, false, false);
    this.offset = offset;
  }

  /**
   * Returns the position of the invalid bytes.
   *
   * @return the offset in the stream, in bytes
   */
  public long offset() {
    return offset;
  }
}
