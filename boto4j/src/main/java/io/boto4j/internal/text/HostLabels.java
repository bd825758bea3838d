package io.boto4j.internal.text;

/**
 * The checks of host names and their labels: ASCII letters, digits and hyphens, as RFC 1123
 * requires.
 *
 * <p>Regions, account ids, buckets and host prefixes become part of a host name only after these
 * checks: a value with {@code /}, {@code #} or {@code @} would send a signed request to another
 * host.
 */
public final class HostLabels {
  private static final int MAX_LABEL = 63;

  /** RFC 1035, section 2.3.4, without the length octet and the root label. */
  private static final int MAX_NAME = 253;

  private HostLabels() {}

  /**
   * Whether a text is one host label.
   *
   * @param text the text
   * @return true if it consists of 1 to 63 letters, digits and hyphens, and neither begins nor ends
   *     with a hyphen
   */
  public static boolean isLabel(String text) {
    return isLabel(text, 0, text.length());
  }

  /**
   * Whether a text is one or more host labels separated by dots, none of them empty.
   *
   * @param text the text
   * @return true if each part is a label; the length of the whole is not limited
   */
  public static boolean areLabels(String text) {
    int from = 0;
    for (int to = text.indexOf('.'); to >= 0; to = text.indexOf('.', from)) {
      if (!isLabel(text, from, to)) {
        return false;
      }
      from = to + 1;
    }
    return isLabel(text, from, text.length());
  }

  /**
   * Whether a text is a host name that can be looked up as it is.
   *
   * @param text the text; one dot at the end, for the root, is allowed
   * @return true if it consists of labels and has at most 253 characters
   */
  public static boolean isHostName(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return name.length() <= MAX_NAME && areLabels(name);
  }

  private static boolean isLabel(String text, int from, int to) {
    if (to - from < 1 || to - from > MAX_LABEL) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && (c != '-' || i == from || i == to - 1)) {
        return false;
      }
    }
    return true;
  }
}
