package io.boto4j.reference.search;

import io.boto4j.model.ModelLoader;
import io.boto4j.reference.search.GuideHeadings.Heading;
import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.PageSource;
import io.boto4j.reference.view.Links;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the site that the search needs: the index, and the modules of its script. */
public final class SearchFiles implements PageSource {
  /** The list of the files in the jar. */
  static final String LIST = "files.txt";

  private static final String INDEX = "/io/boto4j/reference/search/";
  private static final String ASSETS = "/io/boto4j/reference/assets/";

  /** The modules that search.js imports. */
  private static final List<String> MODULES =
      List.of(
          "core",
          "dialog",
          "distance",
          "elements",
          "engine",
          "entries",
          "files",
          "groups",
          "kinds",
          "match",
          "query",
          "reader",
          "results",
          "services",
          "words");

  /** Null for the index in the jar. */
  private final @Nullable ModelLoader models;

  private final Supplier<List<Heading>> headings;

  /** Created on first use, and only once: it takes seconds if all services are read. */
  private volatile @Nullable Map<String, byte[]> index;

  /** Created on first use; threads that race may each create one. */
  private volatile byte @Nullable [] guides;

  private SearchFiles(@Nullable ModelLoader models, Supplier<List<Heading>> headings) {
    this.models = models;
    this.headings = headings;
  }

  /**
   * Creates the files for the services that boto4j includes. Their index is in the jar.
   *
   * @param headings the headings of the guides, which are asked for when they are needed
   * @return the files
   */
  public static SearchFiles builtIn(Supplier<List<Heading>> headings) {
    return new SearchFiles(null, headings);
  }

  /**
   * Creates the files for the services of a loader. Their index is made on first use.
   *
   * @param models the loader
   * @param headings the headings of the guides, which are asked for when they are needed
   * @return the files
   */
  public static SearchFiles of(ModelLoader models, Supplier<List<Heading>> headings) {
    return new SearchFiles(models, headings);
  }

  @Override
  public Stream<String> paths() {
    Stream<String> modules = MODULES.stream().map(name -> Links.ASSETS + "search/" + name + ".js");
    return Stream.concat(modules, index().keySet().stream().map(name -> Links.SEARCH + name));
  }

  @Override
  public Optional<Page> page(String path) {
    if (path.startsWith(Links.ASSETS + "search/") && path.endsWith(".js")) {
      String name = path.substring(Links.ASSETS.length() + 7, path.length() - 3);
      return MODULES.contains(name)
          ? Optional.of(
              Page.of("text/javascript; charset=utf-8", read(ASSETS + "search/" + name + ".js")))
          : Optional.empty();
    }
    return path.startsWith(Links.SEARCH)
        ? indexFile(path.substring(Links.SEARCH.length()))
        : Optional.empty();
  }

  private Optional<Page> indexFile(String name) {
    if (name.equals(GuideHeadings.FILE)) {
      return Optional.of(Page.of("application/json; charset=utf-8", guides()));
    }
    byte[] known = index().get(name);
    if (known == null) {
      return Optional.empty();
    }
    byte[] bytes = models == null ? read(INDEX + name) : known;
    return Optional.of(Page.of("application/octet-stream", bytes));
  }

  private byte[] guides() {
    byte[] created = guides;
    if (created == null) {
      created = GuideHeadings.of(headings.get());
      guides = created;
    }
    return created;
  }

  /** Returns the files by their names; without their content if they are in the jar. */
  private Map<String, byte[]> index() {
    Map<String, byte[]> created = index;
    if (created == null) {
      synchronized (this) {
        created = index;
        if (created == null) {
          created = models == null ? listed() : SearchIndex.of(models);
          index = created;
        }
      }
    }
    return created;
  }

  private static Map<String, byte[]> listed() {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : new String(read(INDEX + LIST), StandardCharsets.UTF_8).split("\n", -1)) {
      if (!name.isEmpty()) {
        files.put(name, new byte[0]);
      }
    }
    return files;
  }

  private static byte[] read(String resource) {
    try (InputStream in = SearchFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar of the reference lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
