package io.boto4j.reference.site;

/**
 * A link to a page or a heading.
 *
 * @param text the text
 * @param href the target, relative to the page that shows the link; empty for text without a link
 */
public record Link(String text, String href) {
  /**
   * Returns whether there is a target.
   *
   * @return whether there is
   */
  public boolean isLink() {
    return !href.isEmpty();
  }
}
