package io.boto4j.model.derived;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The camel-case words of names, and the plurals of nouns. */
final class Words {
  private Words() {}

  /** Returns the first word of a name: {@code Describe} of {@code DescribeDBInstances}. */
  static String first(String name) {
    int end = 1;
    while (end < name.length() && !startsWord(name, end)) {
      end++;
    }
    return name.substring(0, Math.min(end, name.length()));
  }

  /** Returns the plurals that a noun can have, the noun itself not among them. */
  static Set<String> plurals(String noun) {
    Set<String> plurals = new LinkedHashSet<>();
    if (noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(before(noun, 1)) < 0) {
      plurals.add(cut(noun, 1) + "ies");
      return plurals;
    }
    if (noun.endsWith("sis")) {
      plurals.add(cut(noun, 2) + "es");
      return plurals;
    }
    if (noun.endsWith("ex") || noun.endsWith("ix")) {
      plurals.add(cut(noun, 2) + "ices");
    }
    boolean hisses =
        noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh");
    plurals.add(noun + (hisses ? "es" : "s"));
    return plurals;
  }

  /** Tells whether a name is a plural of a noun, whatever the case of its letters. */
  static boolean isPlural(String name, String noun) {
    for (String each : plurals(noun)) {
      if (same(each, name)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether two names are equal, whatever the case of their letters. */
  static boolean same(String name, String other) {
    return name.replace("_", "").equalsIgnoreCase(other.replace("_", ""));
  }

  /** Tells whether any of several names is equal to a name, whatever the case of the letters. */
  static boolean isAmong(String name, Iterable<String> names) {
    for (String each : names) {
      if (same(each, name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the position of a noun, in singular, in a name; -1 if the name lacks its words. */
  static int position(String name, String noun) {
    int at = name.indexOf(noun);
    while (at >= 0) {
      int end = at + noun.length();
      if (at > 0 && startsWord(name, at) && (end == name.length() || startsWord(name, end))) {
        return at;
      }
      at = name.indexOf(noun, at + 1);
    }
    return -1;
  }

  /** Returns the ends of a noun that are whole words, such as {@code Client} of a user pool's. */
  static List<String> suffixes(String noun) {
    List<String> suffixes = new ArrayList<>();
    for (int i = 1; i < noun.length(); i++) {
      if (startsWord(noun, i)) {
        suffixes.add(noun.substring(i));
      }
    }
    return suffixes;
  }

  /** Returns a name that starts with a capital and spells {@code ARN} and {@code ID} as words. */
  static String upperCamel(String name) {
    String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    if (upper.endsWith("ARN")) {
      return cut(upper, 3) + "Arn";
    }
    return upper.endsWith("ID") && !upper.endsWith("UUID") ? cut(upper, 2) + "Id" : upper;
  }

  private static boolean startsWord(String name, int at) {
    char c = name.charAt(at);
    if (!Character.isUpperCase(c)) {
      return false;
    }
    boolean beforeIsUpper = Character.isUpperCase(name.charAt(at - 1));
    boolean nextIsLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return !beforeIsUpper || nextIsLower;
  }

  private static char before(String text, int last) {
    return text.charAt(text.length() - 1 - last);
  }

  private static String cut(String text, int last) {
    return text.substring(0, text.length() - last);
  }
}
