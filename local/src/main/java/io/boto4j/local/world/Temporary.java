package io.boto4j.local.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Temporary directories, which are also deleted when the process ends without closing. */
final class Temporary {
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Temporary::delete)));
  }

  private Temporary() {}

  /** Creates a directory. */
  static Path create() throws IOException {
    Path directory = Files.createTempDirectory("boto4j-local");
    OPEN.add(directory);
    return directory;
  }

  /**
   * Deletes a directory with everything in it, once: a program that closes AWS in a shutdown hook
   * of its own does so at the same time as ours.
   */
  static void delete(Path directory) {
    if (!OPEN.remove(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot delete " + directory, e);
    }
  }
}
