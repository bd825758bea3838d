package io.boto4j.internal.credentials;

import io.boto4j.internal.text.Timestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers for members of the AWS CLI's token files, whose content is not trusted to be valid. */
final class TokenFields {
  private TokenFields() {}

  /** Returns a string, or null if the member is absent, empty or of another type. */
  static @Nullable String text(Map<?, ?> token, String name) {
    return token.get(name) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** Returns a timestamp, or null if the member is absent or not a timestamp. */
  static @Nullable Instant moment(Map<?, ?> token, String name) {
    String text = text(token, name);
    if (text == null) {
      return null;
    }
    // Older versions of the AWS CLI write "UTC" where ISO 8601 has "Z".
    boolean old = text.endsWith("UTC");
    try {
      return Timestamps.parse(old ? text.substring(0, text.length() - 3) + "Z" : text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
