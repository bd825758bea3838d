package io.boto4j.internal.jmespath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders elements by their keys, which are all numbers or all strings. */
final class Ranking {
  /** The additional cost of a ranked element, in units of an element of a list. */
  private static final int RANKED = 4;

  private Ranking() {}

  static @Nullable Object max(List<?> keys) {
    return max(keys, keys);
  }

  static @Nullable Object min(List<?> keys) {
    return min(keys, keys);
  }

  static @Nullable Object max(List<?> elements, List<?> keys) {
    return extreme(elements, keys, 1);
  }

  static @Nullable Object min(List<?> elements, List<?> keys) {
    return extreme(elements, keys, -1);
  }

  /** Returns the element with the greatest or smallest key; the first, if several are equal. */
  private static @Nullable Object extreme(List<?> elements, List<?> keys, int sign) {
    if (elements.isEmpty()) {
      return null;
    }
    int best = 0;
    for (int i = 1; i < keys.size(); i++) {
      if (Integer.signum(compare(keys.get(i), keys.get(best))) == sign) {
        best = i;
      }
    }
    return elements.get(best);
  }

  /** Sorts elements by their keys. The sort is stable. */
  static List<?> sort(List<?> elements, List<?> keys, Evaluation run) {
    run.makeList(elements.size());
    run.makeList(RANKED * elements.size());
    List<Ranked> ranked = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      ranked.add(new Ranked(elements.get(i), keys.get(i)));
    }
    ranked.sort(BY_KEY);
    List<@Nullable Object> sorted = new ArrayList<>(elements.size());
    for (Ranked each : ranked) {
      sorted.add(each.element());
    }
    return Collections.unmodifiableList(sorted);
  }

  private static final Comparator<Ranked> BY_KEY = (a, b) -> compare(a.key(), b.key());

  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return Numbers.compare(x, y);
    }
    return a instanceof String x && b instanceof String y ? Values.compare(x, y) : 0;
  }

  private record Ranked(@Nullable Object element, @Nullable Object key) {}
}
