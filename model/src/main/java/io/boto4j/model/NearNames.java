package io.boto4j.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Suggestions for misspelled names. */
public final class NearNames {
  private static final int MOST = 5;

  private NearNames() {}

  /**
   * Returns the known names that are similar to a misspelled one.
   *
   * <p>Names are similar if few letters are changed, added, missing or swapped, ignoring case and
   * separators, or if one contains the other.
   *
   * @param wrong the misspelled name
   * @param known the existing names
   * @return at most five names, the most similar first
   */
  public static List<String> of(String wrong, Iterable<String> known) {
    return find(wrong, known, /* parts= */ true);
  }

  /**
   * Returns the known names that a misspelled one is probably meant to be: in which few letters are
   * changed, added, missing or swapped, ignoring case and separators.
   *
   * @param wrong the misspelled name
   * @param known the existing names
   * @return at most five names, the most similar first
   */
  public static List<String> misspelled(String wrong, Iterable<String> known) {
    return find(wrong, known, /* parts= */ false);
  }

  private static List<String> find(String wrong, Iterable<String> known, boolean parts) {
    String plainWrong = plain(wrong);
    TreeMap<Integer, List<String>> byDistance = new TreeMap<>();
    for (String name : known) {
      String plainName = plain(name);
      int distance = distance(plainWrong, plainName);
      boolean contained =
          parts
              && plainWrong.length() >= 3
              && (plainName.contains(plainWrong) || plainWrong.contains(plainName));
      if (distance <= Math.max(1, plainWrong.length() / 3)) {
        byDistance.computeIfAbsent(distance, key -> new ArrayList<>()).add(name);
      } else if (contained) {
        byDistance.computeIfAbsent(100 + distance, key -> new ArrayList<>()).add(name);
      }
    }
    List<String> nearest = new ArrayList<>();
    for (List<String> names : byDistance.values()) {
      Collections.sort(names);
      nearest.addAll(names);
    }
    return nearest.subList(0, Math.min(MOST, nearest.size()));
  }

  /**
   * Returns a suggestion to append to a message.
   *
   * @param wrong the misspelled name
   * @param known the existing names
   * @return {@code " Did you mean A or B?"} with a leading space, or an empty text if no name is
   *     similar
   */
  public static String hint(String wrong, Iterable<String> known) {
    List<String> near = of(wrong, known);
    return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < Math.min(name.length(), 100); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_' && c != ' ' && c != '.') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** The Levenshtein distance, where two swapped letters count as one change; keeps three rows. */
  private static int distance(String a, String b) {
    int[] twoAbove = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char here = a.charAt(i - 1);
        char there = b.charAt(j - 1);
        int change = above[j - 1] + (here == there ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && here == b.charAt(j - 2) && a.charAt(i - 2) == there) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
      int[] oldest = twoAbove;
      twoAbove = above;
      above = row;
      row = oldest;
    }
    return above[b.length()];
  }
}
