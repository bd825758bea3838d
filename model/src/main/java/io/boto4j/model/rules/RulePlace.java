package io.boto4j.model.rules;

import io.boto4j.model.ModelException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place in endpoint rules that the compiler has reached, such as {@code
 * rules[3].conditions[1].argv[0]}. It bounds how deeply rules may be nested, which keeps the
 * compiler and the evaluator from exhausting the stack. Not thread-safe.
 */
final class RulePlace {
  /** A multiple of what the deepest rules need, those of S3: 46 steps. */
  private static final int MAX_STEPS = 256;

  private static final int SHOWN = 80;

  /** Names and indexes. */
  private final Object[] steps = new Object[MAX_STEPS];

  private int depth;

  /** Enters a member of an object. */
  void enter(String name) {
    push(name);
  }

  /** Enters an element of a list. */
  void enter(int index) {
    push(index);
  }

  private void push(Object step) {
    if (depth == MAX_STEPS) {
      throw error("Endpoint rules are nested too deeply");
    }
    steps[depth++] = step;
  }

  void leave() {
    depth--;
  }

  /** Returns an object, or an empty one if it is absent. */
  Map<?, ?> map(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw error("Endpoint rules have " + shown(value) + " instead of an object");
  }

  /** Returns a list, or an empty one if it is absent. */
  List<?> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw error("Endpoint rules have " + shown(value) + " instead of a list");
  }

  /** Creates an exception whose message ends in the place. */
  ModelException error(String what) {
    return error(what, null);
  }

  ModelException error(String what, @Nullable Throwable cause) {
    return new ModelException(depth == 0 ? what : what + ", at " + this, cause);
  }

  /** Returns a value as messages show it: short, and without control characters. */
  static String shown(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      shown.append(text.charAt(i) < ' ' ? '?' : text.charAt(i));
    }
    return text.length() > SHOWN ? shown.append('…').toString() : shown.toString();
  }

  /** Returns the place, of a deep one only its beginning. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (text.length() > 2 * SHOWN) {
        return text.append('…').toString();
      }
      if (steps[i] instanceof Integer) {
        text.append('[').append(steps[i]).append(']');
      } else {
        text.append(i == 0 ? "" : ".").append(shown(steps[i]));
      }
    }
    return text.toString();
  }
}
