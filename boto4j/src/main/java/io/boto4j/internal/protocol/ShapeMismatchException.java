package io.boto4j.internal.protocol;

import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** A value in a response that is of another kind than the model specifies. */
final class ShapeMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ShapeMismatchException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /**
   * Creates the exception. The declared type is a cold-start trick: verifying a class that throws
   * this one by its own name would load it, one class per process that usually needs none.
   */
  static RuntimeException of(String message, @Nullable Throwable cause) {
    return new ShapeMismatchException(message, cause);
  }

  /** Creates the exception for a union of which no member is set, or more than one. */
  static RuntimeException ofUnion(StructureShape union) {
    return of(
        "Invalid service response: " + union.name() + " must have one and only one member set.",
        null);
  }
}
