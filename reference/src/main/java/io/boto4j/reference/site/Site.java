package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.reference.guide.Guides;
import io.boto4j.reference.search.GuideHeadings;
import io.boto4j.reference.search.SearchFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole site: each path leads to one page, which is made when it is asked for.
 *
 * <p>The server and the export use the same way from path to page. Thread-safe.
 */
public final class Site {
  private final List<PageSource> sources;
  private final NotFound notFound;

  private Site(List<PageSource> sources, NotFound notFound) {
    this.sources = sources;
    this.notFound = notFound;
  }

  /**
   * Creates the site of the services that boto4j includes.
   *
   * @return the site
   */
  public static Site builtIn() {
    return of(new Services(ModelLoader.builtIn(), /* builtIn= */ true), SearchFiles::builtIn);
  }

  /**
   * Creates the site of all services of a loader.
   *
   * @param models the loader
   * @return the site
   */
  public static Site of(ModelLoader models) {
    return of(
        new Services(models, /* builtIn= */ false), headings -> SearchFiles.of(models, headings));
  }

  private static Site of(
      Services services, Function<Supplier<List<GuideHeadings.Heading>>, PageSource> search) {
    GuidePages guides = new GuidePages(Guides.builtIn());
    NotFound notFound = new NotFound(services);
    return new Site(
        List.of(
            new ServicePages(services),
            guides,
            search.apply(guides::headings),
            new Assets(),
            notFound),
        notFound);
  }

  /**
   * Returns the paths of all pages and files, in a fixed order.
   *
   * @return the paths, relative to the root of the site
   */
  public Stream<String> paths() {
    return sources.stream().flatMap(PageSource::paths).distinct();
  }

  /**
   * Finds a page or a file.
   *
   * @param path the path, relative to the root of the site, such as {@code
   *     services/s3/operations/PutObject.html}
   * @return the page; empty if the site does not have it, as for a path with {@code ..}
   */
  public Optional<Page> page(String path) {
    for (PageSource source : sources) {
      Optional<Page> page = source.page(path);
      if (page.isPresent()) {
        return page;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the page for a path that the site does not have, with similar names.
   *
   * @param path the path
   * @return the page
   */
  public Page notFound(String path) {
    return notFound.forPath(path);
  }
}
