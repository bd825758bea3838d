package io.boto4j;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.Printable;
import java.util.Locale;

/**
 * Reads the options of checksums and compression, in botocore's words where they are wrong. Loaded
 * only where one is set.
 */
final class BodyOptions {
  private static final int LARGEST_MIN_COMPRESSION_SIZE = 1024 * 1024;

  private BodyOptions() {}

  /** Whether a checksum is wanted wherever there can be one. */
  static boolean isWhenSupported(String key, String value) {
    String chosen = value.toLowerCase(Locale.ROOT);
    boolean whenSupported = chosen.equals("when_supported");
    if (!whenSupported && !chosen.equals("when_required")) {
      throw new InvalidConfigException(
          "Unsupported configuration value for "
              + key
              + ". Expected one of ('when_supported', 'when_required') but got "
              + Printable.of(chosen)
              + ".");
    }
    return whenSupported;
  }

  static int minCompressionSize(String value) {
    int size;
    try {
      size = Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw invalid(
          value, "Value must be an integer. Received <class 'java.lang.String'> instead.");
    }
    if (size < 1 || size > LARGEST_MIN_COMPRESSION_SIZE) {
      throw invalid(value, "Value must be between 1 and " + LARGEST_MIN_COMPRESSION_SIZE + ".");
    }
    return size;
  }

  private static InvalidConfigException invalid(String value, String what) {
    return new InvalidConfigException(
        "Invalid value \""
            + Printable.of(value)
            + "\" for request_min_compression_size_bytes. "
            + what);
  }
}
