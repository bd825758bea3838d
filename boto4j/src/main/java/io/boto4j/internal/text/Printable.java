package io.boto4j.internal.text;

/**
 * Makes untrusted text safe for a message: one line, without characters that control a terminal or
 * a log.
 */
public final class Printable {
  private static final int LONGEST = 100;

  private Printable() {}

  /**
   * Makes a text printable, and cuts it if it is long.
   *
   * @param text any text
   * @return the first 100 characters, with invisible ones replaced by {@code ?}, and {@code …} if
   *     more follow
   */
  public static String of(String text) {
    return text.length() <= LONGEST ? whole(text) : whole(text.substring(0, LONGEST)) + '…';
  }

  /**
   * Makes a text printable without cutting it, for text that is useless in part, such as a path.
   *
   * @param text any text
   * @return the text, with invisible characters replaced by {@code ?}
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
