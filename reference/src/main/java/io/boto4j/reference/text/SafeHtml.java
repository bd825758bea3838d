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
