package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of botocore's own suite, and further ones whose results come from botocore. */
final class WindowsWordsTest {
  @Test
  void line_isSplitByBlanksAndTabs() {
    assertThat(WindowsWords.split("")).isEmpty();
    assertThat(WindowsWords.split("  \t ")).isEmpty();
    assertThat(WindowsWords.split("spam \t eggs")).containsExactly("spam", "eggs");
    assertThat(WindowsWords.split("spam\neggs")).containsExactly("spam\neggs");
  }

  @Test
  void quotes_keepBlanksAndVanish() {
    assertThat(WindowsWords.split("\"some command\"")).containsExactly("some command");
    assertThat(WindowsWords.split("a\"b c\"d")).containsExactly("ab cd");
    assertThat(WindowsWords.split("\"\"")).containsExactly("");
    assertThat(WindowsWords.split("a \"\" b")).containsExactly("a", "", "b");
    assertThat(WindowsWords.split("'a b'")).containsExactly("'a", "b'");
  }

  @Test
  void backslashes_meanThemselvesUnlessBeforeAQuote() {
    assertThat(WindowsWords.split("C:\\foo\\bar.exe x")).containsExactly("C:\\foo\\bar.exe", "x");
    assertThat(WindowsWords.split("a\\\\ b\\")).containsExactly("a\\\\", "b\\");
    assertThat(WindowsWords.split("\\\"a b\\\"")).containsExactly("\"a", "b\"");
    assertThat(WindowsWords.split("\"a\\\\\" b")).containsExactly("a\\", "b");
    assertThat(WindowsWords.split("a\\\\\\\"b")).containsExactly("a\\\"b");
    assertThat(WindowsWords.split("\\ \\\\ a")).isEqualTo(List.of("\\", "\\\\", "a"));
  }

  @Test
  void quote_open_isRefused() {
    assertThatThrownBy(() -> WindowsWords.split("\"some command"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No closing quotation");
    assertThatThrownBy(() -> WindowsWords.split("a \"\\\" b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
