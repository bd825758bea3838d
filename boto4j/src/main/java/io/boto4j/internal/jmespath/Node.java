package io.boto4j.internal.jmespath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a compiled expression. */
abstract class Node {
  /** The node that returns the current value. */
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

  /** Returns the depth of the recursion of {@link #evaluate}. */
  final int height() {
    return height;
  }

  /** Returns the number of nodes in this tree. */
  final int size() {
    return size;
  }

  abstract @Nullable Object evaluate(@Nullable Object value, Evaluation run);

  /** Returns the type of what {@link #evaluate} returns for values of a type. */
  abstract PathType typed(PathType type, Typing run);

  private static final class Current extends Node {
    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return value;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      return type;
    }
  }
}
