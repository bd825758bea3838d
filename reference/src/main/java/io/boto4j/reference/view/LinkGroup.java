package io.boto4j.reference.view;

import java.util.List;

/**
 * Links under a heading.
 *
 * @param title the heading
 * @param links the links
 */
public record LinkGroup(String title, List<Link> links) {
  /**
   * Creates a group, with a copy of the list.
   *
   * @param title the heading
   * @param links the links
   */
  public LinkGroup {
    links = List.copyOf(links);
  }
}
