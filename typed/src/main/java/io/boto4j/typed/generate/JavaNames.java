package io.boto4j.typed.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Java names from AWS's names. Acronyms become words: {@code DBInstanceARN} is {@code
 * DbInstanceArn} as a type, {@code dbInstanceArn} as a method and {@code DB_INSTANCE_ARN} as a
 * constant.
 */
final class JavaNames {
  /** Words that cannot be the name of a method or a parameter. */
  private static final Set<String> KEYWORDS =
      ReservedNames.names(
          """
          _ abstract assert boolean break byte case catch char class const continue default do
          double else enum extends false final finally float for goto if implements import
          instanceof int interface long native new null package private protected public
          return short static strictfp super switch synchronized this throw throws transient
          true try void volatile while yield
          """);

  private JavaNames() {}

  /** Returns the name of a type, such as {@code DbInstance}. */
  static String type(String name) {
    StringBuilder type = new StringBuilder();
    for (String word : words(name)) {
      type.append(capitalized(word));
    }
    return startable(type.toString());
  }

  /** Returns the name of a method or parameter, such as {@code dbInstance}; may be a keyword. */
  static String member(String name) {
    StringBuilder member = new StringBuilder();
    for (String word : words(name)) {
      member.append(member.length() == 0 ? word.toLowerCase(Locale.ROOT) : capitalized(word));
    }
    return startable(member.toString());
  }

  /**
   * Returns the name of a constant, such as {@code DB_INSTANCE}. Without a letter or digit, it is
   * made of the codes of the characters, so that it does not depend on other constants.
   */
  static String constant(String value) {
    List<String> words = words(value);
    if (!words.isEmpty()) {
      return startable(String.join("_", words).toUpperCase(Locale.ROOT));
    }
    StringBuilder codes = new StringBuilder(value.isEmpty() ? "EMPTY" : "VALUE");
    for (int i = 0; i < value.length(); i++) {
      codes.append('_').append(Integer.toHexString(value.charAt(i)).toUpperCase(Locale.ROOT));
    }
    return codes.toString();
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  /** Whether a text is the name of a package, such as {@code com.acme.rds}. */
  static boolean isPackage(String name) {
    int start = 0;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      String part = name.substring(start, end);
      if (part.isEmpty() || isKeyword(part) || !Character.isJavaIdentifierStart(part.charAt(0))) {
        return false;
      }
      for (int i = 1; i < part.length(); i++) {
        if (!Character.isJavaIdentifierPart(part.charAt(i))) {
          return false;
        }
      }
      start = end + 1;
    }
    return true;
  }

  /**
   * Splits a name into words: at characters that are neither letters nor digits, before a capital
   * after a small letter or digit, and before the last of several capitals if a small letter
   * follows. A single {@code s} at the end of an acronym belongs to it, as in {@code ARNs}.
   */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !isPart(name.charAt(i))) {
        add(words, name, start, i);
        start = i + 1;
      } else if (i > start && isBoundary(name, i)) {
        add(words, name, start, i);
        start = i;
      }
    }
    return words;
  }

  private static void add(List<String> words, String name, int start, int end) {
    if (end > start) {
      words.add(name.substring(start, end));
    }
  }

  private static boolean isBoundary(String name, int i) {
    if (!isUpper(name, i)) {
      return false;
    }
    return !isUpper(name, i - 1) || (isLower(name, i + 1) && !isPlural(name, i + 1));
  }

  /** Whether the small letter at an index is the plural of the acronym before it. */
  private static boolean isPlural(String name, int i) {
    return name.charAt(i) == 's' && !isLower(name, i + 1) && !isDigit(name, i + 1);
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isUpper(String name, int i) {
    return i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z';
  }

  private static boolean isLower(String name, int i) {
    return i < name.length() && name.charAt(i) >= 'a' && name.charAt(i) <= 'z';
  }

  private static boolean isDigit(String name, int i) {
    return i < name.length() && name.charAt(i) >= '0' && name.charAt(i) <= '9';
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String startable(String name) {
    return name.isEmpty() || (name.charAt(0) >= '0' && name.charAt(0) <= '9') ? "_" + name : name;
  }
}
