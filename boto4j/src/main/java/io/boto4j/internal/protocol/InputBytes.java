package io.boto4j.internal.protocol;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.time.SpecialFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a member from a stream or file into memory, because they become a part of a
 * larger body. The stream may never end, and the file may be a pipe or device: reading stops at a
 * limit, and when the thread is interrupted.
 */
final class InputBytes {
  private static final int FIRST = 8 * 1024;

  private InputBytes() {}

  /**
   * Reads a stream, which is not closed, or a file, or a body.
   *
   * @param source an {@code InputStream}, a {@code Path} or an {@link HttpBody}
   */
  static byte[] read(Object source) {
    return read(
        source, (int) Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 8));
  }

  static byte[] read(Object source, int most) {
    try {
      if (source instanceof Path path) {
        try (InputStream in = SpecialFile.open(path)) {
          return read(in, most);
        }
      }
      if (source instanceof HttpBody body) {
        try (InputStream in = body.open()) {
          return read(in, most);
        }
      }
      return read((InputStream) source, most);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(e);
      }
      throw new IllegalArgumentException("Cannot read the bytes to send: " + e, e);
    }
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    byte[] bytes = new byte[Math.min(FIRST, most)];
    int count = 0;
    int next = 0;
    while (next >= 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(null);
      }
      if (count < bytes.length) {
        next = in.read(bytes, count, bytes.length - count);
        count += Math.max(0, next);
      } else if (count < most) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, bytes.length * 2L));
      } else if (in.read() >= 0) {
        throw new IllegalArgumentException(
            "The bytes to send are more than "
                + most
                + ", an eighth of the heap: a member that is not the whole body is read into memory");
      } else {
        next = -1;
      }
    }
    return Arrays.copyOf(bytes, count);
  }

  private static CallInterruptedException interrupted(@Nullable Exception e) {
    return new CallInterruptedException("Interrupted while reading the bytes to send", e);
  }
}
