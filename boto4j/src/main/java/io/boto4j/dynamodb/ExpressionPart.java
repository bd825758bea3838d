package io.boto4j.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an expression: a condition, an attribute, a sum. */
abstract class ExpressionPart {
  /** A pattern has one for each argument. */
  private static final char ARGUMENT = '?';

  abstract void write(ExpressionWriter writer, StringBuilder text);

  /** Writes a pattern such as {@code ? = ?}: a part as itself, another value as a placeholder. */
  static void write(
      String pattern,
      List<? extends @Nullable Object> arguments,
      ExpressionWriter writer,
      StringBuilder text) {
    int argument = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != ARGUMENT) {
        text.append(c);
      } else {
        write(arguments.get(argument), writer, text);
        argument++;
      }
    }
  }

  static void write(@Nullable Object value, ExpressionWriter writer, StringBuilder text) {
    if (value instanceof ExpressionPart part) {
      part.write(writer, text);
    } else {
      writer.value(value, text);
    }
  }
}
