package io.boto4j.model;

import org.jspecify.annotations.Nullable;

/** Thrown when a service model cannot be read: a part is missing, or the file is damaged. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the file, what was expected, and what was found
   * @param cause the cause, or null
   */
  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
