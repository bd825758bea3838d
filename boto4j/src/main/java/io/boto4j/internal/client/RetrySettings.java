package io.boto4j.internal.client;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.Printable;

/**
 * The options of retries, with botocore's messages for invalid values. Loaded only if one is set.
 */
final class RetrySettings {
  private RetrySettings() {}

  /** Checks a retry mode. */
  static String mode(String mode) {
    if (!mode.equals("legacy") && !mode.equals("standard") && !mode.equals("adaptive")) {
      throw new InvalidConfigException(
          "Invalid value provided to \"mode\": \""
              + Printable.of(mode)
              + "\" must be one of: ('legacy', 'standard', 'adaptive')");
    }
    return mode;
  }

  /** Reads a count of attempts. */
  static int maxAttempts(String text) {
    int attempts;
    try {
      attempts = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      attempts = 0;
    }
    if (attempts < 1) {
      throw new InvalidConfigException(
          "Value provided to \"max_attempts\": "
              + Printable.of(text)
              + " must be an integer greater than or equal to 1.");
    }
    return attempts;
  }
}
