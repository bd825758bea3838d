package io.boto4j.s3;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a download in memory. */
final class BytesTarget implements Target {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int FIRST = 8 * 1024;

  private volatile byte[] bytes = new byte[0];
  private boolean known;
  private int count;

  @Override
  public void prepare(long size) throws IOException {
    if (size > LARGEST_ARRAY) {
      throw new IOException(
          "the object has " + size + " bytes, more than an array can have: download it to a file");
    }
    known = size >= 0;
    bytes = new byte[(int) Math.max(0, size)];
    count = bytes.length;
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public void write(long position, byte[] source, int offset, int length) throws IOException {
    if (!known) {
      grow(position + length);
    }
    System.arraycopy(source, offset, bytes, (int) position, length);
  }

  private void grow(long size) throws IOException {
    if (size > LARGEST_ARRAY) {
      throw new IOException("the object is larger than an array: download it to a file");
    }
    if (size > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes,
              (int) Math.min(LARGEST_ARRAY, Math.max(size, Math.max(FIRST, 2L * bytes.length))));
    }
    count = (int) size;
  }

  byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  @Override
  public void complete(@Nullable Instant modified) {}

  @Override
  public void discard() {}

  @Override
  public void close() {}
}
