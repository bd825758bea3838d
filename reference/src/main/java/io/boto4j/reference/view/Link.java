package io.boto4j.reference.view;

import io.boto4j.reference.text.Words;
import java.util.List;

/**
 * A link to a page or a heading.
 *
 * @param text the text
 * @param href the target, relative to the page that shows the link; empty for text without a link
 */
public record Link(String text, String href) {
  /**
   * Returns the text in parts between which a line may break.
   *
   * @return the parts, such as {@code Put} and {@code Item}
   */
  public List<String> parts() {
    return text.indexOf(' ') < 0 ? Words.of(text) : List.of(text);
  }

  /**
   * Returns whether there is a target.
   *
   * @return whether there is
   */
  public boolean isLink() {
    return !href.isEmpty();
  }
}
