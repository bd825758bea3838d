package io.boto4j.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CborWriterTest {
  private final CborWriter cbor = new CborWriter(0);

  @Test
  void document_ofEveryKind_isWritten() {
    cbor.beginMap(3)
        .name("a")
        .value(1)
        .name("b")
        .beginArray(3)
        .value(true)
        .value(false)
        .nullValue()
        .endArray()
        .name("c")
        .bytes(new byte[] {9, 1, 2, 9}, 1, 2)
        .endMap();

    assertThat(hex()).isEqualTo("a3" + "616101" + "6162" + "83f5f4f6" + "6163" + "420102");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "23, 17",
    "24, 1818",
    "255, 18ff",
    "256, 190100",
    "65535, 19ffff",
    "65536, 1a00010000",
    "4294967295, 1affffffff",
    "4294967296, 1b0000000100000000",
    "9223372036854775807, 1b7fffffffffffffff",
    "-1, 20",
    "-24, 37",
    "-25, 3818",
    "-256, 38ff",
    "-257, 390100",
    "-4294967296, 3affffffff",
    "-4294967297, 3b0000000100000000",
    "-9223372036854775808, 3b7fffffffffffffff",
    "18446744073709551615, 1bffffffffffffffff",
    "-18446744073709551616, 3bffffffffffffffff",
    "18446744073709551616, c249010000000000000000",
    "-18446744073709551617, c349010000000000000000",
    "340282366920938463463374607431768211455, c250ffffffffffffffffffffffffffffffff"
  })
  void wholeNumber_ofAnySize_isAsShortAsCanBe(String number, String expected) {
    BigInteger value = new BigInteger(number);

    assertThat(hex(cbor.value(value))).isEqualTo(expected);
    if (value.bitLength() < Long.SIZE) {
      assertThat(hex(cbor.reset().value(value.longValue()))).isEqualTo(expected);
    }
  }

  @Test
  void floatingPoint_hasThePrecisionOfItsType() {
    assertThat(hex(cbor.value(1.5))).isEqualTo("fb3ff8000000000000");
    assertThat(hex(cbor.reset().value(1.5f))).isEqualTo("fa3fc00000");
    assertThat(hex(cbor.reset().value(-0.0))).isEqualTo("fb8000000000000000");
    assertThat(hex(cbor.reset().value(-0.0f))).isEqualTo("fa80000000");
    assertThat(hex(cbor.reset().value(Double.MIN_VALUE))).isEqualTo("fb0000000000000001");
  }

  @Test
  void floatingPoint_notFinite_isHalf() {
    assertThat(hex(cbor.value(Double.NaN))).isEqualTo("f97e00");
    assertThat(hex(cbor.reset().value(Double.POSITIVE_INFINITY))).isEqualTo("f97c00");
    assertThat(hex(cbor.reset().value(Double.NEGATIVE_INFINITY))).isEqualTo("f9fc00");
    assertThat(hex(cbor.reset().value(Float.NaN))).isEqualTo("f97e00");
    assertThat(hex(cbor.reset().value(Float.POSITIVE_INFINITY))).isEqualTo("f97c00");
    assertThat(hex(cbor.reset().value(Float.NEGATIVE_INFINITY))).isEqualTo("f9fc00");
  }

  @Test
  void decimal_isAFraction() {
    assertThat(hex(cbor.value(new BigDecimal("273.15")))).isEqualTo("c48221196ab3");
    assertThat(hex(cbor.reset().value(new BigDecimal("1e9")))).isEqualTo("c4820901");
  }

  @Test
  void text_isUtf8() {
    assertThat(hex(cbor.value(""))).isEqualTo("60");
    assertThat(hex(cbor.reset().value("ü€😀\0a"))).isEqualTo("6b" + "c3bce282acf09f98800061");
    assertThat(hex(cbor.reset().value("aü"))).isEqualTo("63" + "61c3bc");
    assertThat(hex(cbor.reset().value("x".repeat(24)))).isEqualTo("7818" + "78".repeat(24));
    assertThat(hex(cbor.reset().value("x".repeat(22) + "ü"))).startsWith("7818").hasSize(52);
    assertThat(hex(cbor.reset().value("x".repeat(65536)))).startsWith("7a00010000" + "7878");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\ud800a", "\udc00\ud800", "ü\ud83d"})
  void text_withALoneSurrogate_isRefused(String text) {
    assertThatThrownBy(() -> cbor.value(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A string has a lone surrogate, which UTF-8 cannot represent");
  }

  @Test
  void tag_precedesItsValue() {
    assertThat(hex(cbor.tag(1).value(1770091506))).isEqualTo("c11a698173f2");
    assertThat(hex(cbor.reset().tag(-1).nullValue())).isEqualTo("dbfffffffffffffffff6");
  }

  @Test
  void value_ofAnyKind_isWritten() {
    Object value =
        Arrays.asList(
            null,
            true,
            (byte) 1,
            (short) -1,
            2L,
            1.5f,
            2.5,
            BigInteger.TEN,
            new AtomicLong(7),
            CharBuffer.wrap("s"),
            new byte[] {1},
            Map.of("k", List.of()),
            new Object[] {1},
            new CborTag(1, 0));

    assertThat(hex(cbor.value(value)))
        .isEqualTo(
            "8ef6f5012002fa3fc00000fb40040000000000000a076173"
                + "4101"
                + "a1616b80"
                + "8101"
                + "c100");
  }

  @Test
  void value_withoutCbor_isRefused() {
    for (Object value : new Object[] {new Object(), 'c', new int[0], Thread.State.NEW}) {
      assertThatThrownBy(() -> cbor.reset().value(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("CBOR has no value for " + value.getClass().getName());
    }
    assertThatThrownBy(() -> cbor.reset().value(Map.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Only strings can be keys, not java.lang.Integer");
  }

  @Test
  void value_thatHoldsItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> cbor.value(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Nested deeper than 512 levels");
    CborTag deep = new CborTag(0, null);
    for (int i = 0; i < 1_000; i++) {
      deep = new CborTag(0, deep);
    }
    Object tags = deep;
    assertThatThrownBy(() -> cbor.reset().value(tags)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ends_thatDoNotFit_areProgrammingErrors() {
    assertThatThrownBy(cbor::endMap)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No map or array is open");
    cbor.beginArray(0);
    assertThatThrownBy(cbor::toByteArray)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Still open: 1 maps or arrays");
    assertThat(cbor.endArray().toByteArray()).containsExactly(0x80);
  }

  @Test
  void reset_keepsTheBuffer() {
    byte[] buffer = cbor.value("x".repeat(100)).buffer();

    assertThat(cbor.reset().value(1).buffer()).isSameAs(buffer);
    assertThat(cbor.length()).isEqualTo(1);
  }

  private String hex() {
    return hex(cbor);
  }

  private static String hex(CborWriter cbor) {
    return HexFormat.of().formatHex(cbor.toByteArray());
  }
}
