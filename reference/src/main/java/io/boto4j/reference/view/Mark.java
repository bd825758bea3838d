package io.boto4j.reference.view;

/**
 * A short mark at the name of a member, an operation or an error.
 *
 * @param text the text, such as {@code required}
 * @param kind the class of the style sheet, such as {@code required}; {@code plain} for most
 * @param title the explanation that appears over the mark; may be empty
 */
public record Mark(String text, String kind, String title) {
  /**
   * Creates a mark without emphasis or explanation.
   *
   * @param text the text
   * @return the mark
   */
  public static Mark plain(String text) {
    return new Mark(text, "plain", "");
  }
}
