package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The date of an artifact, which is that of the newest file in its jar. */
final class JarDate {
  private JarDate() {}

  static LocalDate of(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      LocalDate newest = LocalDate.EPOCH;
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries) {
        LocalDate date = entry.getTimeLocal().toLocalDate();
        newest = date.isAfter(newest) ? date : newest;
      }
      return newest;
    } catch (IOException e) {
      throw new ModelException("cannot read " + jar + ": " + e, e);
    }
  }
}
