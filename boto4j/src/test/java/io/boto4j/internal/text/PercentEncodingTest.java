package io.boto4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PercentEncodingTest {
  @Test
  void encode_unreserved_sameObject() {
    String text = "ABCXYZabcxyz0189-._~";
    assertThat(PercentEncoding.encode(text)).isSameAs(text);
    assertThat(PercentEncoding.encodePath("/a/b")).isEqualTo("/a/b");
    assertThat(PercentEncoding.encode("")).isEmpty();
  }

  @Test
  void encode_everyOtherAsciiCharacter_upperCaseHex() {
    for (char c = 0; c < 0x80; c++) {
      boolean unreserved = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
      String expected = unreserved ? String.valueOf(c) : String.format("%%%02X", (int) c);
      assertThat(PercentEncoding.encode(String.valueOf(c))).isEqualTo(expected);
      assertThat(PercentEncoding.encodePath(String.valueOf(c)))
          .isEqualTo(c == '/' ? "/" : expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'a b', a%20b",
    "a+b, a%2Bb",
    "100%, 100%25",
    "a/b, a%2Fb",
    "ü, %C3%BC",
    "€, %E2%82%AC",
    "😀, %F0%9F%98%80",
    "x😀ü/, x%F0%9F%98%80%C3%BC%2F",
  })
  void encode_text_utf8Bytes(String text, String encoded) {
    assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
  }

  @Test
  void encode_everyCodePoint_decodesToItself() {
    for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint == Character.MIN_SURROGATE) {
        codePoint = Character.MAX_SURROGATE + 1;
      }
      String text = new String(Character.toChars(codePoint));
      String encoded = PercentEncoding.encode(text);
      if (!PercentEncoding.decode(encoded).equals(text)
          || !URLDecoder.decode(encoded, StandardCharsets.UTF_8).equals(text)) {
        assertThat(encoded).as("code point %x", codePoint).isNull();
      }
    }
  }

  @Test
  void encode_loneSurrogates_replacementCharacter() {
    assertThat(PercentEncoding.encode("a\uD83D")).isEqualTo("a%EF%BF%BD");
    assertThat(PercentEncoding.encode("\uDE00b")).isEqualTo("%EF%BF%BDb");
    assertThat(PercentEncoding.encode("\uDE00\uD83D")).isEqualTo("%EF%BF%BD%EF%BF%BD");
    assertThat(PercentEncoding.encode("\uD83D\uD83D\uDE00")).isEqualTo("%EF%BF%BD%F0%9F%98%80");
  }

  @Test
  void decode_withoutPercent_sameObjectAndPlusStays() {
    String text = "a+b ü";
    assertThat(PercentEncoding.decode(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "%41%4a%4A, AJJ",
    "%, %",
    "%4, %4",
    "%4g, %4g",
    "%%41, %A",
    "a%zz%41, a%zzA",
    "%+1, %+1",
    "%2541, %41",
    "%41%, A%",
    "ü%C3%BCü, üüü",
    "%FF, \uFFFD",
    "%C3x, \uFFFDx",
    "%ED%A0%80, \uFFFD",
    "%C3%41, \uFFFDA",
    "%C0%AF, \uFFFD\uFFFD",
  })
  void decode_malformed_keptOrReplaced(String encoded, String text) {
    assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
  }

  @Test
  void decode_digitsOfOtherScripts_noHexDigits() {
    assertThat(PercentEncoding.decode("%٤١")).isEqualTo("%٤١");
  }
}
