package io.boto4j.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which known name was probably meant. */
final class NearName {
  private NearName() {}

  /**
   * The known name that takes the fewest edits to reach.
   *
   * @return that name, or null if none is within a third of the wrong name's length
   */
  static @Nullable String of(String wrong, Collection<String> known) {
    String nearest = null;
    int fewest = Math.max(1, wrong.length() / 3) + 1;
    for (String name : known) {
      // Names too different in length cannot be near, and hostile ones would take long to compare.
      if (Math.abs(name.length() - wrong.length()) < fewest) {
        int edits = edits(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (edits < fewest) {
          fewest = edits;
          nearest = name;
        }
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, one row at a time. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j - 1], diagonal) + 1);
      }
    }
    return row[row.length - 1];
  }
}
