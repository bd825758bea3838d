package io.boto4j.internal.client;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.Printable;
import java.util.Locale;

/**
 * The options of checksums and compression, with botocore's messages for invalid values. Loaded
 * only if one is set.
 */
final class BodySettings {
  private static final int LARGEST_MIN_COMPRESSION_SIZE = 1024 * 1024;

  private BodySettings() {}

  /** Whether an option is {@code when_supported}, and not {@code when_required}. */
  static boolean isWhenSupported(ClientOptions options, Option<String> option) {
    String chosen = String.valueOf(options.text(option)).toLowerCase(Locale.ROOT);
    boolean whenSupported = chosen.equals("when_supported");
    if (!whenSupported && !chosen.equals("when_required")) {
      throw new InvalidConfigException(
          "Unsupported configuration value for "
              + option.profileKey()
              + ". Expected one of ('when_supported', 'when_required') but got "
              + Printable.of(chosen)
              + ".");
    }
    return whenSupported;
  }

  /**
   * The size from which on bodies are compressed, or −1 for never. The size is checked even if
   * compression is disabled, as in botocore.
   */
  static int minCompressionSize(ClientOptions options) {
    int size = size(String.valueOf(options.text(Options.REQUEST_MIN_COMPRESSION_SIZE_BYTES)));
    return options.flag(Options.DISABLE_REQUEST_COMPRESSION) ? -1 : size;
  }

  private static int size(String value) {
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
