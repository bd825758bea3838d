package io.boto4j;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of retries, in botocore's words where they are wrong. Loaded only where one is
 * set.
 */
final class RetrySettings {
  private RetrySettings() {}

  static String mode(String mode) {
    if (!mode.equals("legacy") && !mode.equals("standard") && !mode.equals("adaptive")) {
      throw new InvalidConfigException(
          "Invalid value provided to \"mode\": \""
              + Printable.of(mode)
              + "\" must be one of: ('legacy', 'standard', 'adaptive')");
    }
    return mode;
  }

  /** The attempts in all: as said, or as the mode has it. */
  static int maxAttempts(@Nullable String said, @Nullable String mode, String serviceId) {
    if (said == null) {
      boolean legacy = "legacy".equals(mode);
      return switch (serviceId) {
        case "DynamoDB" -> legacy ? 10 : 4;
        case "DynamoDB Streams" -> legacy ? 5 : 4;
        default -> legacy ? 5 : 3;
      };
    }
    int attempts;
    try {
      attempts = Integer.parseInt(said.strip());
    } catch (NumberFormatException e) {
      attempts = 0;
    }
    if (attempts < 1) {
      throw new InvalidConfigException(
          "Value provided to \"max_attempts\": "
              + Printable.of(said)
              + " must be an integer greater than or equal to 1.");
    }
    return attempts;
  }
}
