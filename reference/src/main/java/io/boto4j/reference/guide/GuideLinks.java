package io.boto4j.reference.guide;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Turns the links of a file in {@code docs} into links of the site: to other guides, to images, and
 * to the repository for everything else that a file links to by its path.
 */
final class GuideLinks implements UnaryOperator<String> {
  /** The address at which the repository is read in a browser. */
  static final String REPOSITORY = "https://github.com/boto4j/boto4j/blob/main/";

  /** The folder of the images, seen from a guide. */
  static final String IMAGES = "../assets/guides/";

  /** Any host; the paths of files are resolved against the folder of the guides. */
  private static final URI DOCS = URI.create("file:///docs/");

  /** The beginning of an absolute URL, of any kind; unsafe ones are removed later. */
  private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*:");

  private final Set<String> guides;

  GuideLinks(Set<String> guides) {
    this.guides = Set.copyOf(guides);
  }

  @Override
  public String apply(String link) {
    if (link.startsWith("#") || SCHEME.matcher(link).lookingAt()) {
      return link;
    }
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    String anchor = hash < 0 ? "" : link.substring(hash);
    String name = file.endsWith(".md") ? file.substring(0, file.length() - 3) : file;
    if (file.endsWith(".md") && guides.contains(name)) {
      return name + ".html" + anchor;
    }
    if (file.startsWith("images/")) {
      return IMAGES + file.substring("images/".length());
    }
    return REPOSITORY + DOCS.resolve(file).getPath().substring(1) + anchor;
  }
}
