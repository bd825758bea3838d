package io.boto4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostLabelsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "us-east-1", "A-B", "123456789012", "a--b", "xn--mnchen-3ya"})
  void isLabel_lettersDigitsHyphens_true(String text) {
    assertThat(HostLabels.isLabel(text)).isTrue();
    assertThat(HostLabels.areLabels(text)).isTrue();
    assertThat(HostLabels.isHostName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "-a",
        "a-",
        "a_b",
        "a b",
        "a/b",
        "x.evil.com/#",
        "a#",
        "a@b",
        "a:80",
        "a\n",
        "a\r",
        "a\0",
        "a%2e",
        "ü",
        "١",
        "ａ",
        "[::1]",
        "a\\b",
        " a",
        "a?"
      })
  void everyCheck_hostileText_false(String text) {
    assertThat(HostLabels.isLabel(text)).isFalse();
    assertThat(HostLabels.areLabels(text)).isFalse();
    assertThat(HostLabels.isHostName(text)).isFalse();
    assertThat(HostLabels.areLabels("a." + text + ".b")).isFalse();
  }

  @Test
  void isLabel_length_1To63() {
    assertThat(HostLabels.isLabel("a".repeat(63))).isTrue();
    assertThat(HostLabels.isLabel("a".repeat(64))).isFalse();
    assertThat(HostLabels.areLabels("b." + "a".repeat(64))).isFalse();
  }

  @Test
  void dots_perCheck_allowedBetweenLabelsOnly() {
    assertThat(HostLabels.isLabel("a.b")).isFalse();
    assertThat(HostLabels.areLabels("a.b")).isTrue();
    assertThat(HostLabels.areLabels("a.b.")).isFalse();
    assertThat(HostLabels.areLabels(".a")).isFalse();
    assertThat(HostLabels.areLabels("a..b")).isFalse();
    assertThat(HostLabels.areLabels("a.-b")).isFalse();
    assertThat(HostLabels.isHostName("a.b.")).isTrue();
    assertThat(HostLabels.isHostName("a.b..")).isFalse();
    assertThat(HostLabels.isHostName(".")).isFalse();
  }

  @Test
  void isHostName_length_atMost253() {
    String labels = ("a".repeat(49) + ".").repeat(5);
    assertThat(HostLabels.isHostName(labels + "abc")).isTrue();
    assertThat(HostLabels.isHostName(labels + "abc.")).isTrue();
    assertThat(HostLabels.isHostName(labels + "abcd")).isFalse();
    assertThat(HostLabels.areLabels(labels + "abcd")).isTrue();
  }
}
