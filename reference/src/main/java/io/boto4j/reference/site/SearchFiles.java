package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.reference.guide.Guide;
import io.boto4j.reference.guide.GuideGroup;
import io.boto4j.reference.guide.Guides;
import io.boto4j.reference.search.GuideHeadings;
import io.boto4j.reference.search.SearchIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the index that the search reads.
 *
 * <p>The index of the built-in models is in the jar, because making it takes seconds. The index of
 * other models is made when it is first needed. Thread-safe.
 */
final class SearchFiles implements PageSource {
  private static final String FOLDER = "/io/boto4j/reference/search/";

  private final ModelLoader models;
  private final Guides guides;
  private final boolean packed;

  /** Created on first use, and only once: it takes seconds. */
  private @Nullable Map<String, byte[]> index;

  /**
   * Creates the files.
   *
   * @param models the models
   * @param guides the guides
   * @param packed whether the models are those of the index in the jar
   */
  SearchFiles(ModelLoader models, Guides guides, boolean packed) {
    this.models = models;
    this.guides = guides;
    this.packed = packed;
  }

  @Override
  public Stream<String> paths() {
    return index().keySet().stream().sorted().map(name -> Links.SEARCH + name);
  }

  @Override
  public Optional<Page> page(String path) {
    if (!path.startsWith(Links.SEARCH)) {
      return Optional.empty();
    }
    String name = path.substring(Links.SEARCH.length());
    for (String part : name.split("/", -1)) {
      if (!Names.hasPage(part)) {
        return Optional.empty();
      }
    }
    if (name.equals(GuideHeadings.FILE)) {
      return Optional.of(Page.of("application/json; charset=utf-8", GuideHeadings.of(headings())));
    }
    byte[] bytes = packed ? fromJar(name) : null;
    if (bytes == null) {
      bytes = index().get(name);
    }
    return bytes == null
        ? Optional.empty()
        : Optional.of(Page.of("application/octet-stream", bytes));
  }

  private static byte @Nullable [] fromJar(String name) {
    if (!name.endsWith(".bin")) {
      return null;
    }
    try (InputStream in = SearchFiles.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the index " + name, e);
    }
  }

  private synchronized Map<String, byte[]> index() {
    Map<String, byte[]> created = index;
    if (created == null) {
      created = SearchIndex.of(models);
      index = created;
    }
    return created;
  }

  /** Returns the titles of all guides, then the headings in them. */
  private List<GuideHeadings.Heading> headings() {
    List<GuideHeadings.Heading> titles = new ArrayList<>();
    List<GuideHeadings.Heading> inside = new ArrayList<>();
    for (GuideGroup group : guides.groups()) {
      for (GuideGroup.Entry entry : group.entries()) {
        Guide guide = guides.find(entry.name());
        if (guide != null) {
          String path = Links.guide(guide.name());
          titles.add(new GuideHeadings.Heading(guide.title(), guide.title(), path));
          for (Guide.Heading heading : guide.headings()) {
            inside.add(
                new GuideHeadings.Heading(
                    heading.text(), guide.title(), path + "#" + heading.id()));
          }
        }
      }
    }
    titles.addAll(inside);
    return titles;
  }
}
