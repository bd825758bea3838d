package io.boto4j.s3;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files below a directory, in the order of S3: a directory is sorted as if its name ended with
 * a slash. One directory is read at a time, with one look at each file.
 */
final class LocalListing extends TreeListing {
  /** The names that could not be read are kept up to this number; beyond it, all are uncertain. */
  private static final int MOST_UNREADABLE = 1000;

  private final Path root;
  private final TreeOptions options;
  private final boolean source;
  private final Consumer<String> warnings;
  private final Deque<Directory> open = new ArrayDeque<>();
  private final Set<String> unreadable = new HashSet<>();
  private boolean begun;

  /** A directory that is being listed; its names end with a slash if they are directories. */
  private record Directory(
      Path path,
      String prefix,
      Object key,
      boolean linked,
      NavigableMap<String, BasicFileAttributes> rest) {}

  /**
   * Creates a listing.
   *
   * @param source whether the files are to be read; a destination that does not exist is empty
   * @param warnings receives what is skipped
   */
  LocalListing(Path root, TreeOptions options, boolean source, Consumer<String> warnings) {
    super(options.filters(), false);
    this.root = root;
    this.options = options;
    this.source = source;
    this.warnings = warnings;
  }

  @Override
  @Nullable TreeEntry read() throws IOException {
    if (!begun) {
      begun = true;
      if (!source && !Files.exists(root)) {
        return null;
      }
      open.push(
          new Directory(
              root,
              "",
              key(root, Files.readAttributes(root, BasicFileAttributes.class)),
              false,
              content(root, "")));
    }
    while (!open.isEmpty()) {
      Directory directory = open.element();
      Map.Entry<String, BasicFileAttributes> found = directory.rest.pollFirstEntry();
      if (found == null) {
        open.pop();
        continue;
      }
      String name = directory.prefix + found.getKey();
      BasicFileAttributes attributes = found.getValue();
      if (attributes.isDirectory()) {
        enter(directory, found.getKey(), attributes);
      } else {
        return TreeEntry.file(
            name, attributes.size(), attributes.lastModifiedTime().toInstant(), directory.linked);
      }
    }
    return null;
  }

  private void enter(Directory parent, String child, BasicFileAttributes attributes) {
    Path path = parent.path.resolve(child.substring(0, child.length() - 1));
    String name = parent.prefix + child;
    if (options.filters().excludeAllBelow(name)) {
      return;
    }
    try {
      Object key = key(path, attributes);
      for (Directory each : open) {
        if (key.equals(each.key)) {
          warnings.accept("Skipping " + path + ": the link leads to a directory that contains it");
          return;
        }
      }
      boolean linked = parent.linked || (!source && Files.isSymbolicLink(path));
      open.push(new Directory(path, name, key, linked, content(path, name)));
    } catch (IOException | DirectoryIteratorException e) {
      skip(name, path, e);
    }
  }

  /** Returns what identifies a directory. */
  private static Object key(Path path, BasicFileAttributes attributes) throws IOException {
    Object key = attributes.fileKey();
    return key == null ? path.toRealPath() : key;
  }

  private NavigableMap<String, BasicFileAttributes> content(Path directory, String prefix)
      throws IOException {
    NavigableMap<String, BasicFileAttributes> content = new TreeMap<>(TreeEntry::compare);
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        try {
          add(content, path, name);
        } catch (IOException e) {
          skip(prefix + name, path, e);
        }
      }
    }
    return content;
  }

  private void add(Map<String, BasicFileAttributes> content, Path path, String name)
      throws IOException {
    BasicFileAttributes attributes =
        options.followsLinks() || !source
            ? Files.readAttributes(path, BasicFileAttributes.class)
            : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      content.put(name + "/", attributes);
    } else if (attributes.isRegularFile()) {
      content.put(name, attributes);
    } else if (attributes.isOther() && source) {
      warnings.accept(
          "Skipping " + path + ": it is a pipe, a socket or a device, not an ordinary file");
    }
  }

  /** Leaves out what cannot be read, so that its copies are not deleted. */
  private void skip(String name, Path path, Exception reason) {
    if (unreadable.size() < MOST_UNREADABLE) {
      unreadable.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }
    if (source && options.filters().include(name)) {
      boolean missing = reason instanceof NoSuchFileException;
      warnings.accept(
          "Skipping "
              + path
              + ": "
              + (missing ? "there is no such file; it may be a link that leads nowhere" : reason));
    }
  }

  @Override
  boolean isUncertain(String name) {
    if (unreadable.size() >= MOST_UNREADABLE) {
      return true;
    }
    if (unreadable.isEmpty()) {
      return false;
    }
    for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
      if (unreadable.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
