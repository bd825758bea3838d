package io.boto4j.s3;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory to which keys are downloaded. Neither a key nor a symbolic link leads out of it. Safe
 * for use by multiple threads.
 */
final class TargetDirectory {
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private final Path root;
  private @Nullable Path realRoot;

  /**
   * The directory that was created or checked last; names come in order, so that it is often next.
   */
  private @Nullable Path last;

  TargetDirectory(Path root) {
    this.root = root;
  }

  /**
   * Returns the path for a key, without touching the disk.
   *
   * @throws LocalFileException if the key cannot be a path below the directory
   */
  Path path(String name) {
    String problem = problem(name, WINDOWS);
    if (problem == null) {
      try {
        return root.resolve(name);
      } catch (InvalidPathException e) {
        problem = e.getReason();
      }
    }
    throw new LocalFileException(
        "The key '" + name + "' cannot be a file below " + root + ": " + problem, root, null);
  }

  /**
   * Creates the directory of a file.
   *
   * @return the path of the file
   * @throws LocalFileException if that is not possible, or if a link leads out of the directory
   */
  synchronized Path prepare(String name) {
    Path file = path(name);
    Path parent = Objects.requireNonNullElse(file.getParent(), Path.of(""));
    try {
      if (!parent.equals(last)) {
        create(parent);
        last = parent;
      }
      if (Files.isSymbolicLink(file) && !file.toRealPath().startsWith(realRoot())) {
        throw outside(file);
      }
    } catch (IOException e) {
      throw new LocalFileException("Cannot create the directory for " + file + ": " + e, file, e);
    }
    return file;
  }

  private void create(Path directory) throws IOException {
    Path top = realRoot();
    Path existing = directory;
    while (existing != null && !existing.equals(root) && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    // Checked before anything is created.
    if (existing != null && !existing.toRealPath().startsWith(top)) {
      throw outside(directory);
    }
    Files.createDirectories(directory);
  }

  private LocalFileException outside(Path file) {
    return new LocalFileException(
        "A symbolic link leads from " + file + " out of " + root, file, null);
  }

  private Path realRoot() throws IOException {
    if (realRoot == null) {
      Files.createDirectories(root);
      realRoot = root.toRealPath();
    }
    return realRoot;
  }

  /** Deletes a file, and the directories that are empty then. */
  void delete(String name) throws IOException {
    Path file = root.resolve(name);
    Files.deleteIfExists(file);
    try {
      Path directory = file.getParent();
      while (directory != null && !directory.equals(root)) {
        Files.delete(directory);
        directory = directory.getParent();
      }
    } catch (IOException e) {
      // There is something else in the directory.
    }
  }

  /** Returns why a relative key cannot be the path of a file; null if it can. */
  static @Nullable String problem(String name, boolean windows) {
    if (name.indexOf('\0') >= 0) {
      return "it contains a NUL";
    }
    if (name.startsWith("/")) {
      return "it is an absolute path";
    }
    if (windows && name.indexOf('\\') >= 0) {
      return "it contains a backslash, which separates directories on this system";
    }
    if (windows && name.indexOf(':') >= 0) {
      return "it contains a colon, which marks a drive or stream on this system";
    }
    for (int start = 0; start <= name.length(); ) {
      int slash = name.indexOf('/', start);
      int end = slash < 0 ? name.length() : slash;
      String problem = problemOfSegment(name.substring(start, end), windows);
      if (problem != null) {
        return problem;
      }
      start = end + 1;
    }
    return null;
  }

  private static @Nullable String problemOfSegment(String segment, boolean windows) {
    return switch (segment) {
      case "" -> "a name in it is empty";
      case "." -> "it contains '.', which is not the name of a file";
      case ".." -> "it leads to a parent directory";
      default -> windows && isReserved(segment) ? "this system reserves '" + segment + "'" : null;
    };
  }

  private static boolean isReserved(String segment) {
    int dot = segment.indexOf('.');
    String stem = (dot < 0 ? segment : segment.substring(0, dot)).trim().toLowerCase(Locale.ROOT);
    boolean numbered = stem.length() == 4 && (stem.startsWith("com") || stem.startsWith("lpt"));
    return segment.endsWith(".")
        || segment.endsWith(" ")
        || DEVICES.contains(stem)
        || (numbered && Character.isDigit(stem.charAt(3)));
  }
}
