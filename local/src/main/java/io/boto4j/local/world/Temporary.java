package io.boto4j.local.world;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
   * Deletes a directory with everything in it. A program that closes AWS in a shutdown hook of its
   * own deletes at the same time as ours, which may be too early for a server that still writes:
   * whatever is gone already, or not empty yet, is left to the other.
   */
  static void delete(Path directory) {
    OPEN.remove(directory);
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (IOException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot delete " + directory, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException notEmpty) {
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
