package io.boto4j.spring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The snippets of docs/spring-boot.md, which are parts of the tested sources beside this test. */
final class PageTest {
  /** Annotated declarations are compared one by one: they may be in several files. */
  private static final Pattern PARAGRAPHS = Pattern.compile("\n\n(?=@)");

  private static final Set<String> OF_SPRING =
      Set.of("spring.config.import", "spring.config.activate.on-profile");

  private static List<String> blocks(String language) throws IOException {
    String page = Files.readString(Path.of("../../docs/spring-boot.md"), StandardCharsets.UTF_8);
    List<String> blocks = new ArrayList<>();
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void javaSnippets_occurInTheTests() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    String tested = withoutSpace(sources.toString());
    List<String> blocks = blocks("java");
    assertThat(blocks).hasSizeGreaterThan(4);
    for (String block : blocks) {
      for (String part : PARAGRAPHS.splitAsStream(block).toList()) {
        assertThat(tested).contains(withoutSpace(part));
      }
    }
  }

  @Test
  void propertiesOfSnippets_exist() throws IOException {
    List<String> blocks = blocks("properties");
    assertThat(blocks).hasSizeGreaterThan(3);
    for (String block : blocks) {
      for (String line : block.lines().toList()) {
        String name = line.substring(0, line.indexOf('='));
        assertThat(
                OF_SPRING.contains(name)
                    || PropertyNames.find(ConfigurationPropertyName.of(name)) == null)
            .as(name)
            .isTrue();
      }
    }
  }

  @Test
  void propertiesOfTheTable_exist() throws IOException {
    String page = Files.readString(Path.of("../../docs/spring-boot.md"), StandardCharsets.UTF_8);
    Matcher name = Pattern.compile("`(boto4j\\.[a-z0-9.-]*[a-z])`").matcher(page);
    int count = 0;
    while (name.find()) {
      if (!name.group(1).startsWith("boto4j.client.d") && !name.group(1).endsWith("services")) {
        assertThat(PropertyNames.find(ConfigurationPropertyName.of(name.group(1))))
            .as(name.group(1))
            .isNull();
        count++;
      }
    }
    assertThat(count).isGreaterThan(10);
  }
}
