package io.boto4j.typed.check;

/**
 * The knowledge of the value of an expression.
 *
 * @param value the knowledge
 * @param sure false if code that is not seen may give the expression another value
 */
record Found<T>(T value, boolean sure) {
  <R> Found<R> with(R other) {
    return new Found<>(other, sure);
  }
}
