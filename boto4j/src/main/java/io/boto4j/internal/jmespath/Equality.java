package io.boto4j.internal.jmespath;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equality of values: numbers are compared by value, all others by type and content. */
final class Equality {
  private Equality() {}

  static boolean of(@Nullable Object a, @Nullable Object b, Evaluation run) {
    return of(a, b, run, 0);
  }

  private static boolean of(@Nullable Object a, @Nullable Object b, Evaluation run, int depth) {
    run.enter(depth);
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof String text) {
      run.scan(text);
      return a.equals(b);
    }
    if (a instanceof Number x) {
      return b instanceof Number y && Numbers.isOrdered(x, y) && Numbers.compare(x, y) == 0;
    }
    if (a instanceof Map<?, ?> x) {
      return b instanceof Map<?, ?> y && maps(x, y, run, depth);
    }
    if (a instanceof byte[] x) {
      return b instanceof byte[] y && Arrays.equals(x, y);
    }
    List<?> list = Values.list(a);
    if (list != null) {
      List<?> other = Values.list(b);
      return other != null && lists(list, other, run, depth);
    }
    return a.equals(b);
  }

  private static boolean lists(List<?> a, List<?> b, Evaluation run, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> others = b.iterator();
    for (Object element : a) {
      if (!of(element, others.next(), run, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean maps(Map<?, ?> a, Map<?, ?> b, Evaluation run, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      if (!b.containsKey(entry.getKey())
          || !of(entry.getValue(), b.get(entry.getKey()), run, depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
