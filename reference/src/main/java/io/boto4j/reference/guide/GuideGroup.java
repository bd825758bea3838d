package io.boto4j.reference.guide;

import java.util.List;

/**
 * A group of guides in the navigation.
 *
 * @param title the title
 * @param entries the guides, in order
 */
public record GuideGroup(String title, List<Entry> entries) {
  /**
   * Creates a group.
   *
   * @param title the title
   * @param entries the guides, which are copied
   */
  public GuideGroup {
    entries = List.copyOf(entries);
  }

  /**
   * An entry of the navigation.
   *
   * @param name the name of the guide
   * @param label its title in the navigation
   */
  public record Entry(String name, String label) {}
}
