package io.boto4j.reference.site;

import java.util.Optional;
import java.util.stream.Stream;

/** A part of the site: pages of services, guides, assets, or the index of the search. */
public interface PageSource {
  /**
   * Returns the paths of all files of this part, in a fixed order.
   *
   * @return the paths, relative to the root of the site
   */
  Stream<String> paths();

  /**
   * Finds a file by its path.
   *
   * @param path the path, relative to the root of the site
   * @return the file; empty if this part does not have it
   */
  Optional<Page> page(String path);
}
