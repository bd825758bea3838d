package io.boto4j.reference.site;

/**
 * The names that have pages. All names in AWS's models do. A model of a user's own may have any
 * name; one that could mean something in a path or a URL is shown as text, without a page.
 */
public final class Names {
  private Names() {}

  /**
   * Returns whether a service, operation or shape has a page of its own.
   *
   * @param name the name
   * @return true for a name of letters, digits, hyphens, underscores and inner dots
   */
  public static boolean hasPage(String name) {
    if (name.isEmpty() || name.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
