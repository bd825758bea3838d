package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Sizes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operand of a condition: a path, a value, or a function of them. */
public sealed interface Operand {
  /**
   * Computes the value.
   *
   * @param item the item
   * @return the value, or null if the item does not have it
   */
  @Nullable Value in(Attributes item);

  /**
   * Returns the value of a literal.
   *
   * @return the value, or null if it depends on the item
   */
  default @Nullable Value literal() {
    return null;
  }

  /**
   * A document path.
   *
   * @param path the path
   */
  record At(Path path) implements Operand {
    @Override
    public @Nullable Value in(Attributes item) {
      return path.in(item);
    }
  }

  /**
   * A value of the request.
   *
   * @param value the value
   */
  record Literal(Value value) implements Operand {
    @Override
    public Value in(Attributes item) {
      return value;
    }

    @Override
    public Value literal() {
      return value;
    }
  }

  /**
   * The size of a value: characters, bytes or elements.
   *
   * @param of the value
   */
  record SizeOf(Operand of) implements Operand {
    @Override
    public @Nullable Value in(Attributes item) {
      Value value = of.in(item);
      if (value == null) {
        return null;
      }
      return switch (value.type()) {
        case S -> Value.of(Sizes.utf8(((Value.Text) value).text()));
        case B -> Value.of(((Value.Binary) value).bytes().length);
        case SS, NS, BS -> Value.of(((Value.SetOf) value).elements().size());
        case L -> Value.of(((Value.ListOf) value).elements().size());
        case M -> Value.of(((Value.MapOf) value).attributes().count());
        case N, BOOL, NULL -> null;
      };
    }
  }

  /**
   * A function that is a condition, where only a value can be. It is an error, but others come
   * first.
   *
   * @param name the name of the function
   * @param operands its operands
   */
  record Misused(String name, List<Operand> operands) implements Operand {
    @Override
    public @Nullable Value in(Attributes item) {
      return null;
    }
  }
}
