package io.boto4j.internal.text;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as AWS requires it: all characters except RFC 3986's unreserved ones, {@code A-Z
 * a-z 0-9 - . _ ~}, are replaced by their UTF-8 bytes in upper-case hexadecimal.
 *
 * <p>A space becomes {@code %20}, never {@code +}. An unpaired surrogate has no UTF-8 form and is
 * encoded as U+FFFD, the replacement character.
 */
public final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /**
   * Encodes a path segment, a query name or a query value.
   *
   * @param text any text
   * @return the encoded text, {@code /} included; the same object if nothing needed encoding
   */
  public static String encode(String text) {
    return encode(text, false);
  }

  /**
   * Encodes a path, keeping its slashes.
   *
   * @param path the path, not yet encoded: a {@code %} becomes {@code %25}
   * @return the encoded path; the same object if nothing needed encoding
   */
  public static String encodePath(String path) {
    return encode(path, true);
  }

  /**
   * Decodes a text. A {@code +} is kept, as is a {@code %} without two hexadecimal digits after it.
   * Bytes that are not valid UTF-8 become U+FFFD.
   *
   * @param text the encoded text
   * @return the decoded text; the same object if it contains no {@code %}
   */
  public static String decode(String text) {
    int at = text.indexOf('%');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
    byte[] octets = new byte[(text.length() - at) / 3];
    while (at < text.length()) {
      int count = 0;
      for (int octet = octetAt(text, at); octet >= 0; octet = octetAt(text, at)) {
        octets[count++] = (byte) octet;
        at += 3;
      }
      if (count > 0) {
        out.append(new String(octets, 0, count, StandardCharsets.UTF_8));
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static String encode(String text, boolean keepSlash) {
    for (int i = 0; i < text.length(); i++) {
      if (!stays(text.charAt(i), keepSlash)) {
        return encodeFrom(i, text, keepSlash);
      }
    }
    return text;
  }

  private static String encodeFrom(int from, String text, boolean keepSlash) {
    StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (stays(c, keepSlash)) {
        out.append(c);
      } else if (c < 0x80) {
        octet(out, c);
      } else {
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        multibyte(out, codePoint);
      }
    }
    return out.toString();
  }

  private static void multibyte(StringBuilder out, int codePoint) {
    if (codePoint < 0x800) {
      octet(out, 0xC0 | codePoint >> 6);
    } else if (codePoint >= 0x10000) {
      octet(out, 0xF0 | codePoint >> 18);
      octet(out, 0x80 | (codePoint >> 12 & 0x3F));
      octet(out, 0x80 | (codePoint >> 6 & 0x3F));
    } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      out.append("%EF%BF%BD");
      return;
    } else {
      octet(out, 0xE0 | codePoint >> 12);
      octet(out, 0x80 | (codePoint >> 6 & 0x3F));
    }
    octet(out, 0x80 | (codePoint & 0x3F));
  }

  private static void octet(StringBuilder out, int octet) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
  }

  private static boolean stays(char c, boolean keepSlash) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || (c == '/' && keepSlash);
  }

  /** Returns the octet that is encoded at an index, or −1. */
  private static int octetAt(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = hexDigit(text.charAt(at + 1));
    int low = hexDigit(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Unlike {@link Character#digit}, accepts only the digits of ASCII. */
  private static int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
