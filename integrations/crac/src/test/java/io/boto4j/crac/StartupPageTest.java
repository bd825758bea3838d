package io.boto4j.crac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java blocks of the page about start-up are code that other tests run. */
final class StartupPageTest {
  private static final Path PAGE = Path.of("../../docs/startup.md");
  private static final Set<String> SECTIONS = Set.of("Lambda", "SnapStart and CRaC", "GraalVM");
  private static final Pattern BLOCK =
      Pattern.compile("^## (?<section>[^\n]*)$|^```java\n(?<code>[^`]*)^```$", Pattern.MULTILINE);

  /** The imports of a block include some that the class itself, in their package, does not have. */
  private static String normalized(String code) {
    return code.lines()
        .map(String::strip)
        .filter(
            line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    String section = "";
    Matcher found = BLOCK.matcher(Files.readString(PAGE));
    while (found.find()) {
      if (found.group("section") != null) {
        section = found.group("section").strip();
      } else if (SECTIONS.contains(section)) {
        blocks.add(normalized(found.group("code")));
      }
    }
    return blocks;
  }

  @Test
  void blocks_ofThePage_occurInTheTests() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/io/boto4j/crac"))) {
      for (Path file : files.sorted().toList()) {
        sources.append(normalized(Files.readString(file)));
      }
    }

    assertThat(blocks()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(blocks()).allSatisfy(block -> assertThat(sources.toString()).contains(block));
  }
}
