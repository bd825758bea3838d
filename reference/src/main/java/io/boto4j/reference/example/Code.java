package io.boto4j.reference.example;

import io.boto4j.reference.text.Grammar;
import io.boto4j.reference.text.Highlighter;
import io.boto4j.reference.text.SafeHtml;

/**
 * The source of a program, plain and coloured.
 *
 * @param text the source, for copying; it ends without a line break
 * @param highlighted the same as markup for a {@code <pre>}
 */
public record Code(String text, SafeHtml highlighted) {
  static Code of(String text, Grammar grammar) {
    return new Code(text, Highlighter.of(text, grammar));
  }
}
