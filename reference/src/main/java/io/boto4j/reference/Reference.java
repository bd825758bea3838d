package io.boto4j.reference;

import io.boto4j.model.ModelLoader;
import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The reference of all services as a web site: a page for each service, operation and shape.
 *
 * <pre>{@code
 * try (ReferenceServer server = Reference.builtIn().serve(8427)) {
 *   System.out.println(server.uri());
 *   …
 * }
 * Reference.builtIn().export(Path.of("site"));
 * }</pre>
 *
 * <p>Pages are made when they are asked for, and are the same in the served and in the exported
 * site. Thread-safe.
 */
public final class Reference {
  private final Site site;

  private Reference(Site site) {
    this.site = site;
  }

  /**
   * Creates the reference of the services that boto4j includes.
   *
   * @return the reference
   */
  public static Reference builtIn() {
    return new Reference(Site.builtIn());
  }

  /**
   * Creates the reference of all services that a loader finds.
   *
   * @param models the loader, which may search folders with models of your own
   * @return the reference
   */
  public static Reference of(ModelLoader models) {
    return new Reference(Site.of(models));
  }

  /**
   * Serves the site on this machine, to browsers of this machine alone, until the server is closed.
   *
   * <p>Pages arrive 40 ms sooner if the system property {@code sun.net.httpserver.nodelay} is
   * {@code true} when the JDK's server is first used; the command sets it.
   *
   * @param port the port; 0 for any that is free
   * @return the server, which is listening
   * @throws IOException if the port is in use, or cannot be used
   */
  public ReferenceServer serve(int port) throws IOException {
    return ReferenceServer.start(site, port);
  }

  /**
   * Writes the site to a folder, from where any web server can serve it under any path.
   *
   * <p>The same models result in the same bytes. A folder that an earlier export has written is
   * written again: pages that no longer exist are deleted, and files outside the folders of the
   * site stay.
   *
   * @param folder the folder, which is created if it does not exist
   * @return what was written
   * @throws IOException if a file cannot be written
   * @throws IllegalStateException if the folder has other content than an earlier export
   */
  public ExportResult export(Path folder) throws IOException {
    return export(folder, files -> {});
  }

  /**
   * Writes the site to a folder, and reports the progress.
   *
   * @param folder the folder, which is created if it does not exist
   * @param progress receives the number of files that are written, after each, on any thread
   * @return what was written
   * @throws IOException if a file cannot be written
   * @throws IllegalStateException if the folder has other content than an earlier export
   */
  public ExportResult export(Path folder, LongConsumer progress) throws IOException {
    return new Export(site, folder).run(progress);
  }

  /** Returns a page or a file of the site, for the program and for tests. */
  Optional<Page> page(String path) {
    return site.page(path);
  }

  Site site() {
    return site;
  }
}
