package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons with the JDK's conversion, which is slow and correct. */
final class DecimalToDoubleTest {
  private final SplittableRandom random = new SplittableRandom(2021);

  @Test
  void of_randomDigits_isWhatTheJdkSays() {
    int told = 0;
    for (int i = 0; i < 400_000; i++) {
      long digits = random.nextLong() >>> random.nextInt(64);
      int exponent = random.nextInt(-70, 71);
      told += digits == 0 ? 0 : agree(digits, exponent);
    }
    assertThat(told).isGreaterThan(300_000);
  }

  @Test
  void of_shortestTextsOfDoubles_areThoseDoubles() {
    int told = 0;
    for (int i = 0; i < 300_000; i++) {
      double value = Math.scalb(random.nextDouble() + 0.5, random.nextInt(-150, 150));
      BigDecimal shortest = new BigDecimal(Double.toString(value));
      told += agree(shortest.unscaledValue().longValueExact(), -shortest.scale());
    }
    assertThat(told).isGreaterThan(250_000);
  }

  /**
   * Numbers halfway between two doubles, or one digit more or less, where rounding is difficult.
   */
  @Test
  void of_halfway_isEvenAndBesideItNearest() {
    int told = 0;
    for (int i = 0; i < 200_000; i++) {
      long bits = random.nextLong(1L << 52, 1L << 53) * 2 + 1;
      int binary = random.nextInt(-4, 10);
      BigInteger scaled = BigInteger.valueOf(bits);
      int exponent = 0;
      if (binary >= 0) {
        scaled = scaled.shiftLeft(binary);
      } else {
        scaled = scaled.multiply(BigInteger.valueOf(5).pow(-binary));
        exponent = binary;
      }
      if (scaled.bitLength() <= 64) {
        for (int step = -1; step <= 1; step++) {
          told += agree(scaled.longValue() + step, exponent);
        }
      }
    }
    assertThat(told).isGreaterThan(300_000);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1, 64",
    "1, -64",
    "-1, 0",
    "-1, 64",
    "-1, -64",
    "9007199254740993, 0",
    "9007199254740993, 22",
    "4503599627370497, 23",
    "4503599627370497, -4",
    "9223372036854775807, 55",
    "-9223372036854775808, -27",
    "3, -28",
    "5, -1"
  })
  void of_edge_isWhatTheJdkSays(long digits, int exponent) {
    assertThat(agree(digits, exponent)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-65, 65, -400, 400, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void of_exponentBeyondTheTable_isForTheJdk(int exponent) {
    assertThat(DecimalToDouble.of(12345678901234567L, exponent)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.30000000000000004",
        "-0.30000000000000004",
        "1.7976931348623157e308",
        "4.9e-324",
        "2.2250738585072011e-308",
        "123456789012345678901234567890",
        "0.000000000000000000000000000000000000000012345678901234567",
        "9007199254740993.0",
        "9007199254740992.99999999999999999",
        "18446744073709551615e-10",
        "-0.0",
        "0e99999"
      })
  void readDouble_throughTheReader_isWhatTheJdkSays(String text) {
    double read = new JsonReader(text.getBytes(ISO_8859_1)).readDouble();
    assertThat(Double.doubleToRawLongBits(read))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  /** Returns 1 if there was a result, which must then be that of the JDK, else 0. */
  private static int agree(long digits, int exponent) {
    double told = DecimalToDouble.of(digits, exponent);
    if (Double.isNaN(told)) {
      return 0;
    }
    double expected = Double.parseDouble(Long.toUnsignedString(digits) + "e" + exponent);
    if (told != expected) {
      assertThat(told).as(Long.toUnsignedString(digits) + "e" + exponent).isEqualTo(expected);
    }
    return 1;
  }
}
