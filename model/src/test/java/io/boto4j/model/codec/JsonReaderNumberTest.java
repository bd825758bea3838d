package io.boto4j.model.codec;

import static io.boto4j.model.codec.JsonReaderTest.reader;
import static io.boto4j.model.codec.JsonReaderTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1", ".5", "1.", "-", "-.5", "-a", "01", "-01", "00", "0x10", "1e", "1e+", "1E-", "1.e1",
        "1.5.5", "1e5.5", "1e5e5", "--1", "1-", "1_000", "1f", "1L", "0.", "-0.", "١", "1٠", "- 1",
        "1 .5", "e5", "0e", "1.-5"
      })
  void number_notOfTheGrammar_isRefused(String text) {
    assertThatThrownBy(() -> value(text)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value("[" + text + "]")).isInstanceOf(JsonException.class);
    assertThatThrownBy(
            () -> {
              JsonReader json = reader(text);
              json.readDouble();
              json.end();
            })
        .isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "5, 5",
    "5.0, 5",
    "5e0, 5",
    "0.5e1, 5",
    "500E-2, 5",
    "-5.000000000000000000000000, -5",
    "2147483647, 2147483647",
    "-2147483648, -2147483648",
    "2.147483647E+9, 2147483647",
    "0.0, 0",
    "0e999999999, 0",
    "0.000e-99999999999999999999, ",
    "2147483648, ",
    "-2147483649, ",
    "1.5, ",
    "1e-1, ",
    "1e10, ",
    "1e400, ",
    "9223372036854775808, ",
    "4294967296, ",
    "18446744073709551617, ",
    "1e999999999, ",
    "1e-999999999, ",
    "1e2147483647, ",
    "1e2147483648, ",
    "-1e-2147483648, ",
    "1e99999999999999999999999, ",
  })
  void int_wholeAndInRange_isReadElseRefused(String text, Integer expected) {
    if (expected == null) {
      assertThatThrownBy(() -> reader(text).readInt())
          .isInstanceOf(JsonException.class)
          .hasMessage("Expected a whole number of 32 bits but saw another number at byte 0");
    } else {
      assertThat(reader(text).readInt()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999999999999999999, 999999999999999999",
    "1234567890123456789, 1234567890123456789",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775807, -9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775807.0, 9223372036854775807",
    "9.223372036854775807e18, 9223372036854775807",
    "-9223372036854775808.000, -9223372036854775808",
    "1e18, 1000000000000000000",
    "9223372036854775808, ",
    "-9223372036854775809, ",
    "9999999999999999999, ",
    "18446744073709551615, ",
    "18446744073709551617, ",
    "36893488147419103233, ",
    "9223372036854775807.5, ",
    "1e19, ",
  })
  void long_wholeAndInRange_isReadElseRefused(String text, Long expected) {
    if (expected == null) {
      assertThatThrownBy(() -> reader(text).readLong()).isInstanceOf(JsonException.class);
    } else {
      assertThat(reader(text).readLong()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        "1",
        "0.1",
        "-0.1",
        "0.3",
        "1.5e300",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "123456789012345678",
        "9007199254740993",
        "9007199254740993.0",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "-1e400",
        "1e400",
        "1e-400",
        "0.000001",
        "1700000000.123456",
        "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "100000000000000000000000000000001",
        "8.41e+21",
        "9e-265",
        "0.00000000000000000000000000000000000000000000000000005",
        "1e999999999999",
        "1e-999999999999",
        "0e99999999999",
        "12345678901234567890e-10"
      })
  void double_ofAnySize_isTheNearest(String text) {
    assertThat(reader(text).readDouble()).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void double_manyRandomTexts_areTheNearest() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long digits = random.nextLong() >> random.nextInt(64);
      String whole = Long.toString(digits);
      String text = whole + "." + random.nextInt(1 << random.nextInt(31));
      if (random.nextBoolean()) {
        text += "e" + (random.nextInt(80) - 40);
      }
      double expected = Double.parseDouble(text);
      double actual = reader(text).readDouble();
      if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
        assertThat(actual).as(text).isEqualTo(expected);
      }
    }
  }

  @Test
  void number_ofEachSize_hasTheNarrowestType() {
    assertThat(number("1")).isEqualTo(1);
    assertThat(number("-0")).isEqualTo(0);
    assertThat(number("-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(number("2147483648")).isEqualTo(2_147_483_648L);
    assertThat(number("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(number("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(number("-18446744073709551617")).isEqualTo(new BigInteger("-18446744073709551617"));
    assertThat(number("1.0")).isEqualTo(1.0);
    assertThat(number("1e2")).isEqualTo(100.0);
    assertThat(number("-0.0")).isEqualTo(-0.0);
    assertThat(number("1E400")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void bigDecimal_withAllItsDigits_isRead() {
    assertThat(reader("0.1000000000000000000000000000000001").readBigDecimal())
        .isEqualTo(new BigDecimal("0.1000000000000000000000000000000001"));
    assertThat(reader("-1.50E+3").readBigDecimal()).isEqualTo(new BigDecimal("-1.50E+3"));
    assertThat(reader("1e999999999").readBigDecimal().scale()).isEqualTo(-999_999_999);
    assertThatThrownBy(() -> reader("1e99999999999").readBigDecimal())
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> reader("1e-99999999999").readBigDecimal())
        .isInstanceOf(JsonException.class);
  }

  @Test
  void numberText_asWritten_isReturned() {
    JsonReader json = reader("[ -1.50E+03 ,2]");
    json.beginArray();
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readNumberText()).isEqualTo("-1.50E+03");
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readNumberText()).isEqualTo("2");
    assertThat(json.hasNextElement()).isFalse();
    json.end();
  }

  @Test
  void number_oneAfterAnother_doesNotKeepDigitsOfTheFirst() {
    assertThat(value("[12.5e3,7,-1,0,99999999999999999999,3]").toString())
        .isEqualTo("[12500.0, 7, -1, 0, 99999999999999999999, 3]");
  }

  @Test
  void number_tooLong_isRefused() {
    assertThat(number("1".repeat(1_000))).isEqualTo(new BigInteger("1".repeat(1_000)));
    assertThat(number("0." + "1".repeat(998))).isEqualTo(1 / 9.0);
    for (String text :
        new String[] {
          "1".repeat(1_001),
          "1".repeat(1_000_000),
          "-0." + "0".repeat(1_000_000),
          "1e" + "0".repeat(1_000_000)
        }) {
      assertThatThrownBy(() -> reader(text).readNumber())
          .isInstanceOf(JsonException.class)
          .hasMessage(
              "Expected a number of at most 1000 characters but saw a longer one at byte 0");
      assertThatThrownBy(() -> reader(text).skipValue()).isInstanceOf(JsonException.class);
    }
  }

  private static Number number(String text) {
    JsonReader json = reader(text);
    Number number = json.readNumber();
    json.end();
    return number;
  }
}
