package io.boto4j.reference.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name as its words in lower case and the pattern that restores the name: one letter per word,
 * and the characters between the words. The letters are {@code l} for a word in lower case, {@code
 * C} for one that begins with a capital, {@code U} for one in capitals, and {@code S} for a plural
 * of one in capitals.
 *
 * <p>{@code DBInstanceARNs} is {@code db}, {@code instance}, {@code arns} with the pattern {@code
 * UCS}; {@code PAY_PER_REQUEST} has the pattern {@code U_U_U}. The browser splits what is typed in
 * the same way: see words.js.
 *
 * @param words the words, of ASCII letters and digits
 * @param pattern the pattern
 */
record Words(List<String> words, String pattern) {
  /** Splits a name. */
  static Words of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    int start = 0;
    while (start < name.length()) {
      if (!isWord(name.charAt(start))) {
        pattern.append(name.charAt(start++));
        continue;
      }
      int end = start + 1;
      while (end < name.length() && isWord(name.charAt(end)) && !begins(name, start, end)) {
        end++;
      }
      String word = name.substring(start, end);
      words.add(word.toLowerCase(Locale.ROOT));
      pattern.append(letter(word));
      start = end;
    }
    return new Words(List.copyOf(words), pattern.toString());
  }

  /** Whether a word begins at a character that follows a letter or digit. */
  private static boolean begins(String name, int start, int at) {
    char before = name.charAt(at - 1);
    char here = name.charAt(at);
    if (!isCapital(here)) {
      return isPluralOf(name, start, at - 1) && isWord(here);
    }
    if (!isCapital(before)) {
      return true;
    }
    return at + 1 < name.length() && isSmall(name.charAt(at + 1)) && !isPlural(name, at + 1);
  }

  /** Whether the word from start to a character is a plural, such as the one in {@code IDs2}. */
  private static boolean isPluralOf(String name, int start, int at) {
    return at - start >= 2 && isCapital(name.charAt(at - 1)) && isPlural(name, at);
  }

  /** Whether the character is the {@code s} after capitals, as in {@code DBInstanceARNs}. */
  private static boolean isPlural(String name, int at) {
    return name.charAt(at) == 's'
        && at >= 2
        && isCapital(name.charAt(at - 1))
        && isCapital(name.charAt(at - 2))
        && (at + 1 == name.length() || !isSmall(name.charAt(at + 1)));
  }

  private static char letter(String word) {
    boolean first = isCapital(word.charAt(0));
    boolean capitals = false;
    boolean small = false;
    for (int i = 1; i < word.length(); i++) {
      capitals |= isCapital(word.charAt(i));
      small |= isSmall(word.charAt(i));
    }
    if (!first && !capitals) {
      return 'l';
    }
    if (!capitals) {
      return 'C';
    }
    return small ? 'S' : 'U';
  }

  /** Restores the name. */
  String name() {
    StringBuilder name = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (!isWord(letter)) {
        name.append(letter);
        continue;
      }
      String word = words.get(next++);
      int capitals =
          switch (letter) {
            case 'C' -> 1;
            case 'U' -> word.length();
            case 'S' -> word.length() - 1;
            default -> 0;
          };
      name.append(word.substring(0, capitals).toUpperCase(Locale.ROOT))
          .append(word, capitals, word.length());
    }
    return name.toString();
  }

  private static boolean isWord(char c) {
    return isCapital(c) || isSmall(c) || (c >= '0' && c <= '9');
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
