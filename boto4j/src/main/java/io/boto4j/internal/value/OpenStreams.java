package io.boto4j.internal.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closes the streams of outputs that nobody will read, so that their connections are released. */
public final class OpenStreams {
  private OpenStreams() {}

  /**
   * Closes the streams of an output.
   *
   * @param output the output that is dropped
   */
  public static void close(Map<String, ?> output) {
    for (Object value : output.values()) {
      if (isStream(value)) {
        close((AutoCloseable) value);
      }
    }
  }

  /**
   * Closes the streams of an output that another one replaces, unless that has streams of its own:
   * they may read the ones of the first.
   *
   * @param output the output that is dropped
   * @param replacement the output that takes its place
   */
  public static void close(Map<String, ?> output, Map<String, ?> replacement) {
    for (Object value : replacement.values()) {
      if (isStream(value)) {
        return;
      }
    }
    close(output);
  }

  private static boolean isStream(@Nullable Object value) {
    return value instanceof AutoCloseable;
  }

  private static void close(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // The connection is closed with it.
    }
  }
}
