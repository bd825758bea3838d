package io.boto4j.reference.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of words in a file beside this class: one row per line, comments begin with a hash. */
final class TextTable {
  private TextTable() {}

  static List<String> rows(String file) {
    try (InputStream in = TextTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file + " beside " + TextTable.class);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
