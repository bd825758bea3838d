package io.boto4j.reference.view;

import java.util.List;

/**
 * The limits of the values of a member.
 *
 * @param sizes the limits of lengths and numbers, such as {@code 1–255 characters}
 * @param pattern the regular expression that values match, or empty
 * @param values the values of an enumeration, or the first ones
 * @param more how many further values the enumeration has
 * @param href the page with all values; empty if all are here
 */
public record Limits(
    List<String> sizes, String pattern, List<String> values, int more, String href) {
  /**
   * Creates limits, with copies of the lists.
   *
   * @param sizes the limits of lengths and numbers, such as {@code 1–255 characters}
   * @param pattern the regular expression that values match, or empty
   * @param values the values of an enumeration, or the first ones
   * @param more how many further values the enumeration has
   * @param href the page with all values; empty if all are here
   */
  public Limits {
    sizes = List.copyOf(sizes);
    values = List.copyOf(values);
  }
}
