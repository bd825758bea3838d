package io.boto4j.opentelemetry;

import io.boto4j.error.ServiceException;

/** The value of {@code error.type}: the service's error code, or the class of the exception. */
final class ErrorType {
  private static final int LONGEST = 100;
  private static final String OTHER = "_OTHER";

  private ErrorType() {}

  static String of(Throwable failure) {
    return failure instanceof ServiceException error
        ? ofCode(error.code())
        : failure.getClass().getName();
  }

  /**
   * Returns the code, or {@code _OTHER} for one that does not look like a code: it comes from the
   * server, and becomes an attribute of metrics.
   */
  static String ofCode(String code) {
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
