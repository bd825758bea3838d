package io.boto4j.reference.text;

import java.util.ArrayList;
import java.util.List;

/** The words of names in camel case. */
public final class Words {
  private Words() {}

  /**
   * Splits a name.
   *
   * @param name the name, such as {@code DescribeDBInstances}
   * @return its words, such as Describe, DB, Instances
   */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < name.length(); i++) {
      char before = name.charAt(i - 1);
      char here = name.charAt(i);
      boolean next = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
      boolean plural = next && name.charAt(i + 1) == 's' && (i + 2 == name.length());
      if (Character.isUpperCase(here) && (!Character.isUpperCase(before) || (next && !plural))) {
        words.add(name.substring(start, i));
        start = i;
      }
    }
    words.add(name.substring(start));
    return words;
  }

  /**
   * Returns the words with spaces between them.
   *
   * @param name the name
   * @return the words
   */
  public static String spaced(String name) {
    return String.join(" ", of(name));
  }

  /**
   * Returns a noun in the singular, by the rules that suffice for the names of operations.
   *
   * @param noun the noun
   * @return the singular
   */
  public static String singular(String noun) {
    if (noun.endsWith("ies") && noun.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    for (String es : List.of("sses", "shes", "ches", "xes")) {
      if (noun.endsWith(es)) {
        return noun.substring(0, noun.length() - 2);
      }
    }
    boolean plural =
        noun.endsWith("s")
            && !noun.endsWith("ss")
            && !noun.endsWith("us")
            && !noun.endsWith("is")
            && !noun.endsWith("DNS");
    return plural ? noun.substring(0, noun.length() - 1) : noun;
  }
}
