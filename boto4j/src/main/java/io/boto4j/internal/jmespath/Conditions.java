package io.boto4j.internal.jmespath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes for logic and comparisons. */
final class Conditions {
  private Conditions() {}

  /**
   * {@code a || b || c}: the first term that is not false, else the last. {@code a && b && c}: the
   * first that is false, else the last. All terms are in one node, since programs write long chains
   * and a tree of two terms per node would be too high.
   */
  static final class Junction extends Node {
    private final List<Node> terms;
    private final boolean stopsAtFalse;

    private Junction(List<Node> terms, boolean stopsAtFalse) {
      super(terms);
      this.terms = terms;
      this.stopsAtFalse = stopsAtFalse;
    }

    static Junction or(List<Node> terms) {
      return new Junction(terms, /* stopsAtFalse= */ false);
    }

    static Junction and(List<Node> terms) {
      return new Junction(terms, /* stopsAtFalse= */ true);
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      Object result = null;
      for (Node term : terms) {
        result = term.evaluate(value, run);
        if (Values.isFalse(result) == stopsAtFalse) {
          return result;
        }
      }
      return result;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType common = terms.get(0).typed(type, run);
      for (Node term : terms.subList(1, terms.size())) {
        common = common.or(term.typed(type, run));
      }
      return common;
    }
  }

  /** {@code !a}. */
  static final class Not extends Node {
    private final Node term;

    Not(Node term) {
      super(term);
      this.term = term;
    }

    @Override
    Object evaluate(@Nullable Object value, Evaluation run) {
      return Values.isFalse(term.evaluate(value, run));
    }

    @Override
    PathType typed(PathType type, Typing run) {
      term.typed(type, run);
      return PathType.BOOLEAN;
    }
  }

  /** {@code a == b}, {@code a != b}. */
  static final class Equal extends Node {
    private final Node left;
    private final Node right;
    private final boolean wanted;

    Equal(Node left, Node right, boolean wanted) {
      super(left, right);
      this.left = left;
      this.right = right;
      this.wanted = wanted;
    }

    @Override
    Object evaluate(@Nullable Object value, Evaluation run) {
      return Equality.of(left.evaluate(value, run), right.evaluate(value, run), run) == wanted;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType a = left.typed(type, run);
      PathType b = right.typed(type, run);
      if (right instanceof Selections.Literal literal) {
        run.compared(a, literal.value());
      }
      if (left instanceof Selections.Literal literal) {
        run.compared(b, literal.value());
      }
      return PathType.BOOLEAN;
    }
  }

  /** {@code a < b} and similar: compares two numbers or, beyond the specification, two strings. */
  static final class Order extends Node {
    private final Node left;
    private final Node right;
    private final TokenType operator;

    Order(Node left, Node right, TokenType operator) {
      super(left, right);
      this.left = left;
      this.right = right;
      this.operator = operator;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      Object a = left.evaluate(value, run);
      Object b = right.evaluate(value, run);
      if (a instanceof Number x && b instanceof Number y) {
        return Numbers.isOrdered(x, y) && holds(Numbers.compare(x, y));
      }
      if (a instanceof String x && b instanceof String y) {
        run.scan(x);
        return holds(Values.compare(x, y));
      }
      return null;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      left.typed(type, run);
      right.typed(type, run);
      return PathType.BOOLEAN;
    }

    private boolean holds(int comparison) {
      return switch (operator) {
        case LT -> comparison < 0;
        case LTE -> comparison <= 0;
        case GT -> comparison > 0;
        default -> comparison >= 0;
      };
    }
  }
}
