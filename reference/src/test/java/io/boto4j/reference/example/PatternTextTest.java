package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ' ',
      value = {
        "i-[0-9a-f]{8,17} i-12345678",
        "^[a-zA-Z0-9-_]+$ example",
        "[0-9]{12} 123456789012",
        "^(foo|bar)-\\d+$ foo-1234567",
        "arn:(aws|aws-cn):x:.* arn:aws:x:example",
        "[^\\s]{3} exa",
        "\\p{Alpha}{2,4}x? exam",
        "v[.]1\\.2 v.1.2",
        "(ab){2} abab",
      })
  void text_ofPattern_isShort(String pattern, String expected) {
    assertThat(PatternText.of(pattern, 7)).matches(pattern).isEqualTo(expected);
  }

  @Test
  void emptyAlternative_isChosenInGroupsOnly() {
    assertThat(PatternText.of("^$|[a-f]{4}", 7)).matches("[a-f]{4}");
    assertThat(PatternText.of("aws(|-cn):x", 7)).isEqualTo("aws:x");
  }

  @Test
  void pattern_thatIsDamaged_hasNoText() {
    assertThat(PatternText.of("[a-", 7)).isNull();
    assertThat(PatternText.of("a{x}", 7)).isNull();
    assertThat(PatternText.of("(a", 7)).isEqualTo("a");
  }
}
