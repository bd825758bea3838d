package io.boto4j.local.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of encoded keys, and what numbers DynamoDB has. */
final class KeyEncodingTest {
  private static final int ROUNDS = 20_000;

  private static void assertSameOrder(Value one, Value two) {
    byte[] first = new KeyEncoding().add(one).toBytes();
    byte[] second = new KeyEncoding().add(two).toBytes();

    assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
        .as("%s and %s", one, two)
        .isEqualTo(Integer.signum(Value.compare(one, two)));
  }

  private static Value number(Random random) {
    BigDecimal number =
        new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(60) - 30);
    return new Value.Num(Numbers.checked(random.nextBoolean() ? number : number.negate()));
  }

  @Test
  void encoding_ofRandomNumbers_hasTheirOrder() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      Value one = number(random);
      assertSameOrder(one, number(random));
      assertSameOrder(
          one, new Value.Num(((Value.Num) one).number().add(BigDecimal.ONE).stripTrailingZeros()));
    }
  }

  @Test
  void encoding_ofRandomTextsAndBytes_hasTheirOrder() {
    Random random = new Random(2);
    String characters = "\0\1ab\u007f\u0080\u07ff\u0800\uffff";
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder one = new StringBuilder();
      StringBuilder two = new StringBuilder();
      for (int j = random.nextInt(4); j > 0; j--) {
        one.append(characters.charAt(random.nextInt(characters.length())));
      }
      for (int j = random.nextInt(4); j > 0; j--) {
        two.appendCodePoint(random.nextBoolean() ? 0x1F600 : random.nextInt(0xD800));
      }
      assertSameOrder(Value.of(one.toString()), Value.of(two.toString()));
      byte[] bytes = new byte[random.nextInt(4)];
      random.nextBytes(bytes);
      assertSameOrder(new Value.Binary(bytes), new Value.Binary(new byte[random.nextInt(3)]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.50E3, -1500",
    "0.0, 0",
    "-0, 0",
    "007, 7",
    "1e-3, 0.001",
    "+1E6, 1000000",
    ".5, 0.5"
  })
  void number_inAnyForm_isCanonical(String text, String expected) {
    assertThat(Numbers.text(Numbers.parse(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "x, The parameter cannot be converted to a numeric value: x",
    "1e126, Number overflow. Attempting to store a number with magnitude larger than supported"
        + " range",
    "-1e-131, Number underflow. Attempting to store a number with magnitude smaller than supported"
        + " range",
    "1e99999999999, Number overflow. Attempting to store a number with magnitude larger than"
        + " supported range",
    "123456789012345678901234567890123456789, Attempting to store more than 38 significant digits"
        + " in a Number",
    "NaN, The parameter cannot be converted to a numeric value: NaN"
  })
  void number_thatCannotBeStored_isRefused(String text, String message) {
    assertThatThrownBy(() -> Numbers.parse(text)).hasMessage(message);
  }

  @Test
  void item_writtenToAFile_isReadBack() {
    Attributes item =
        ValueReader.attributes(
            Map.of(
                "s", Map.of("S", "\u00fc\0\ud83d\ude00"),
                "n", Map.of("N", "-12345678901234567890.5"),
                "tiny", Map.of("N", "1e-130"),
                "b", Map.of("B", new byte[] {0, -1}),
                "t", Map.of("BOOL", true),
                "z", Map.of("NULL", true),
                "ns", Map.of("NS", List.of("3", "1e3")),
                "m", Map.of("M", Map.of("l", Map.of("L", List.of())))));
    WriteBuffer buffer = new WriteBuffer();
    ItemType.INSTANCE.write(buffer, item);
    ByteBuffer written = buffer.getBuffer();
    written.flip();

    assertThat(ItemType.INSTANCE.read(written)).isEqualTo(item);
  }
}
