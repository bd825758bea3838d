package io.boto4j.typed.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AWS's documentation as text for Javadoc: paragraphs without markup, except {@code <code>}. No
 * character of the original reaches the source unless it is harmless there: tags, comments' ends,
 * Unicode escapes, at signs and anything outside ASCII become character references.
 */
final class JavadocText {
  /** The most characters of a text, which ends with the sentence before that. */
  private static final int MOST = 600;

  private static final Map<String, Integer> ENTITIES =
      Map.of(
          "amp",
          (int) '&',
          "lt",
          (int) '<',
          "gt",
          (int) '>',
          "quot",
          (int) '"',
          "apos",
          (int) '\'',
          "nbsp",
          (int) ' ',
          "mdash",
          0x2014,
          "ndash",
          0x2013,
          "copy",
          0xa9,
          "reg",
          0xae);

  /** At signs are not: without them, braces begin no tag. */
  private static final String HARMLESS = ".,;:!?()[]{}-_+=%$#'\"/*^|~`";

  private static final String MORE = " ...";
  private static final char CODE = '\u0001';
  private static final char END_OF_CODE = '\u0002';
  private static final char PARAGRAPH = '\u0003';

  private JavadocText() {}

  /**
   * Returns the paragraphs of a text.
   *
   * @param html the text as AWS writes it, or null
   * @return safe paragraphs, the first of which begins with the first sentence; empty if there is
   *     no text
   */
  static List<String> paragraphs(@Nullable String html) {
    return html == null ? List.of() : safe(cut(plain(html)));
  }

  /** Returns a text, such as a name or a value, with all that Javadoc would interpret escaped. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      escape(c, safe);
    }
    return safe.toString();
  }

  private static void escape(int c, StringBuilder safe) {
    boolean letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
    if (letter || (HARMLESS.indexOf(c) >= 0 && !(c == '/' && endsIn('*', safe)))) {
      safe.append((char) c);
    } else if (c == '\n' || c == '\t' || c == '\r') {
      safe.append(' ');
    } else if (c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) && !isSurrogate(c)) {
      safe.append("&#").append(c).append(';');
    }
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Removes the markup, and decodes the character references. */
  private static String plain(String html) {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      int end = c == '<' ? html.indexOf('>', i) : c == '&' ? html.indexOf(';', i) : -1;
      if (c == '<' && end > i && isTag(html, i)) {
        String tag = tag(html, i);
        if (tag.equals("code") || tag.equals("/code")) {
          boolean opens = tag.equals("code");
          if (opens != code) {
            text.append(opens ? CODE : END_OF_CODE);
            code = opens;
          }
        } else if (isBlock(tag)) {
          text.append(PARAGRAPH);
        }
        i = end;
      } else if (c == '&' && end > i && end - i < 12 && decoded(html, i, end) >= 0) {
        text.appendCodePoint(decoded(html, i, end));
        i = end;
      } else if (c > PARAGRAPH) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isTag(String html, int i) {
    char next = i + 1 < html.length() ? html.charAt(i + 1) : ' ';
    return next == '/' || next == '!' || Character.isLetter(next);
  }

  private static String tag(String html, int start) {
    int end = start + 1;
    while (end < html.length()
        && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '/')) {
      end++;
    }
    String tag = html.substring(start + 1, end).toLowerCase(Locale.ROOT);
    return tag.length() > 1 && tag.endsWith("/") ? tag.substring(0, tag.length() - 1) : tag;
  }

  private static boolean isBlock(String tag) {
    return switch (tag) {
      case "p",
          "/p",
          "li",
          "/li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "note",
          "important",
          "br",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "/h1",
          "/h2",
          "/h3",
          "/h4",
          "table",
          "tr",
          "pre",
          "fullname",
          "/fullname" ->
          true;
      default -> false;
    };
  }

  private static int decoded(String html, int start, int end) {
    String name = html.substring(start + 1, end);
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, -1);
    }
    try {
      int code =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code > ' ' ? code : ' ';
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static List<String> cut(String text) {
    List<String> paragraphs = new ArrayList<>();
    int length = 0;
    int start = 0;
    while (start < text.length() && length < MOST) {
      int end = text.indexOf(PARAGRAPH, start);
      end = end < 0 ? text.length() : end;
      String whole = joined(text.substring(start, end));
      String paragraph = cut(whole, MOST - length);
      boolean begun = paragraph.length() < whole.length() && paragraph.endsWith(MORE);
      if (hasText(paragraph) && (paragraphs.isEmpty() || !begun)) {
        paragraphs.add(paragraph);
      }
      length += whole.length();
      start = end + 1;
    }
    return paragraphs;
  }

  private static boolean hasText(String paragraph) {
    for (int i = 0; i < paragraph.length(); i++) {
      if (Character.isLetterOrDigit(paragraph.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Makes each run of white space one space. */
  private static String joined(String text) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || c == 0xa0;
      if (!space) {
        joined.append(c);
      } else if (joined.length() > 0 && joined.charAt(joined.length() - 1) != ' ') {
        joined.append(' ');
      }
    }
    return joined.toString().strip();
  }

  private static String cut(String paragraph, int most) {
    if (paragraph.length() <= most) {
      return paragraph;
    }
    int end = paragraph.lastIndexOf(". ", most);
    if (end > 0) {
      return paragraph.substring(0, end + 1);
    }
    int space = paragraph.lastIndexOf(' ', most);
    return paragraph.substring(0, space > 0 ? space : most) + MORE;
  }

  private static List<String> safe(List<String> paragraphs) {
    List<String> safe = new ArrayList<>();
    for (String paragraph : paragraphs) {
      safe.add(ended(safe(paragraph)));
    }
    return safe;
  }

  private static String safe(String paragraph) {
    StringBuilder text = new StringBuilder();
    int code = -1;
    for (int i = 0; i < paragraph.length(); ) {
      int c = paragraph.codePointAt(i);
      i += Character.charCount(c);
      if (c == CODE) {
        code = text.length();
      } else if (c == END_OF_CODE) {
        code(text, code);
        code = -1;
      } else if (c > PARAGRAPH && !(c == ' ' && endsIn(' ', text))) {
        escape(c, text);
      }
    }
    return text.toString();
  }

  private static boolean endsIn(char c, StringBuilder text) {
    return text.length() > 0 && text.charAt(text.length() - 1) == c;
  }

  /** Puts the end of a text into a tag, unless it is blank: Javadoc rejects empty tags. */
  private static void code(StringBuilder text, int start) {
    if (start >= 0 && text.substring(start).isBlank()) {
      text.setLength(start);
    } else if (start >= 0) {
      text.insert(start, "<code>").append("</code>");
    }
  }

  private static String ended(String text) {
    char last = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
    return last == '.' || last == '?' || last == '!' || last == ':' ? text : text + ".";
  }
}
