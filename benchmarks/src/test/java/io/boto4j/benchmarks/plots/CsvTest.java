package io.boto4j.benchmarks.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CsvTest {
  @Test
  void parse_quotedField_keepsItsCommas() {
    assertThat(Csv.parse(List.of("contestant,calls", "\"SDK, apache\",7", "boto4j,8")))
        .containsExactly(
            Map.of("contestant", "SDK, apache", "calls", "7"),
            Map.of("contestant", "boto4j", "calls", "8"));
  }

  @Test
  void parse_emptyField_isThere() {
    assertThat(Csv.parse(List.of("a,b", ","))).containsExactly(Map.of("a", "", "b", ""));
  }

  @Test
  void parse_nothing_isNoRow() {
    assertThat(Csv.parse(List.of())).isEmpty();
    assertThat(Csv.parse(List.of("a,b"))).isEmpty();
  }

  @Test
  void parse_brokenOffLine_isRefusedByItsNumber() {
    assertThatThrownBy(() -> Csv.parse(List.of("a,b", "1,2", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 3");
  }
}
