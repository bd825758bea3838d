package io.boto4j.internal.text;

/**
 * Text from outside, made fit to stand in a message: on one line, with nothing in it that a
 * terminal or a log would obey.
 */
public final class Printable {
  private static final int LONGEST = 100;

  private Printable() {}

  /**
   * Makes a short text printable.
   *
   * @param text any text
   * @return its first 100 characters, those that are not visible replaced by {@code ?}, and {@code
   *     …} if there were more
   */
  public static String of(String text) {
    return text.length() <= LONGEST ? whole(text) : whole(text.substring(0, LONGEST)) + '…';
  }

  /**
   * Makes a text printable that is of use only as a whole, such as a path.
   *
   * @param text any text
   * @return the text, with characters that are not visible replaced by {@code ?}
   */
  public static String whole(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(isVisible(c) ? c : '?');
    }
    return shown.toString();
  }

  /** Format characters count as invisible because some of them reverse the text around them. */
  private static boolean isVisible(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED;
  }
}
