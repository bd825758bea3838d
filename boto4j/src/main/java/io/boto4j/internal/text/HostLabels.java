package io.boto4j.internal.text;

/**
 * What may stand in a host name, by RFC 1123: letters, digits and hyphens of ASCII.
 *
 * <p>Regions, account ids, buckets and host prefixes enter a host name only through these checks:
 * one holding {@code /}, {@code #} or {@code @} would send a signed request to another host.
 */
public final class HostLabels {
  private static final int MAX_LABEL = 63;

  /** RFC 1035, section 2.3.4, less the length octet and the root label. */
  private static final int MAX_NAME = 253;

  private HostLabels() {}

  /**
   * Whether a text is one host label.
   *
   * @param text the text
   * @return true if it has 1 to 63 letters, digits and hyphens, no hyphen first or last
   */
  public static boolean isLabel(String text) {
    return isLabel(text, 0, text.length());
  }

  /**
   * Whether a text is host labels joined by dots, none of them empty.
   *
   * @param text the text
   * @return true if each part between dots is a label; the whole may be of any length
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
   * Whether a text is a host name, to be looked up as it stands.
   *
   * @param text the text; one dot at its end, which names the root, is allowed
   * @return true if it has at most 253 characters and consists of labels
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
