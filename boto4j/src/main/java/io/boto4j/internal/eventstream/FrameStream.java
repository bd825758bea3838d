package io.boto4j.internal.eventstream;

import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stream of bytes from frames. A read waits for one frame, and never for the one after it. */
public abstract class FrameStream extends InputStream {
  private byte @Nullable [] frame = {};
  private int position;

  /** For subclasses, which supply the frames. */
  protected FrameStream() {}

  /**
   * Waits for the next frame.
   *
   * @return the frame, or null at the end, after which this method is not called again
   */
  protected abstract byte @Nullable [] next();

  @Override
  public final int read() {
    return fill() ? Objects.requireNonNull(frame)[position++] & 0xFF : -1;
  }

  @Override
  public final int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    byte[] source = Objects.requireNonNull(frame);
    int count = Math.min(length, source.length - position);
    System.arraycopy(source, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    while (frame != null && position == frame.length) {
      frame = next();
      position = 0;
    }
    return frame != null;
  }

  @Override
  public abstract void close();
}
