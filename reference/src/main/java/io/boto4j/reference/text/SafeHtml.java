package io.boto4j.reference.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * Markup that is safe to print in a page. Templates print it as it is, and escape everything else.
 *
 * <p>Only this package creates it, from text that it escapes or from markup that it cleans.
 * Immutable and thread-safe.
 */
public final class SafeHtml implements Content {
  /** No markup. */
  public static final SafeHtml EMPTY = new SafeHtml("");

  private final String markup;

  SafeHtml(String markup) {
    this.markup = markup;
  }

  /**
   * Creates markup from plain text.
   *
   * @param text any text
   * @return the text, escaped
   */
  public static SafeHtml text(String text) {
    return text.isEmpty() ? EMPTY : new SafeHtml(escape(text));
  }

  /** Escapes a text for the content of an element and for quoted attributes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * Returns the markup.
   *
   * @return the HTML
   */
  public String markup() {
    return markup;
  }

  @Override
  public boolean isEmptyContent() {
    return markup.isEmpty();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  @Override
  public String toString() {
    return markup;
  }
}
