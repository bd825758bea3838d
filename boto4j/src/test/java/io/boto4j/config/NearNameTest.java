package io.boto4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNameTest {
  @Test
  void nearest_isFewestEditsAway() {
    assertThat(NearName.of("prod-us", List.of("dev", "prod-eu", "prod-us1"))).isEqualTo("prod-us1");
    assertThat(NearName.of("DEV", List.of("dev"))).isEqualTo("dev");
    assertThat(NearName.of("sandbx", List.of("sandbox", "x"))).isEqualTo("sandbox");
    assertThat(NearName.of("de", List.of("dev"))).isEqualTo("dev");
  }

  @Test
  void farNames_areNotOffered() {
    assertThat(NearName.of("dev", List.of("prod", "dev-eu"))).isNull();
    assertThat(NearName.of("", List.of("dev"))).isNull();
    assertThat(NearName.of("x", List.of())).isNull();
    assertThat(NearName.of("dev", List.of("x".repeat(1_000_000)))).isNull();
  }
}
