package io.boto4j.internal.jmespath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes that apply one expression to many values. */
final class Projections {
  private Projections() {}

  /** {@code base[*].each}, {@code base[].each} and {@code base[0:2].each}. */
  static final class OfList extends Node {
    private final Node base;
    private final Node each;

    OfList(Node base, Node each) {
      super(base, each);
      this.base = base;
      this.each = each;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      List<?> list = Values.list(base.evaluate(value, run));
      return list == null ? null : project(list, null, each, run);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType element = run.element(base.typed(type, run), "[]");
      return PathType.listOf(each.typed(element, run));
    }
  }

  /** {@code base.*.each}. */
  static final class OfValues extends Node {
    private final Node base;
    private final Node each;

    OfValues(Node base, Node each) {
      super(base, each);
      this.base = base;
      this.each = each;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return base.evaluate(value, run) instanceof Map<?, ?> map
          ? project(map.values(), null, each, run)
          : null;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType values = base.typed(type, run);
      return PathType.listOf(each.typed(values.value(), run));
    }
  }

  /** {@code base[?condition].each}. */
  static final class Filter extends Node {
    private final Node base;
    private final Node condition;
    private final Node each;

    Filter(Node base, Node condition, Node each) {
      super(base, condition, each);
      this.base = base;
      this.condition = condition;
      this.each = each;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      List<?> list = Values.list(base.evaluate(value, run));
      return list == null ? null : project(list, condition, each, run);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType element = run.element(base.typed(type, run), "[?…]");
      condition.typed(element, run);
      return PathType.listOf(each.typed(element, run));
    }
  }

  /** {@code base[]}: merges the lists in a list into it, one level deep. */
  static final class Flatten extends Node {
    private final Node base;

    Flatten(Node base) {
      super(base);
      this.base = base;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      List<?> list = Values.list(base.evaluate(value, run));
      if (list == null) {
        return null;
      }
      run.makeList(0);
      List<@Nullable Object> merged = new ArrayList<>();
      for (Object element : list) {
        List<?> inner = Values.list(element);
        run.addElements(inner == null ? 1 : 1 + inner.size());
        if (inner == null) {
          merged.add(element);
        } else {
          merged.addAll(inner);
        }
      }
      return Collections.unmodifiableList(merged);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType element = run.element(base.typed(type, run), "[]");
      return element.kind() == PathType.Kind.LIST ? element : PathType.listOf(element);
    }
  }

  private static List<@Nullable Object> project(
      Collection<?> values, @Nullable Node condition, Node each, Evaluation run) {
    run.makeList(0);
    List<@Nullable Object> projected = new ArrayList<>();
    for (Object value : values) {
      if (condition != null) {
        run.visit(condition.size());
        if (Values.isFalse(condition.evaluate(value, run))) {
          continue;
        }
      }
      run.visit(each.size());
      Object result = each.evaluate(value, run);
      if (result != null) {
        run.addElements(1);
        projected.add(result);
      }
    }
    return Collections.unmodifiableList(projected);
  }
}
