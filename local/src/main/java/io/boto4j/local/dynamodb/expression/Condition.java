package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.Arrays;
import java.util.List;

/** A condition on an item. */
public sealed interface Condition {
  /**
   * Evaluates the condition.
   *
   * @param item the item, without attributes if it does not exist
   * @return whether it holds
   */
  boolean holds(Attributes item);

  /** The comparators. */
  enum Comparator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /**
     * Returns the symbol.
     *
     * @return the symbol, such as {@code <=}
     */
    public String symbol() {
      return symbol;
    }

    /**
     * Returns the comparator for exchanged operands.
     *
     * @return the comparator
     */
    Comparator reversed() {
      return switch (this) {
        case EQ -> EQ;
        case NE -> NE;
        case LT -> GT;
        case LE -> GE;
        case GT -> LT;
        case GE -> LE;
      };
    }

    static Comparator of(String symbol) {
      for (Comparator each : values()) {
        if (each.symbol.equals(symbol)) {
          return each;
        }
      }
      throw new IllegalArgumentException(symbol);
    }
  }

  /**
   * Any of several conditions.
   *
   * @param conditions the conditions
   */
  record Or(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      for (Condition condition : conditions) {
        if (condition.holds(item)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * All of several conditions.
   *
   * @param conditions the conditions
   */
  record And(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      for (Condition condition : conditions) {
        if (!condition.holds(item)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The opposite of a condition.
   *
   * @param condition the condition
   */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return !condition.holds(item);
    }
  }

  /**
   * A comparison.
   *
   * @param left the first operand
   * @param comparator the comparator
   * @param right the second operand
   */
  record Compare(Operand left, Comparator comparator, Operand right) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Value one = left.in(item);
      Value two = right.in(item);
      if (comparator == Comparator.NE) {
        return one == null ? two != null : !one.equals(two);
      }
      if (one == null || two == null || one.type() != two.type()) {
        return false;
      }
      if (comparator == Comparator.EQ) {
        return one.equals(two);
      }
      if (!one.type().isScalar()) {
        return false;
      }
      int order = Value.compare(one, two);
      return switch (comparator) {
        case EQ -> order == 0;
        case NE -> order != 0;
        case LT -> order < 0;
        case LE -> order <= 0;
        case GT -> order > 0;
        case GE -> order >= 0;
      };
    }
  }

  /**
   * A range.
   *
   * @param operand the operand
   * @param low the lower bound
   * @param high the upper bound
   */
  record Between(Operand operand, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return new Compare(operand, Comparator.GE, low).holds(item)
          && new Compare(operand, Comparator.LE, high).holds(item);
    }
  }

  /**
   * A choice of values.
   *
   * @param operand the operand
   * @param choices the values
   */
  record In(Operand operand, List<Operand> choices) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Value value = operand.in(item);
      if (value == null) {
        return false;
      }
      for (Operand choice : choices) {
        if (value.equals(choice.in(item))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Whether a value exists.
   *
   * @param operand the operand
   */
  record Exists(Operand operand) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return operand.in(item) != null;
    }
  }

  /**
   * Whether a value has a type.
   *
   * @param operand the operand
   * @param type the name of the type
   */
  record HasType(Operand operand, Operand type) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Value value = operand.in(item);
      return value != null
          && type.in(item) instanceof Value.Text name
          && value.type().name().equals(name.text());
    }
  }

  /**
   * Whether a string or binary begins with another.
   *
   * @param operand the operand
   * @param start the beginning
   */
  record BeginsWith(Operand operand, Operand start) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Value value = operand.in(item);
      Value beginning = start.in(item);
      if (value instanceof Value.Text text && beginning instanceof Value.Text other) {
        return text.text().startsWith(other.text());
      }
      if (value instanceof Value.Binary binary && beginning instanceof Value.Binary other) {
        byte[] bytes = binary.bytes();
        int length = other.bytes().length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, other.bytes(), 0, length);
      }
      return false;
    }
  }

  /**
   * Whether a string has a part, or a set or list has an element.
   *
   * @param operand the operand
   * @param part the part or element
   */
  record Contains(Operand operand, Operand part) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Value value = operand.in(item);
      Value sought = part.in(item);
      if (value == null || sought == null) {
        return false;
      }
      if (value instanceof Value.Text text) {
        return sought instanceof Value.Text other && text.text().contains(other.text());
      }
      if (value instanceof Value.Binary binary) {
        return sought instanceof Value.Binary other && contains(binary.bytes(), other.bytes());
      }
      if (value instanceof Value.SetOf set) {
        return set.elements().contains(sought);
      }
      return value instanceof Value.ListOf list && list.elements().contains(sought);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
      for (int i = 0; i + part.length <= bytes.length; i++) {
        if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A function that is not a condition, or an operand, where a condition must be. It is an error,
   * but others come first.
   *
   * @param name the name of the function
   */
  record Misused(String name) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return false;
    }
  }
}
