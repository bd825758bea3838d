package io.boto4j.internal.customization;

import io.boto4j.error.ParamValidationException;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Printable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates the user's metadata of an object, which becomes headers: it must be ASCII. */
final class ObjectMetadata {
  private ObjectMetadata() {}

  static void check(InputChanges input) {
    if (input.get("Metadata") instanceof Map<?, ?> metadata) {
      for (Map.Entry<?, ?> entry : metadata.entrySet()) {
        check(InputValues.text(entry.getKey()), InputValues.text(entry.getValue()));
      }
    }
  }

  private static void check(@Nullable String key, @Nullable String value) {
    if (!isAscii(key) || !isAscii(value)) {
      throw new ParamValidationException(
          List.of(
              "Non ascii characters found in S3 metadata for key \""
                  + Printable.of(String.valueOf(key))
                  + "\", value: \""
                  + Printable.of(String.valueOf(value))
                  + "\".  \nS3 metadata can only contain ASCII characters. "));
    }
  }

  /** Values that are not text are left to the validation. */
  private static boolean isAscii(@Nullable String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
