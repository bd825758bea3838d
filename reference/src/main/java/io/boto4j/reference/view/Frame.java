package io.boto4j.reference.view;

import java.util.List;

/**
 * What surrounds the content of a page.
 *
 * @param title the title of the window
 * @param path the path of the page, relative to the root of the site
 * @param description one sentence for search engines; may be empty
 * @param crumbs the way from the first page, without the page itself
 * @param contents the headings of the page, for the list "on this page"
 * @param sidebar the related pages; empty for a page without a side bar
 */
public record Frame(
    String title,
    String path,
    String description,
    List<Link> crumbs,
    List<Link> contents,
    List<LinkGroup> sidebar) {
  /**
   * Creates a frame, with copies of the lists.
   *
   * @param title the title of the window
   * @param path the path of the page, relative to the root of the site
   * @param description one sentence for search engines; may be empty
   * @param crumbs the way from the first page, without the page itself
   * @param contents the headings of the page, for the list "on this page"
   * @param sidebar the related pages; empty for a page without a side bar
   */
  public Frame {
    crumbs = List.copyOf(crumbs);
    contents = List.copyOf(contents);
    sidebar = List.copyOf(sidebar);
  }

  /**
   * Returns the way from the page to the root of the site.
   *
   * @return {@code ../} for each folder that the page is in
   */
  public String root() {
    return Links.root(path);
  }
}
