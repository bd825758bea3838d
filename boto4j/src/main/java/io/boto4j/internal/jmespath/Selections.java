package io.boto4j.internal.jmespath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes that select parts of a value, or combine them into a list or map. */
final class Selections {
  private Selections() {}

  /** {@code name}. */
  static final class Field extends Node {
    private final String name;

    Field(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      return run.field(type, name);
    }
  }

  /** {@code `literal`} and {@code 'literal'}. */
  static final class Literal extends Node {
    private final @Nullable Object literal;

    Literal(@Nullable Object literal) {
      this.literal = literal;
    }

    @Nullable Object value() {
      return literal;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return literal;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      if (literal instanceof String) {
        return PathType.TEXT;
      }
      if (literal instanceof Number) {
        return PathType.NUMBER;
      }
      return literal instanceof Boolean ? PathType.BOOLEAN : PathType.ANY;
    }
  }

  /** {@code left.right}, {@code left | right}, {@code left[0]}: applies two expressions in turn. */
  static final class Sequence extends Node {
    private final Node first;
    private final Node second;

    Sequence(Node first, Node second) {
      super(first, second);
      this.first = first;
      this.second = second;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      return second.evaluate(first.evaluate(value, run), run);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      return second.typed(first.typed(type, run), run);
    }
  }

  /** {@code [0]}; negative indexes count from the end. */
  static final class Index extends Node {
    private final int index;

    Index(int index) {
      this.index = index;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      List<?> list = Values.list(value);
      if (list == null) {
        return null;
      }
      int at = index < 0 ? list.size() + index : index;
      return at >= 0 && at < list.size() ? list.get(at) : null;
    }

    @Override
    PathType typed(PathType type, Typing run) {
      return run.element(type, "[" + index + "]");
    }
  }

  /** {@code [start:stop:step]}, as Python slices. */
  static final class Slice extends Node {
    private final @Nullable Integer start;
    private final @Nullable Integer stop;
    private final int step;

    Slice(@Nullable Integer start, @Nullable Integer stop, int step) {
      this.start = start;
      this.stop = stop;
      this.step = step;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      List<?> list = Values.list(value);
      if (list == null) {
        return null;
      }
      int size = list.size();
      long from = bound(start, size, step > 0 ? 0 : size - 1);
      long to = bound(stop, size, step > 0 ? size : -1);
      run.makeList(0);
      List<@Nullable Object> slice = new ArrayList<>();
      for (long i = from; step > 0 ? i < to : i > to; i += step) {
        run.addElements(1);
        slice.add(list.get((int) i));
      }
      return Collections.unmodifiableList(slice);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      return PathType.listOf(run.element(type, "A slice"));
    }

    private long bound(@Nullable Integer bound, int size, int absent) {
      if (bound == null) {
        return absent;
      }
      long at = bound < 0 ? (long) size + bound : bound;
      return step > 0 ? Math.max(0, Math.min(at, size)) : Math.max(-1, Math.min(at, size - 1));
    }
  }

  /** {@code [a, b]}. */
  static final class MultiList extends Node {
    private final List<Node> elements;

    MultiList(List<Node> elements) {
      super(elements);
      this.elements = elements;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      if (value == null) {
        return null;
      }
      run.makeList(elements.size());
      List<@Nullable Object> list = new ArrayList<>(elements.size());
      for (Node element : elements) {
        list.add(element.evaluate(value, run));
      }
      return Collections.unmodifiableList(list);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      PathType common = elements.get(0).typed(type, run);
      for (Node element : elements.subList(1, elements.size())) {
        common = common.or(element.typed(type, run));
      }
      return PathType.listOf(common);
    }
  }

  /** {@code {a: b, c: d}}. */
  static final class MultiMap extends Node {
    private final List<String> names;
    private final List<Node> values;

    MultiMap(List<String> names, List<Node> values) {
      super(values);
      this.names = names;
      this.values = values;
    }

    @Override
    @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
      if (value == null) {
        return null;
      }
      run.makeMap(names.size());
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        map.put(names.get(i), values.get(i).evaluate(value, run));
      }
      return Collections.unmodifiableMap(map);
    }

    @Override
    PathType typed(PathType type, Typing run) {
      Map<String, PathType> types = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        types.put(names.get(i), values.get(i).typed(type, run));
      }
      return PathType.object(types);
    }
  }
}
