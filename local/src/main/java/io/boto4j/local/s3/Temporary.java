package io.boto4j.local.s3;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Temporary directories, which are also deleted when the process ends without closing. */
final class Temporary {
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Temporary::delete)));
  }

  private Temporary() {}

  /** Deletes a directory when the process ends. */
  static void deleteAtExit(Path directory) {
    OPEN.add(directory);
  }

  /** Deletes a directory of files. */
  static void delete(Path directory) {
    OPEN.remove(directory);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot delete " + directory, e);
    }
  }
}
