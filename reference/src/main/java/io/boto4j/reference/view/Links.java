package io.boto4j.reference.view;

/**
 * The paths of the pages, relative to the root of the site. They are deep links that people keep:
 * they consist of names in AWS's models only, and do not change between versions.
 *
 * <p>Pages link to each other by relative paths, so that the site works under any path of a server.
 */
public final class Links {
  /** The first page. */
  public static final String HOME = "index.html";

  /** The page for paths that do not exist. */
  public static final String NOT_FOUND = "404.html";

  /** The folder of style sheets, scripts and images. */
  public static final String ASSETS = "assets/";

  /** The folder of the index that the search reads. */
  public static final String SEARCH = "search/";

  private Links() {}

  /**
   * Returns the path of the page of a service.
   *
   * @param service the service, such as {@code dynamodb}
   * @return the path
   */
  public static String service(String service) {
    return "services/" + service + "/index.html";
  }

  /**
   * Returns the path of the page of an operation.
   *
   * @param service the service
   * @param operation the operation, such as {@code PutItem}
   * @return the path
   */
  public static String operation(String service, String operation) {
    return "services/" + service + "/operations/" + operation + ".html";
  }

  /**
   * Returns the path of the page of a shape: a structure, a union, an error or an enumeration.
   *
   * @param service the service
   * @param shape the shape, such as {@code AttributeValue}
   * @return the path
   */
  public static String shape(String service, String shape) {
    return "services/" + service + "/shapes/" + shape + ".html";
  }

  /**
   * Returns the anchor of a member in the page of an operation: the names on the way to it, with an
   * asterisk for the elements of a list and the values of a map, such as {@code
   * request.Items.*.Name}.
   *
   * @param part {@code request} or {@code response}
   * @param path the names, such as {@code Items}, {@code *}, {@code Name}
   * @return the anchor, without {@code #}
   */
  public static String member(String part, Iterable<String> path) {
    StringBuilder anchor = new StringBuilder(part);
    for (String name : path) {
      anchor.append('.').append(name);
    }
    return anchor.toString();
  }

  /**
   * Returns the path of the page of a guide.
   *
   * @param guide the name of its file in {@code docs} without the extension, such as {@code
   *     dynamodb}
   * @return the path
   */
  public static String guide(String guide) {
    return "guides/" + guide + ".html";
  }

  /**
   * Returns the way from a page to the root of the site.
   *
   * @param path the path of the page
   * @return {@code ../} for each folder that the page is in
   */
  public static String root(String path) {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }
}
