package io.boto4j.internal.help;

import java.util.Map;

/** Converts the HTML of the models to lines for a terminal. */
final class PlainText {
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "#39", "'");

  private static final int LONGEST_ENTITY = 6;

  private PlainText() {}

  /** Returns the text, wrapped at a width and indented. */
  static String of(String html, String indent, int width) {
    StringBuilder lines = new StringBuilder();
    for (String paragraph : stripped(html).split("\n", -1)) {
      wrap(paragraph.strip(), indent, width, lines);
    }
    return lines.toString();
  }

  /** Removes all tags. Paragraphs, headings and list items begin new lines. */
  private static String stripped(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      int end = c == '<' ? html.indexOf('>', i) : -1;
      if (end > 0) {
        String tag = html.substring(i + 1, end);
        if (tag.equals("p") || tag.startsWith("/p") || tag.equals("br") || tag.startsWith("h")) {
          text.append('\n');
        } else if (tag.equals("li")) {
          text.append("\n- ");
        } else if (tag.startsWith("/h") || tag.startsWith("/ul") || tag.startsWith("/note")) {
          text.append('\n');
        }
        i = end + 1;
      } else if (c == '&') {
        i = entity(html, i, text);
      } else {
        text.append(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
        i++;
      }
    }
    return text.toString();
  }

  private static int entity(String html, int start, StringBuilder text) {
    int end = html.indexOf(';', start);
    String known =
        end < 0 || end - start > LONGEST_ENTITY
            ? null
            : ENTITIES.get(html.substring(start + 1, end));
    text.append(known == null ? "&" : known);
    return known == null ? start + 1 : end + 1;
  }

  private static void wrap(String paragraph, String indent, int width, StringBuilder lines) {
    if (paragraph.isEmpty() || paragraph.equals("-")) {
      return;
    }
    int column = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (column == 0) {
        lines.append(indent).append(word);
        column = indent.length() + word.length();
      } else if (column + 1 + word.length() > width) {
        lines.append('\n').append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        lines.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    lines.append('\n');
  }
}
