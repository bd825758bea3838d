package io.boto4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java block of the README and of the pages in docs. */
final class SnippetsTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path folder;

  @Test
  void snippets_ofAllPages_compile() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Path page : pages()) {
      snippets.addAll(Snippet.of(page));
    }
    snippets.removeIf(Snippet::isSkipped);

    assertThat(snippets).hasSizeGreaterThan(20);
    assertThat(SnippetCompiler.errors(snippets)).isEmpty();
  }

  /** A page may show a file of this repository, without its package: the comment above names it. */
  @Test
  void copies_ofFiles_areEqualToThem() throws IOException {
    Pattern copy = Pattern.compile("<!-- copy of (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    int count = 0;
    for (Path page : pages()) {
      Matcher copies = copy.matcher(Files.readString(page));
      while (copies.find()) {
        String file = Files.readString(ROOT.resolve(copies.group(1)));
        assertThat(copies.group(2))
            .as("%s in %s", copies.group(1), page)
            .isEqualTo(file.replaceFirst("^package .*\n\n", ""));
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    pages.add(ROOT.resolve("CONTRIBUTING.md"));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @Test
  void snippet_thatDoesNotCompile_isReportedWithPageAndLine() throws IOException {
    assertThat(
            errors(
                """
                # A page

                ```java
                var tables = dynamodb.call("ListTables");
                tables.txet("TableNames");
                ```

                <!-- java: Client sns = null; -->
                ```java
                for (var topic : sns.items("ListTopics")) { … }
                int count = "three";
                ```

                <!-- java: column 2 int count = 3; -->
                | Python | Java | remarks |
                |---|---|---|
                | `len(x)` | `count` | |
                | `x or y` | `count \\| "x"` | `not compiled` |
                | `x` | planned: `x` | |
                """))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("page.md:5: cannot find symbol"),
            second -> assertThat(second).contains("page.md:11: incompatible types"),
            third -> assertThat(third).contains("page.md:18: bad operand types"));
  }

  @Test
  void snippet_ofMembersOrAFile_isCompiledAsSuch() throws IOException {
    assertThat(
            errors(
                """
                <!-- java: members -->
                ```java
                private int count;
                int count() { return count; }
                ```

                ```java
                import io.boto4j.Session;

                class Main {
                  Session session = Session.create();
                }
                ```

                <!-- java: skip, because it shows an error -->
                ```java
                int count = "three";
                ```
                """))
        .isEmpty();
  }

  private List<String> errors(String text) throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), text);
    List<Snippet> snippets = new ArrayList<>(Snippet.of(page));
    snippets.removeIf(Snippet::isSkipped);
    return SnippetCompiler.errors(snippets);
  }
}
