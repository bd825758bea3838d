package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.InvalidRegionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"us-east-1", "aws-global", "us-iso-east-1", "local", "A", "1a", "a--b", "0-0"})
  void label_checked_isReturned(String region) {
    assertThat(Settings.checkRegion(region)).isSameAs(region);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x.evil.com/#",
        "x.evil.com",
        "us-east-1.evil.com",
        "evil.com#",
        "us-east-1/",
        "us-east-1?",
        "us-east-1@evil",
        "us-east-1:80",
        "us-east-1\n",
        "us-east-1\r\nHost: evil",
        " us-east-1",
        "us east 1",
        "-us-east-1",
        "us-east-1-",
        "-",
        "123",
        "us_east_1",
        "us-east-\u0661",
        "\u0430ws",
        "\uff0e",
        "%2e"
      })
  void otherText_checked_isRefused(String region) {
    assertThatThrownBy(() -> Settings.checkRegion(region))
        .isInstanceOf(InvalidRegionException.class);
  }

  @Test
  void length_checked_isAtMost63() {
    assertThat(Settings.checkRegion("a".repeat(63))).hasSize(63);
    assertThatThrownBy(() -> Settings.checkRegion("a".repeat(64)))
        .isInstanceOf(InvalidRegionException.class);
  }

  @Test
  void refusal_saysWhatBotocoreSays() {
    assertThatThrownBy(() -> Settings.checkRegion("x.evil.com/#"))
        .hasMessage("Provided region_name 'x.evil.com/#' doesn't match a supported format.");
  }

  @Test
  void refusal_showsNothingHarmful() {
    assertThatThrownBy(
            () -> Settings.checkRegion("a\r\n\u001b[2J\u202e\u2028\ud83d\ude00" + "b".repeat(500)))
        .hasMessage(
            "Provided region_name 'a???[2J????"
                + "b".repeat(89)
                + "…' doesn't match a supported format.");
  }
}
