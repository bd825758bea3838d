package io.boto4j.internal.credentials;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
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
 * A folder of JSON files that only their owner can read, shared with the AWS CLI and other SDKs.
 *
 * <p>Files are replaced atomically, so no reader sees part of one. A symbolic link is replaced, not
 * followed. A file that cannot be read or parsed counts as missing.
 */
public final class FileCache {
  /** The largest size read; tokens and credentials take a few kilobytes. */
  private static final int LARGEST = 1 << 20;

  private static final int MAX_DEPTH = 32;

  private final Path folder;

  /**
   * Creates a cache without accessing the folder.
   *
   * @param folder the folder, which is created by the first write
   */
  public FileCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the path of an entry, which need not exist.
   *
   * @param key the name of the entry: ASCII letters, digits, hyphens and underscores
   * @return the path of the file
   * @throws IllegalArgumentException if the key is empty or contains any other character
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
   * @return the JSON object in the file, or null if there is no valid file
   */
  @SuppressWarnings("unchecked") // JSON objects have string keys
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
   * Writes an entry, replacing any previous one.
   *
   * @param key the name of the entry
   * @param value a value that {@link JsonWriter#value(Object)} accepts
   * @throws IOException if it cannot be written, in which case the previous one remains
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
   * Writes an entry, or logs a warning if that fails, since the caller can use the value all the
   * same.
   *
   * @param key the name of the entry
   * @param value a value that {@link JsonWriter#value(Object)} accepts
   * @param warning the message to log before the exception, without any secret
   */
  void writeOrWarn(String key, Map<String, ?> value, String warning) {
    try {
      write(key, value);
    } catch (IOException e) {
      System.getLogger("io.boto4j.credentials").log(Level.WARNING, warning + ": " + e);
    }
  }

  /**
   * Removes an entry.
   *
   * @param key the name of the entry
   * @throws IOException if it exists and cannot be removed
   */
  public void remove(String key) throws IOException {
    try {
      Files.delete(file(key));
    } catch (NoSuchFileException e) {
      // Another process removed it first, or it never existed.
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Returns the permissions of a new file. On other systems, the home folder's inherited
   * permissions keep other users out.
   */
  private static FileAttribute<?>[] permissions(boolean posix, String text) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
