package io.boto4j.micrometer;

import io.boto4j.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** The value of the key {@code aws.error}: a code of a service, a class, or {@code none}. */
final class ErrorName {
  static final String NONE = "none";

  private static final String OTHER = "other";
  private static final int LONGEST = 100;

  private ErrorName() {}

  static String of(@Nullable Throwable failure) {
    if (failure == null) {
      return NONE;
    }
    return failure instanceof ServiceException error
        ? ofCode(error.code())
        : failure.getClass().getSimpleName();
  }

  /** Returns the code, or {@code other} for a text from the server that does not look like one. */
  static String ofCode(@Nullable String code) {
    if (code == null) {
      return NONE;
    }
    if (code.isEmpty() || code.length() > LONGEST) {
      return OTHER;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean usual = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!usual && "._-:#/ ".indexOf(c) < 0) {
        return OTHER;
      }
    }
    return code;
  }
}
