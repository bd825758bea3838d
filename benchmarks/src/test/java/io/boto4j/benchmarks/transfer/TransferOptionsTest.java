package io.boto4j.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TransferOptionsTest {
  @Test
  void parse_nothing_measuresEverything() {
    TransferOptions options = TransferOptions.parse(List.of());
    assertThat(options.sizeMib).isEqualTo(1024);
    assertThat(options.files).isEqualTo(10_000);
    assertThat(Scenario.values()).allMatch(options::measures);
    assertThat(options.measures("boto3")).isTrue();
  }

  @Test
  void parse_severalTexts_measuresWhatContainsOne() {
    TransferOptions options =
        TransferOptions.parse(List.of("--only", "floor,boto4j", "--scenario", "files,copy"));
    assertThat(options.measures("hand-written floor")).isTrue();
    assertThat(options.measures("boto3")).isFalse();
    assertThat(options.measures(Scenario.FILES_DOWN)).isTrue();
    assertThat(options.measures(Scenario.UP_TLS)).isFalse();
  }

  @Test
  void parse_wrongValue_throws() {
    for (String wrong : List.of("0", "-1", "many", "")) {
      assertThatThrownBy(() -> TransferOptions.parse(List.of("--rounds", wrong)))
          .hasMessageContaining("--rounds must be 1 to");
    }
    assertThatThrownBy(() -> TransferOptions.parse(List.of("--fast", "1")))
        .hasMessageContaining("--fast");
  }
}
