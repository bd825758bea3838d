package io.boto4j.internal.jmespath;

import org.jspecify.annotations.Nullable;

/** {@code &expression} as an argument of a function: passed on without being evaluated. */
final class ExpressionReference extends Node {
  private final Node expression;

  ExpressionReference(Node expression) {
    super(expression);
    this.expression = expression;
  }

  /** Evaluates the expression for one element of a list. */
  @Nullable Object apply(@Nullable Object element, Evaluation run) {
    run.visit(expression.size());
    return expression.evaluate(element, run);
  }

  /** Returns the type of what {@link #apply} returns. */
  PathType applied(PathType element, Typing run) {
    return expression.typed(element, run);
  }

  @Override
  PathType typed(PathType type, Typing run) {
    return PathType.ANY;
  }

  @Override
  Object evaluate(@Nullable Object value, Evaluation run) {
    return this;
  }
}
