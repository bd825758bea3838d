package io.boto4j.examples;

import org.jspecify.annotations.Nullable;

/** Thrown if the quickstart cannot continue; the message gives the reason and the remedy. */
final class QuickstartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuickstartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
