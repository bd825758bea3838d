package io.boto4j.reference.site;

import io.boto4j.reference.view.Links;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The style sheets, scripts and images: all resources below one folder of this module. */
final class Assets implements PageSource {
  private static final String FOLDER = "/io/boto4j/reference/assets/";

  /** A file that exists, to find the folder by. */
  private static final String ONE = "site.css";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  @Override
  public Stream<String> paths() {
    return list().stream().map(name -> Links.ASSETS + name);
  }

  @Override
  public Optional<Page> page(String path) {
    if (!path.startsWith(Links.ASSETS)) {
      return Optional.empty();
    }
    String name = path.substring(Links.ASSETS.length());
    for (String part : name.split("/", -1)) {
      if (!Names.hasPage(part)) {
        return Optional.empty();
      }
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null ? Optional.empty() : read(name, type);
  }

  private static Optional<Page> read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(Page.of(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the file " + name, e);
    }
  }

  /** Lists the folder, which is in a jar, or in a folder of classes during a build. */
  private static List<String> list() {
    URL one = Assets.class.getResource(FOLDER + ONE);
    if (one == null) {
      throw new IllegalStateException("The jar of the reference lacks " + FOLDER + ONE);
    }
    try {
      URI uri = one.toURI();
      if (!uri.getScheme().equals("jar")) {
        return below(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return below(jar.getPath(FOLDER + ONE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of the site", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not the URI of a file: " + one, e);
    }
  }

  private static List<String> below(Path one) throws IOException {
    Path folder = one.resolveSibling("");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> TYPES.containsKey(name.substring(name.lastIndexOf('.') + 1)))
          .sorted()
          .toList();
    }
  }
}
