package io.boto4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https:)([^)#]+)\\)");

  @Test
  void snippets_ofTheReadme_areInTheSources() throws IOException {
    List<Readme.Snippet> snippets = Readme.snippets();

    assertThat(snippets).hasSizeGreaterThanOrEqualTo(7);
    for (Readme.Snippet snippet : snippets) {
      assertThat(withoutIndent(Files.readString(snippet.source())))
          .as(snippet.source().toString())
          .contains(withoutIndent(snippet.code()));
    }
  }

  private static String withoutIndent(String code) {
    return code.lines().map(String::strip).reduce("", (all, line) -> all + "\n" + line).strip();
  }

  @Test
  void links_ofTheReadme_leadToFiles() throws IOException {
    assertThat(LINK.matcher(Readme.text()).results().map(link -> link.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
  }
}
