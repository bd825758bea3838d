package io.boto4j.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a Smithy model, or an entry of a jar.
 *
 * @param path the path of the file or jar
 * @param entry the name of the entry, or null for a file
 */
record SmithyFile(Path path, @Nullable String entry) {
  /** Build tools that make reproducible jars date all entries before this year. */
  private static final int FIRST_TRUE_YEAR = 2010;

  /** Returns the content, decompressed. */
  byte[] read() {
    if (entry == null) {
      return ModelFile.read(path).bytes();
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return read(jar);
    } catch (IOException e) {
      throw ModelFile.unreadable(path, e);
    }
  }

  /** Returns the content of the entry of a jar that is open. */
  byte[] read(ZipFile jar) throws IOException {
    ZipEntry found = jar.getEntry(String.valueOf(entry));
    if (found == null) {
      throw new ModelException(
          "The model file " + path + " is incomplete: its manifest lists " + entry, null);
    }
    try (InputStream in = jar.getInputStream(found)) {
      return ModelFile.bounded(in, toString());
    }
  }

  /** Returns the date of the model: that of the entry, else that of the file in UTC. */
  LocalDate date() {
    try {
      LocalDate date = null;
      if (entry != null) {
        try (ZipFile jar = new ZipFile(path.toFile())) {
          ZipEntry found = jar.getEntry(entry);
          date = found == null ? null : found.getTimeLocal().toLocalDate();
        }
      }
      return date == null || date.getYear() < FIRST_TRUE_YEAR
          ? ModelFile.date(Files.getLastModifiedTime(path).toInstant())
          : date;
    } catch (IOException e) {
      throw ModelFile.unreadable(path, e);
    }
  }

  ModelOrigin origin(String service, String apiVersion) {
    return new ModelOrigin(service, apiVersion, path.toString(), date(), null);
  }

  @Override
  public String toString() {
    return entry == null ? path.toString() : path + "!/" + entry;
  }
}
