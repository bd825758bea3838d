package io.boto4j.reference.text;

import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements that texts consist of: blocks, and what is in a line. */
final class TextTags {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "aside",
          "pre",
          "blockquote",
          "h3",
          "h4",
          "h5",
          "h6",
          "table",
          "hr",
          "div",
          "section",
          "article",
          "main",
          "center",
          "figure",
          "header",
          "footer");

  private static final Set<String> INLINE =
      Set.of("a", "b", "strong", "i", "em", "u", "code", "span", "sub", "sup", "font", "small");

  private TextTags() {}

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }
}
