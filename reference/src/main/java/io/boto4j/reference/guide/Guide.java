package io.boto4j.reference.guide;

import io.boto4j.reference.text.SafeHtml;
import java.util.List;

/**
 * A guide as a page.
 *
 * @param name the name of its file without the extension, such as {@code dynamodb}
 * @param label the title in the navigation
 * @param title the title of the page, which is the first heading of the file
 * @param body the page without its title
 * @param headings the headings below the title, in order
 */
public record Guide(
    String name, String label, String title, SafeHtml body, List<Heading> headings) {
  /**
   * Creates a guide.
   *
   * @param name the name of its file without the extension
   * @param label the title in the navigation
   * @param title the title of the page
   * @param body the page without its title
   * @param headings the headings, which are copied
   */
  public Guide {
    headings = List.copyOf(headings);
  }

  /**
   * A heading of a guide.
   *
   * @param id the anchor, without {@code #}
   * @param text the text
   * @param level 2 for a section, 3 for a part of a section
   */
  public record Heading(String id, String text, int level) {}
}
