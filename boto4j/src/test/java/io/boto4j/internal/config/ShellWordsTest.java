package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ShellWordsTest {
  @Test
  void words_split_atBlanks() {
    assertThat(ShellWords.split("")).isEmpty();
    assertThat(ShellWords.split(" \t\r\n ")).isEmpty();
    assertThat(ShellWords.split(" a\tb  c\n")).containsExactly("a", "b", "c");
    assertThat(ShellWords.split("a\u00a0b#c;d|e")).containsExactly("a\u00a0b#c;d|e");
  }

  @Test
  void quotes_split_keepWhatIsInThem() {
    assertThat(ShellWords.split("'a b' \"c d\"")).containsExactly("a b", "c d");
    assertThat(ShellWords.split("a'b 'c\" d\"")).containsExactly("ab c d");
    assertThat(ShellWords.split("'' \"\"")).containsExactly("", "");
    assertThat(ShellWords.split("'\"' \"'\"")).containsExactly("\"", "'");
  }

  @Test
  void backslash_split_dependsOnQuotes() {
    assertThat(ShellWords.split("a\\ b \\'")).containsExactly("a b", "'");
    assertThat(ShellWords.split("'a\\'")).containsExactly("a\\");
    assertThat(ShellWords.split("\"a\\\"b\\\\c\\nd\"")).containsExactly("a\"b\\c\\nd");
  }

  @Test
  void unclosed_split_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split("a 'b"));
    assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split("a \"b'"));
    assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split("a\\"));
    assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split("\"a\\"));
  }
}
