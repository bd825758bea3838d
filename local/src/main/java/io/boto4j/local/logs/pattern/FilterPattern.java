package io.boto4j.local.logs.pattern;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter pattern: terms, conditions on JSON, or conditions on fields between spaces.
 *
 * <p>See "Filter pattern syntax for metric filters, subscription filters, filter log events" in the
 * CloudWatch Logs user guide.
 */
public interface FilterPattern {
  /**
   * Parses a pattern.
   *
   * @param text the pattern; an empty one matches everything
   * @return the pattern
   * @throws IllegalArgumentException if it is not valid
   */
  static FilterPattern parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return message -> Map.of();
    }
    if (trimmed.startsWith("{") && trimmed.endsWith("}")) {
      return JsonFilter.of(trimmed.substring(1, trimmed.length() - 1));
    }
    if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
      return FieldFilter.of(trimmed.substring(1, trimmed.length() - 1));
    }
    return TermFilter.of(trimmed);
  }

  /**
   * Matches a message.
   *
   * @param message the message of an event
   * @return the values that the pattern names, by their selectors such as {@code $.size}, in the
   *     order of the pattern; null if the message does not match
   */
  @Nullable Map<String, String> match(String message);

  /**
   * Returns a value of a message that matches, which need not be part of the pattern.
   *
   * @param message the message
   * @param selector the selector, such as {@code $.size} or {@code $bytes}
   * @return the value, or null if the message does not have it
   */
  default @Nullable String value(String message, String selector) {
    Map<String, String> values = match(message);
    return values == null ? null : values.get(selector);
  }
}
