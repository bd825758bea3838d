package io.boto4j.reference.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The style sheets, scripts and images. They are resources of this module. */
final class Assets implements PageSource {
  /** The files that exist; a request never reaches another resource. */
  static final List<String> NAMES =
      List.of(
          "favicon.svg",
          "site.css",
          "site.js",
          "site/announce.js",
          "site/examples.js",
          "site/filters.js",
          "site/storage.js",
          "site/theme.js",
          "site/trees.js",
          "theme.js",
          "search.css",
          "search.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final List<String> names;

  Assets(List<String> names) {
    this.names = names;
  }

  @Override
  public Stream<String> paths() {
    return names.stream().filter(name -> read(name).isPresent()).map(name -> Links.ASSETS + name);
  }

  @Override
  public Optional<Page> page(String path) {
    String name = path.startsWith(Links.ASSETS) ? path.substring(Links.ASSETS.length()) : "";
    return names.contains(name) ? read(name) : Optional.empty();
  }

  private static Optional<Page> read(String name) {
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    try (InputStream in = Assets.class.getResourceAsStream("/io/boto4j/reference/assets/" + name)) {
      return in == null ? Optional.empty() : Optional.of(Page.of(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
