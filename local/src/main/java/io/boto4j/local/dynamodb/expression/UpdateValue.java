package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Numbers;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that an update assigns. */
public sealed interface UpdateValue {
  /**
   * Computes the value from the item as it was before the update.
   *
   * @param item the item
   * @return the value
   */
  Value in(Attributes item);

  /**
   * Returns the type of the value as far as the expression determines it.
   *
   * @return the type, or null if it depends on the item
   */
  Value.@Nullable Type type();

  /**
   * A value of the request.
   *
   * @param value the value
   */
  record Literal(Value value) implements UpdateValue {
    @Override
    public Value in(Attributes item) {
      return value;
    }

    @Override
    public Value.Type type() {
      return value.type();
    }
  }

  /**
   * A document path.
   *
   * @param path the path
   */
  record At(Path path) implements UpdateValue {
    @Override
    public Value in(Attributes item) {
      Value value = path.in(item);
      if (value == null) {
        throw Failures.validation(
            "The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }

    @Override
    public Value.@Nullable Type type() {
      return null;
    }
  }

  /**
   * The value at a path, or another value if it is absent.
   *
   * @param path the path
   * @param otherwise the other value
   */
  record IfNotExists(Path path, UpdateValue otherwise) implements UpdateValue {
    @Override
    public Value in(Attributes item) {
      Value value = path.in(item);
      return value == null ? otherwise.in(item) : value;
    }

    @Override
    public Value.@Nullable Type type() {
      return otherwise.type();
    }
  }

  /**
   * Two lists as one.
   *
   * @param first the first list
   * @param second the second list
   */
  record ListAppend(UpdateValue first, UpdateValue second) implements UpdateValue {
    @Override
    public Value in(Attributes item) {
      Value one = first.in(item);
      Value two = second.in(item);
      if (!(one instanceof Value.ListOf start) || !(two instanceof Value.ListOf rest)) {
        throw wrongType();
      }
      List<Value> elements = new ArrayList<>(start.elements());
      elements.addAll(rest.elements());
      return new Value.ListOf(elements);
    }

    @Override
    public Value.Type type() {
      return Value.Type.L;
    }
  }

  /**
   * A sum or difference.
   *
   * @param first the first number
   * @param minus whether the second is subtracted
   * @param second the second number
   */
  record Sum(UpdateValue first, boolean minus, UpdateValue second) implements UpdateValue {
    @Override
    public Value in(Attributes item) {
      Value one = first.in(item);
      Value two = second.in(item);
      if (!(one instanceof Value.Num left) || !(two instanceof Value.Num right)) {
        throw wrongType();
      }
      return new Value.Num(
          Numbers.add(left.number(), minus ? right.number().negate() : right.number()));
    }

    @Override
    public Value.Type type() {
      return Value.Type.N;
    }
  }

  /** Returns the error of an operand whose type does not fit. */
  static RuntimeException wrongType() {
    return Failures.validation("An operand in the update expression has an incorrect data type");
  }
}
