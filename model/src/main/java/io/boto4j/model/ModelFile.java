package io.boto4j.model;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a folder of models that was read into memory, compressed if its name ends in {@code
 * .gz}.
 */
final class ModelFile {
  /** Five times the largest model of AWS; a larger file is refused. */
  static final int MAX_LENGTH = 64 * 1024 * 1024;

  private final Path path;
  private final byte[] stored;
  private final LocalDate date;

  private ModelFile(Path path, byte[] stored, LocalDate date) {
    this.path = path;
    this.stored = stored;
    this.date = date;
  }

  /** Reads a file; returns null if it does not exist or is not a regular file. */
  static @Nullable ModelFile find(Path path) {
    return Files.isRegularFile(path) ? read(path) : null;
  }

  /** Reads a file that should exist. */
  static ModelFile read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] stored = bounded(in, path.toString());
      return new ModelFile(path, stored, date(Files.getLastModifiedTime(path).toInstant()));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Reads to the end of a stream, unless that is too far. */
  static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
    if (bytes.length > MAX_LENGTH) {
      throw new ModelException(
          "The model file " + name + " is refused: it has more than " + MAX_LENGTH + " bytes",
          null);
    }
    return bytes;
  }

  static LocalDate date(Instant changed) {
    return LocalDate.ofInstant(changed, ZoneOffset.UTC);
  }

  static ModelException unreadable(Path path, IOException e) {
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    if (e instanceof AccessDeniedException) {
      reason = "access is denied";
    } else if (e instanceof NoSuchFileException) {
      reason = "it does not exist";
    }
    return new ModelException("Cannot read the model file " + path + ": " + reason, e);
  }

  Path path() {
    return path;
  }

  /** Returns the number of bytes in the file. */
  int length() {
    return stored.length;
  }

  /** Returns the date on which the file was last changed, in UTC. */
  LocalDate date() {
    return date;
  }

  /** Returns the content, decompressed. */
  byte[] bytes() {
    if (!path.toString().endsWith(".gz")) {
      return stored;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored), 64 * 1024)) {
      return bounded(in, path.toString());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Returns the content as text. */
  String text() {
    return new String(stored, StandardCharsets.UTF_8);
  }

  /** Returns the content, which must be a JSON object. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  Map<String, Object> object() {
    try {
      JsonReader reader = new JsonReader(bytes());
      Object value = reader.readValue();
      reader.end();
      if (value instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw new ModelException("Not a model file: " + path + " does not contain an object", null);
    } catch (JsonException e) {
      throw new ModelException("Not a model file: " + path + ": " + e.getMessage(), e);
    }
  }
}
