package io.boto4j.dynamodb;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operand with operands of its own, such as a sum. */
final class Computed extends Operand {
  private final String pattern;
  private final List<@Nullable Object> arguments;

  Computed(String pattern, @Nullable Object... arguments) {
    this.pattern = pattern;
    this.arguments = Arrays.asList(arguments);
  }

  @Override
  void write(ExpressionWriter writer, StringBuilder text) {
    write(pattern, arguments, writer, text);
  }
}
