package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The table of emulated operations in docs/local.md is that of the engines. Run with {@code
 * -Dboto4j.write=true} to write it.
 */
final class OperationsTableTest {
  private static final Path PAGE = Path.of("..", "docs", "local.md");
  private static final String BEGIN = "<!-- operations: written by OperationsTableTest -->\n";

  @Test
  void table_inTheDocs_isThatOfTheEngines() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String written = page.substring(0, begin) + table();
    if (Boolean.getBoolean("boto4j.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(page).as("run this test with -Dboto4j.write=true").isEqualTo(written);
  }

  private static String table() {
    StringBuilder text = new StringBuilder();
    try (LocalAws aws = LocalAws.start()) {
      aws.emulated().forEach((service, operations) -> row(service, operations, text));
    }
    return text.toString();
  }

  private static void row(String service, SortedSet<String> operations, StringBuilder text) {
    Set<String> missing = new TreeSet<>(ModelLoader.builtIn().find(service).operationNames());
    int all = missing.size();
    assertThat(missing).as(service).containsAll(operations);
    missing.removeAll(operations);
    text.append("\n### ").append(service).append(": ").append(operations.size());
    text.append(" of ").append(all).append("\n\n");
    text.append(lines(operations));
    if (!missing.isEmpty()) {
      text.append("\nNot emulated:\n\n").append(lines(missing));
    }
  }

  /** Breaks a list of names into lines of at most 130 characters. */
  private static String lines(Collection<String> names) {
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (String name : names) {
      if (length > 0 && length + name.length() > 126) {
        text.append(",\n");
        length = 0;
      } else if (length > 0) {
        text.append(", ");
      }
      text.append(name);
      length += name.length() + 2;
    }
    return text.append('\n').toString();
  }
}
