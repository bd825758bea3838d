package io.boto4j.reference;

import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.Site;
import io.boto4j.reference.view.Links;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Writes all pages of a site to a folder, several at a time. */
final class Export {
  /** The file that marks a folder as one that an export has written. */
  static final String MARK = ".boto4j-reference";

  /** The folders that belong to the site alone. */
  private static final List<String> FOLDERS =
      List.of("services/", "guides/", Links.SEARCH, Links.ASSETS);

  private final Site site;
  private final Path folder;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Export(Site site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  /**
   * Writes the pages.
   *
   * @param progress receives the number of files after each of them, on any thread
   */
  ExportResult run(LongConsumer progress) throws IOException {
    prepare();
    List<String> paths = site.paths().toList();
    try {
      paths.parallelStream().forEach(path -> write(path, progress));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    deleteOthers(Set.copyOf(paths));
    return new ExportResult(files.get(), bytes.get());
  }

  private void prepare() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalStateException(folder + " is not a folder");
    }
    if (Files.isDirectory(folder) && !Files.exists(folder.resolve(MARK)) && !isEmpty()) {
      throw new IllegalStateException(
          folder
              + " has other files than an earlier export. Choose an empty folder, or one that does"
              + " not exist");
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(MARK),
        "boto4j-reference has written this folder, and writes it again at the next export.\n",
        StandardCharsets.UTF_8);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private void write(String path, LongConsumer progress) {
    try {
      Page page =
          site.page(path)
              .orElseThrow(() -> new IllegalStateException("The site has no page " + path));
      Path file = folder.resolve(path);
      Path parent = file.getParent();
      if (parent != null && folders.add(parent)) {
        Files.createDirectories(parent);
      }
      Files.write(file, page.bytes());
      bytes.addAndGet(page.bytes().length);
      progress.accept(files.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes the pages of an earlier export that the site no longer has. They are in folders of the
   * site; other files, such as one with the name of a host, are the user's.
   */
  private void deleteOthers(Set<String> paths) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (isOfSite(path) && !paths.contains(path)) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isOfSite(String path) {
    for (String own : FOLDERS) {
      if (path.startsWith(own)) {
        return true;
      }
    }
    return false;
  }
}
