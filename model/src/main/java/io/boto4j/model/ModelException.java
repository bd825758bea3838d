package io.boto4j.model;

import org.jspecify.annotations.Nullable;

/** A service model could not be read: the file is missing a part, damaged, or not a model. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message which file, what was expected, what was seen
   * @param cause the failure beneath, or null
   */
  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
