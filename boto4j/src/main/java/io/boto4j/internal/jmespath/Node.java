package io.boto4j.internal.jmespath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a compiled expression. */
abstract class Node {
  /** A part that is its own value: the current one. */
  static final Node CURRENT = new Current();

  private final int height;
  private final int size;

  Node(Node... children) {
    this(List.of(children));
  }

  Node(List<? extends Node> children) {
    int highest = 0;
    int all = 1;
    for (Node child : children) {
      highest = Math.max(highest, child.height);
      all += child.size;
    }
    this.height = highest + 1;
    this.size = all;
  }

  /** How deep the recursion of {@link #evaluate} goes. */
  final int height() {
    return height;
  }

  /** How many nodes there are from here on down. */
  final int size() {
    return size;
  }

  abstract @Nullable Object evaluate(@Nullable Object value, Evaluation run);

  private static final class Current extends Node {
    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return value;
    }
  }
}
