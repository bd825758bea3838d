package io.boto4j.internal.signing;

/** SigV4's canonical query: the pairs as they are sent, sorted by name, then by value. */
final class CanonicalQuery {
  private final String query;

  /** For each pair: its start, the end of its name, and its end. */
  private final int[] bounds;

  private CanonicalQuery(String query, int pairs) {
    this.query = query;
    this.bounds = new int[pairs * 3];
    for (int i = 0, from = 0; i < bounds.length; i += 3) {
      int to = query.indexOf('&', from);
      to = to < 0 ? query.length() : to;
      int equals = query.indexOf('=', from);
      bounds[i] = from;
      bounds[i + 1] = equals < 0 || equals > to ? to : equals;
      bounds[i + 2] = to;
      from = to + 1;
    }
  }

  static void write(Utf8Buffer out, String query) {
    int pairs = 1;
    for (int at = query.indexOf('&'); at >= 0; at = query.indexOf('&', at + 1)) {
      pairs++;
    }
    CanonicalQuery canonical = new CanonicalQuery(query, pairs);
    if (pairs > 1) {
      canonical.sort();
    }
    canonical.write(out);
  }

  private void write(Utf8Buffer out) {
    for (int i = 0; i < bounds.length; i += 3) {
      if (i > 0) {
        out.add('&');
      }
      out.add(query, bounds[i], bounds[i + 1]).add('=');
      out.add(query, Math.min(bounds[i + 1] + 1, bounds[i + 2]), bounds[i + 2]);
    }
  }

  /** Shellsort: it creates no objects, and sorts thousands of pairs in well under a second. */
  private void sort() {
    int gap = 3;
    while (gap < bounds.length / 3) {
      gap = gap * 3 + 3;
    }
    for (; gap > 0; gap = gap / 9 * 3) {
      for (int i = gap; i < bounds.length; i += 3) {
        for (int j = i; j >= gap && compare(j - gap, j) > 0; j -= gap) {
          swap(j - gap, j);
        }
      }
    }
  }

  private void swap(int a, int b) {
    for (int i = 0; i < 3; i++) {
      int kept = bounds[a + i];
      bounds[a + i] = bounds[b + i];
      bounds[b + i] = kept;
    }
  }

  private int compare(int a, int b) {
    int names = compare(bounds[a], bounds[a + 1], bounds[b], bounds[b + 1]);
    return names != 0 ? names : compare(bounds[a + 1], bounds[a + 2], bounds[b + 1], bounds[b + 2]);
  }

  private int compare(int from, int to, int otherFrom, int otherTo) {
    int length = Math.min(to - from, otherTo - otherFrom);
    for (int i = 0; i < length; i++) {
      int difference = rank(query.charAt(from + i)) - rank(query.charAt(otherFrom + i));
      if (difference != 0) {
        return difference;
      }
    }
    return (to - from) - (otherTo - otherFrom);
  }

  /** Orders by UTF-8 bytes: surrogates, which form the highest code points, come last. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
