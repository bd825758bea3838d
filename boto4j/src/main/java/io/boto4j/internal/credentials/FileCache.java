package io.boto4j.internal.credentials;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of JSON files that nobody but their owner can read, shared with the AWS CLI and other
 * SDKs.
 *
 * <p>A file is replaced as a whole, so that no reader sees a part of one, and a symbolic link in
 * its place is replaced and not followed. What cannot be read or understood is not there.
 */
public final class FileCache {
  /** Tokens and credentials take a few kilobytes. */
  private static final int LARGEST = 1 << 20;

  private static final int MAX_DEPTH = 32;

  private final Path folder;

  /**
   * Makes the cache without looking at the folder.
   *
   * @param folder where the files are; made when something is first written
   */
  public FileCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Where an entry is, whether it exists or not.
   *
   * @param key the name of the entry: ASCII letters, digits, hyphens and underscores
   * @return the path of the file
   * @throws IllegalArgumentException if the key has anything else in it
   */
  public Path file(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        throw new IllegalArgumentException("Not the key of a cache entry");
      }
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The key of a cache entry is empty");
    }
    return folder.resolve(key + ".json");
  }

  /**
   * Reads an entry.
   *
   * @param key the name of the entry
   * @return the JSON object in it, or null if there is no file, or none that holds one
   */
  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  public @Nullable Map<String, Object> read(String key) {
    Path file = file(key);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        return null;
      }
      JsonReader reader = new JsonReader(content, 0, content.length, MAX_DEPTH);
      Object value = reader.readValue();
      reader.end();
      return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    } catch (IOException | JsonException e) {
      return null;
    }
  }

  /**
   * Writes an entry, in place of the one there was.
   *
   * @param key the name of the entry
   * @param value what {@link JsonWriter#value(Object)} takes
   * @throws IOException if it cannot be written; the old one is still there then
   */
  public void write(String key, Map<String, ?> value) throws IOException {
    Path file = file(key);
    byte[] content = new JsonWriter().spaced().value(value).toByteArray();
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder, permissions(posix, "rwx------"));
    Path written = Files.createTempFile(folder, key, ".tmp", permissions(posix, "rw-------"));
    try {
      Files.write(written, content);
      move(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /**
   * Removes an entry.
   *
   * @param key the name of the entry
   * @throws IOException if there is one that cannot be removed
   */
  public void remove(String key) throws IOException {
    try {
      Files.delete(file(key));
    } catch (NoSuchFileException e) {
      // Another process was faster, or there never was one.
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Elsewhere a home folder is closed to others by what it inherits. */
  private static FileAttribute<?>[] permissions(boolean posix, String text) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
