package io.boto4j.internal.credentials;

import io.boto4j.internal.text.Timestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of the files that the AWS CLI keeps tokens in, which anybody may have written. */
final class TokenFields {
  private TokenFields() {}

  /** A text, or null if it is absent, empty or something else. */
  static @Nullable String text(Map<?, ?> token, String name) {
    return token.get(name) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** A moment, or null if it is absent or something else. */
  static @Nullable Instant moment(Map<?, ?> token, String name) {
    String text = text(token, name);
    if (text == null) {
      return null;
    }
    // The AWS CLI used to write "UTC" where ISO 8601 has "Z".
    boolean old = text.endsWith("UTC");
    try {
      return Timestamps.parse(old ? text.substring(0, text.length() - 3) + "Z" : text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
