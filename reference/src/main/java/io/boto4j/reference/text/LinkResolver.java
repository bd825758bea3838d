package io.boto4j.reference.text;

import org.jspecify.annotations.Nullable;

/**
 * The way from a page to the pages of the operations and shapes that its texts name.
 *
 * <p>AWS's texts name others of the same service, as in {@code <a>PutItem</a>}. The pages that
 * exist, and how a page links to them, are known to the caller alone.
 */
@FunctionalInterface
public interface LinkResolver {
  /** Finds no pages. */
  LinkResolver NONE = name -> null;

  /**
   * Returns the path of the page of an operation or shape.
   *
   * @param name a name in the text, which may be any word
   * @return the path relative to the page that has the text, or null if the name is not to be
   *     linked
   */
  @Nullable String path(String name);
}
