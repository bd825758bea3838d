package io.boto4j.model.pack;

import io.boto4j.model.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * Creates the exceptions for damaged packs. A class of its own for cold start: the verifier loads
 * an exception with each class that creates it to throw it.
 */
public final class PackErrors {
  private PackErrors() {}

  /**
   * Creates a {@link ModelException}.
   *
   * @param message the pack, and what is wrong with it
   * @param cause the cause, or null
   * @return the exception
   */
  public static RuntimeException of(String message, @Nullable Throwable cause) {
    return new ModelException(message, cause);
  }
}
