package io.boto4j.internal.input;

import io.boto4j.model.Shape;
import org.jspecify.annotations.Nullable;

/** The remedies that a service knows for values that do not fit its model; for one report. */
public interface InputHints {
  /**
   * Returns the remedy for a value.
   *
   * @param shape the shape that the value does not fit
   * @param value the value, which may be huge or contain itself
   * @return the end of a sentence that begins with the problem, such as {@code write "3"}; null if
   *     the service has none
   */
  @Nullable String hint(Shape shape, @Nullable Object value);
}
