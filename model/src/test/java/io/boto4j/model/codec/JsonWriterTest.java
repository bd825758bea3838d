package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonWriterTest {
  @Test
  void spaced_nestedValues_hasPythonsBlanks() {
    JsonWriter json = new JsonWriter(1).spaced();
    json.beginObject().name("a").beginArray().value(1).value("x").endArray();
    json.name(new byte[] {'b'}).beginObject().endObject().name("c").nullValue().endObject();
    assertThat(new String(json.toByteArray(), StandardCharsets.US_ASCII))
        .isEqualTo("{\"a\": [1, \"x\"], \"b\": {}, \"c\": null}");
  }

  @Test
  void document_ofEveryKind_hasCommasAndNoBlanks() {
    JsonWriter json =
        new JsonWriter()
            .beginObject()
            .name("s")
            .value("x")
            .name("encoded".getBytes(US_ASCII))
            .value(-7)
            .name("list")
            .beginArray()
            .beginArray()
            .endArray()
            .beginObject()
            .endObject()
            .value(true)
            .value(false)
            .nullValue()
            .value(1.5)
            .value(2.5f)
            .value(new BigDecimal("1.50"))
            .value(BigInteger.TEN)
            .base64(new byte[] {1, 2, 3, 4}, 1, 2)
            .endArray()
            .name("o")
            .beginObject()
            .name("p")
            .value(1)
            .endObject()
            .name("last")
            .value("")
            .endObject();
    assertThat(text(json))
        .isEqualTo(
            "{\"s\":\"x\",\"encoded\":-7,\"list\":[[],{},true,false,null,1.5,2.5,1.50,10,\"AgM=\"],"
                + "\"o\":{\"p\":1},\"last\":\"\"}");
  }

  @Test
  void text_everyOddCharacter_isEscapedAsPythonDoes() {
    String text = "\u007f\u0000\u001f/é\u2028😀\ud800<>&'\"\\\b\f\n\r\t~ ";
    assertThat(text(new JsonWriter().value(text)))
        .isEqualTo(
            "\"\\u007f\\u0000\\u001f/\\u00e9\\u2028\\ud83d\\ude00\\ud800<>&'"
                + "\\\"\\\\\\b\\f\\n\\r\\t~ \"");
    assertThat(text(new JsonWriter().beginObject().name("é\"").value(1).endObject()))
        .isEqualTo("{\"\\u00e9\\\"\":1}");
  }

  @Test
  void text_ofAnyLength_growsTheBuffer() {
    for (int length = 0; length < 300; length++) {
      String plain = "x".repeat(length);
      String odd = "é".repeat(length);
      JsonWriter json = new JsonWriter(0).beginArray().value(plain).value(odd).endArray();
      assertThat(text(json)).isEqualTo("[\"" + plain + "\",\"" + "\\u00e9".repeat(length) + "\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        9,
        10,
        -10,
        99,
        100,
        1234567890,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void long_ofAnySize_isWrittenInDigits(long value) {
    assertThat(text(new JsonWriter(0).value(value))).isEqualTo(Long.toString(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-1, -1.0",
    "100, 100.0",
    "0.1, 0.1",
    "-0.1, -0.1",
    "0.5, 0.5",
    "12.25, 12.25",
    "2.0E-3, 0.002",
    "1.0E-4, 0.0001",
    "1.234E-4, 0.0001234",
    "1.0E-5, 1e-05",
    "1.5E-5, 1.5e-05",
    "1e7, 10000000.0",
    "12345678.9, 12345678.9",
    "1700000000.123, 1700000000.123",
    "1700000000.123456, 1700000000.123456",
    "0.30000000000000004, 0.30000000000000004",
    "0.3333333333333333, 0.3333333333333333",
    "1e15, 1000000000000000.0",
    "9007199254740993, 9007199254740992.0",
    "9999999999999998, 9999999999999998.0",
    "1e16, 1e+16",
    "123456789012345680, 1.2345678901234568e+17",
    "1e22, 1e+22",
    "1e23, 1e+23",
    "2e23, 2e+23",
    "8.41E21, 8.41e+21",
    "2.0E-44, 2e-44",
    "9e-265, 9e-265",
    "1.5e300, 1.5e+300",
    "-1.7976931348623157e308, -1.7976931348623157e+308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "5e-324, 5e-324",
    "1e-323, 1e-323",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "2.98023223876953125E-8, 2.9802322387695312e-08",
    "1.1E-321, 1.1e-321",
  })
  void double_ofAnySize_isWrittenAsPythonDoes(String value, String expected) {
    assertThat(text(new JsonWriter(0).value(Double.parseDouble(value)))).isEqualTo(expected);
  }

  @Test
  void double_manyRandomBits_areReadBackAndNoLongerThanTheJdks() {
    Random random = new Random(5);
    JsonWriter json = new JsonWriter();
    for (int i = 0; i < 50_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (i % 2 == 0) {
        value = random.nextInt() / Math.pow(10, random.nextInt(12)) * random.nextInt(1_000);
      }
      if (Double.isFinite(value)) {
        String text = text(json.reset().value(value));
        if (Double.parseDouble(text) != value
            || digits(text).length() > digits(Double.toString(value)).length()) {
          assertThat(text).isEqualTo(Double.toString(value));
        }
      }
    }
  }

  @Test
  void double_everyPowerOfTwo_isReadBack() {
    JsonWriter json = new JsonWriter();
    for (int i = Double.MIN_EXPONENT - 52; i <= Double.MAX_EXPONENT; i++) {
      double value = Math.scalb(1.0, i);
      assertThat(Double.parseDouble(text(json.reset().value(value)))).isEqualTo(value);
    }
  }

  @Test
  void number_jsonHasNot_isRefused() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      assertThatThrownBy(() -> new JsonWriter().value(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("JSON has no number for " + value);
      assertThatThrownBy(() -> new JsonWriter().value(List.of(value)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new JsonWriter().value((float) value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void float_hasTheDigitsItShows() {
    assertThat(text(new JsonWriter().value(0.1f))).isEqualTo("0.1");
    assertThat(text(new JsonWriter().value(3.4028235e38f))).isEqualTo("3.4028235e+38");
  }

  @Test
  void bigNumbers_areWrittenWithAllTheirDigits() {
    BigInteger large = BigInteger.ONE.shiftLeft(3_000).negate();
    assertThat(text(new JsonWriter().value(large))).isEqualTo(large.toString());
    assertThat(text(new JsonWriter().value(new BigDecimal("1E+3")))).isEqualTo("1E+3");
    assertThat(text(new JsonWriter().value(new BigDecimal("1E-999999999"))))
        .isEqualTo("1E-999999999");
  }

  @Test
  void base64_ofAnyLength_isPadded() {
    Random random = new Random(3);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length + 5];
      random.nextBytes(bytes);
      byte[] part = Arrays.copyOfRange(bytes, 2, 2 + length);
      assertThat(text(new JsonWriter(0).base64(bytes, 2, length)))
          .isEqualTo("\"" + Base64.getEncoder().encodeToString(part) + "\"");
    }
    assertThatThrownBy(() -> new JsonWriter().base64(new byte[3], 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void generic_everyKind_isWritten() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("null", null);
    map.put(CharBuffer.wrap("builder"), CharBuffer.wrap("b"));
    map.put("numbers", List.of(1, 2L, (short) 3, (byte) 4, 5.0, 6.5f, new AtomicLong(7)));
    map.put("big", List.of(new BigDecimal("1.10"), new BigInteger("99999999999999999999")));
    map.put("arrays", new Object[] {new int[] {1, 2}, new long[] {3}, new double[] {4}});
    map.put("more", new Object[] {new float[] {0.1f}, new short[] {6}, new boolean[] {true}});
    map.put("texts", new String[] {"a", null});
    map.put("iterable", (Iterable<Object>) () -> List.<Object>of(true, Map.of()).iterator());
    assertThat(text(new JsonWriter().value(map)))
        .isEqualTo(
            "{\"null\":null,\"builder\":\"b\",\"numbers\":[1,2,3,4,5.0,6.5,7],"
                + "\"big\":[1.10,99999999999999999999],\"arrays\":[[1,2],[3],[4.0]],"
                + "\"more\":[[0.1],[6],[true]],\"texts\":[\"a\",null],\"iterable\":[true,{}]}");
    assertThat(text(new JsonWriter().value((Object) null))).isEqualTo("null");
  }

  @Test
  void generic_anythingElse_isRefusedByItsType() {
    assertRefused(new byte[] {1}, "JSON has no value for [B");
    assertRefused(new char[] {'a'}, "JSON has no value for [C");
    assertRefused('c', "JSON has no value for java.lang.Character");
    assertRefused(List.of(new Secret()), "JSON has no value for " + Secret.class.getName());
    assertRefused(Map.of(1, 2), "JSON has only strings for keys, not java.lang.Integer");
    assertRefused(Collections.singletonMap(null, 2), "JSON has only strings for keys, not null");
    assertRefused(new OddNumber(), "JSON has no value for " + OddNumber.class.getName());
  }

  @Test
  void generic_holdingItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertRefused(list, "Nested deeper than 512 levels");
    Object[] array = new Object[1];
    array[0] = Collections.singletonMap("a", array);
    assertRefused(array, "Nested deeper than 512 levels");
  }

  @Test
  void depth_atItsBound_isWrittenAndReadBack() {
    Object deepest = List.of();
    for (int i = 1; i < JsonWriter.MAX_DEPTH; i++) {
      deepest = List.of(deepest);
    }
    byte[] bytes = new JsonWriter().value(deepest).toByteArray();
    assertThat(new JsonReader(bytes).readValue()).isEqualTo(deepest);
  }

  @Test
  void end_withoutBeginning_isMisuse() {
    assertThatThrownBy(() -> new JsonWriter().endObject())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new JsonWriter().beginArray().endArray().endArray())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new JsonWriter().beginArray().toByteArray())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Still open: 1 objects or arrays");
  }

  @Test
  void reset_afterAnUnfinishedDocument_beginsAnew() {
    JsonWriter json = new JsonWriter().beginArray().value(1).beginObject().name("a");
    byte[] buffer = json.buffer();
    assertThat(json.length()).isEqualTo(8);
    json.reset();
    assertThat(json.length()).isZero();
    assertThat(text(json.value("x"))).isEqualTo("\"x\"");
    assertThat(json.buffer()).isSameAs(buffer);
    assertThat(new String(json.buffer(), 0, json.length(), UTF_8)).isEqualTo("\"x\"");
  }

  @Test
  void bytes_returned_areACopy() {
    JsonWriter json = new JsonWriter(1).value(7);
    json.toByteArray()[0] = '8';
    assertThat(text(json)).isEqualTo("7");
  }

  private static String text(JsonWriter json) {
    return new String(json.toByteArray(), US_ASCII);
  }

  private static String digits(String number) {
    String mantissa = number.replaceAll("[eE].*", "").replaceAll("[-.]", "");
    return mantissa.replaceAll("^0+", "").replaceAll("0+$", "");
  }

  private static void assertRefused(Object value, String message) {
    assertThatThrownBy(() -> new JsonWriter().value(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static final class Secret {
    @Override
    public String toString() {
      throw new AssertionError("never shown");
    }
  }

  private static final class OddNumber extends Number {
    private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      return 1;
    }

    @Override
    public long longValue() {
      return 1;
    }

    @Override
    public float floatValue() {
      return 1;
    }

    @Override
    public double doubleValue() {
      return 1;
    }

    @Override
    public String toString() {
      return "1/2";
    }
  }
}
