package io.boto4j.examples;

import org.jspecify.annotations.Nullable;

/** The quickstart cannot go on; the message tells the user why and what to do. */
final class QuickstartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuickstartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
