package io.boto4j.s3;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The include and exclude patterns of a tree, in their order. Patterns are those of {@code
 * fnmatch}, matched in a time that grows at most with the product of both lengths.
 */
final class Filters {
  private final List<int[]> patterns = new ArrayList<>();

  /** The positions of the patterns that include. */
  private final BitSet including = new BitSet();

  void add(boolean includes, String pattern) {
    including.set(patterns.size(), includes);
    patterns.add(pattern.codePoints().toArray());
  }

  /** Whether a file is included. */
  boolean include(String name) {
    if (patterns.isEmpty()) {
      return true;
    }
    int[] text = name.codePoints().toArray();
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (matches(patterns.get(i), text)) {
        return including.get(i);
      }
    }
    return true;
  }

  /**
   * Whether everything below a directory is excluded, so that it need not be read.
   *
   * @param directory the relative path of the directory with a slash at the end
   */
  boolean excludeAllBelow(String directory) {
    int[] text = directory.codePoints().toArray();
    for (int i = patterns.size() - 1; i >= 0 && !including.get(i); i--) {
      int[] pattern = patterns.get(i);
      // A star at the end matches whatever follows.
      if (pattern.length > 0 && pattern[pattern.length - 1] == '*' && matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  static boolean matches(String pattern, String text) {
    return matches(pattern.codePoints().toArray(), text.codePoints().toArray());
  }

  /** Matches greedily from the last star on: an earlier star never needs to match more. */
  private static boolean matches(int[] pattern, int[] text) {
    int p = 0;
    int t = 0;
    int afterStar = -1;
    int retry = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        afterStar = ++p;
        retry = t;
        continue;
      }
      int next = p < pattern.length ? matchOne(pattern, p, text[t]) : -1;
      if (next >= 0) {
        p = next;
        t++;
      } else if (afterStar >= 0) {
        p = afterStar;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }

  /** Matches one character; returns the position after the element of the pattern, or −1. */
  private static int matchOne(int[] pattern, int at, int c) {
    if (pattern[at] == '?') {
      return at + 1;
    }
    int end = pattern[at] == '[' ? endOfSet(pattern, at) : -1;
    if (end < 0) {
      return pattern[at] == c ? at + 1 : -1;
    }
    boolean negated = pattern[at + 1] == '!';
    return isInSet(pattern, negated ? at + 2 : at + 1, end, c) != negated ? end + 1 : -1;
  }

  /** Returns the position of the bracket that closes a set; −1 if the first is an ordinary one. */
  private static int endOfSet(int[] pattern, int at) {
    int i = at + 1;
    if (i < pattern.length && pattern[i] == '!') {
      i++;
    }
    if (i < pattern.length && pattern[i] == ']') {
      i++;
    }
    while (i < pattern.length && pattern[i] != ']') {
      i++;
    }
    return i < pattern.length ? i : -1;
  }

  private static boolean isInSet(int[] pattern, int from, int end, int c) {
    for (int i = from; i < end; i++) {
      if (i + 2 < end && pattern[i + 1] == '-') {
        if (pattern[i] <= c && c <= pattern[i + 2]) {
          return true;
        }
        i += 2;
      } else if (pattern[i] == c) {
        return true;
      }
    }
    return false;
  }
}
