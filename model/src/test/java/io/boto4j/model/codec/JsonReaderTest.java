package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
  @Test
  void object_membersInOrder_areReadOneByOne() {
    JsonReader json = reader(" { \"a\" : 1 , \"b\":[true,null], \"c\":{} } ");
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.name()).isEqualTo("a");
    assertThat(json.readInt()).isEqualTo(1);
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.name()).isEqualTo("b");
    json.beginArray();
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readNull()).isFalse();
    assertThat(json.readBoolean()).isTrue();
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readNull()).isTrue();
    assertThat(json.hasNextElement()).isFalse();
    assertThat(json.hasNextMember()).isTrue();
    json.beginObject();
    assertThat(json.hasNextMember()).isFalse();
    assertThat(json.hasNextMember()).isFalse();
    json.end();
  }

  @Test
  void name_withoutEscapes_isASliceOfTheBytes() {
    byte[] bytes = "xx{\"Größe\":1}".getBytes(UTF_8);
    JsonReader json = new JsonReader(bytes, 2, bytes.length - 2);
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.bytes()).isSameAs(bytes);
    assertThat(json.nameStart()).isEqualTo(4);
    assertThat(json.nameEnd()).isEqualTo(11);
    assertThat(json.nameEscaped()).isFalse();
    assertThat(json.name()).isEqualTo("Größe");
    assertThat(json.nameEquals("Größe".getBytes(UTF_8))).isTrue();
    assertThat(json.nameEquals("Größf".getBytes(UTF_8))).isFalse();
    assertThat(json.nameEquals("Größ".getBytes(UTF_8))).isFalse();
    assertThat(json.nameEquals(new byte[0])).isFalse();
  }

  @Test
  void name_withEscapes_isDecodedAndCompared() {
    JsonReader json = reader("{\"T\\u0061ble\\n\":{\"in\":1}}");
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.nameEscaped()).isTrue();
    assertThat(json.name()).isEqualTo("Table\n");
    assertThat(json.nameEquals("Table\n".getBytes(UTF_8))).isTrue();
    assertThat(json.nameEquals("T\\u0061ble\\n".getBytes(UTF_8))).isFalse();
  }

  @Test
  void name_loneSurrogate_doesNotEqualAQuestionMark() {
    JsonReader json = reader("{\"\\ud800\":1}");
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.nameEquals("?".getBytes(UTF_8))).isFalse();
  }

  @Test
  void name_afterItsStringValue_isStillThere() {
    JsonReader json = reader("{\"né\":\"\\n\"}");
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.readString()).isEqualTo("\n");
    assertThat(json.name()).isEqualTo("né");
  }

  @Test
  void peek_everyKind_readsNothing() {
    JsonReader json = reader("[ {}, [], \"\", 1, -1, true, false, null]");
    assertThat(json.peek()).isEqualTo(JsonToken.BEGIN_ARRAY);
    List<JsonToken> kinds = new ArrayList<>();
    json.beginArray();
    while (json.hasNextElement()) {
      kinds.add(json.peek());
      assertThat(json.peek()).isEqualTo(json.peek());
      json.skipValue();
    }
    json.end();
    assertThat(kinds)
        .containsExactly(
            JsonToken.BEGIN_OBJECT,
            JsonToken.BEGIN_ARRAY,
            JsonToken.STRING,
            JsonToken.NUMBER,
            JsonToken.NUMBER,
            JsonToken.TRUE,
            JsonToken.FALSE,
            JsonToken.NULL);
  }

  @Test
  void value_generic_usesTheTypesOfTheJdk() {
    Object value = value("{\"b\":[1,2.5,\"x\",true,false,null,{}],\"a\":-3000000000}");
    Map<String, Object> expected = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>(List.of(1, 2.5, "x", true, false));
    list.add(null);
    list.add(new LinkedHashMap<>());
    expected.put("b", list);
    expected.put("a", -3_000_000_000L);
    assertThat(value).isEqualTo(expected).isInstanceOf(LinkedHashMap.class);
    assertThat(((Map<?, ?>) value).keySet().toString()).isEqualTo("[b, a]");
  }

  @Test
  void value_sameNameTwice_lastWins() {
    assertThat(value("{\"a\":1,\"b\":2,\"\\u0061\":{\"c\":3}}"))
        .isEqualTo(Map.of("a", Map.of("c", 3), "b", 2));
  }

  @Test
  void value_escapedStringsInARow_doNotShareTheirBuffer() {
    assertThat(value("[\"\\nabc\",\"\\t\",\"\\\\d\"]")).isEqualTo(List.of("\nabc", "\t", "\\d"));
  }

  @Test
  void byteOrderMark_atTheBeginning_isSkipped() {
    assertThat(value("\ufeff[1]")).isEqualTo(List.of(1));
    assertRefused("\ufeff", 3);
    assertThat(value("\ufeff\ufeff1")).isEqualTo(1);
    assertThat(value(" \ufeff 1")).isEqualTo(1);
    assertRefused("1\ufeff", 1);
  }

  @Test
  void slice_ofALargerArray_isNotLeft() {
    byte[] bytes = "[[1]]".getBytes(UTF_8);
    JsonReader json = new JsonReader(bytes, 1, 3);
    assertThat(json.readValue()).isEqualTo(List.of(1));
    json.end();
    for (int length = 0; length < 3; length++) {
      JsonReader cut = new JsonReader(bytes, 1, length);
      JsonException e = catchThrowableOfType(JsonException.class, cut::readValue);
      assertThat(e).hasMessageEndingWith("but saw the end of the input at byte " + length);
      assertThat(e.offset()).isEqualTo(length);
    }
    assertThatThrownBy(() -> new JsonReader(bytes, 3, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "{",
        "]",
        "}",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{\"a\",1}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "{'a':1}",
        "{\"a\"::1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1;\"b\":2}",
        "[1;2]",
        "t",
        "tru",
        "truE",
        "True",
        "fals",
        "nul",
        "nulL",
        "NULL",
        "undefined",
        "NaN",
        "Infinity",
        "-Infinity",
        "1 2",
        "[] []",
        "1,",
        "nullx",
        "//\n1",
        "/**/1",
        "#\n1",
        "\u000b1",
        "\u00a01",
        "[1]\u0000",
        "\u0000",
        "'a'",
        "\"",
        "\"a",
        "\"\\",
        "\"\\\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\u123g\"",
        "\"\\U1234\"",
        "\"\\x41\"",
        "\"\\a\"",
        "\"\\'\"",
        "\"\\0\"",
        "\"\\u00",
        "\"\\u+123\"",
        "\"\\u １23\"",
        "\"\\\n\""
      })
  void document_malformed_isRefused(String text) {
    assertThatThrownBy(() -> value(text)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> skip(text)).isInstanceOf(JsonException.class);
    JsonException read = catchThrowableOfType(JsonException.class, () -> value(text));
    JsonException skipped = catchThrowableOfType(JsonException.class, () -> skip(text));
    assertThat(skipped).hasMessage(read.getMessage());
    assertThat(read.offset()).isBetween(0, text.getBytes(UTF_8).length);
  }

  @Test
  void error_inAnObject_saysWhatWasExpectedAndSeenAndWhere() {
    assertRefused("{\"a\" = 1}", "Expected ':' but saw '=' at byte 5");
    assertRefused("{\"a\":1;}", "Expected ',' or '}' but saw ';' at byte 6");
    assertRefused("{\"a\":1,}", "Expected a member's name but saw '}' at byte 7");
    assertRefused("[1", "Expected ',' or ']' but saw the end of the input at byte 2");
    assertRefused("[+1]", "Expected a value but saw '+' at byte 1");
    assertRefused("[trUe]", "Expected true but saw 'U' at byte 3");
    assertRefused("1 \u0007", "Expected the end of the input but saw byte 0x7 at byte 2");
    assertRefused("é", "Expected a value but saw byte 0xc3 at byte 0");
  }

  @Test
  void error_inASecret_doesNotQuoteIt() {
    assertThatThrownBy(() -> value("{\"SecretAccessKey\":\"wJalrXUtnFEMI\n\"}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("Expected an escape for a control character but saw byte 0xa at byte 33");
    assertThatThrownBy(() -> reader("1234567890123456").readInt())
        .hasMessage("Expected a whole number of 32 bits but saw another number at byte 0");
  }

  @Test
  void read_anotherKind_isRefused() {
    assertThatThrownBy(() -> reader(" 1").readString())
        .hasMessage("Expected a string but saw '1' at byte 1");
    assertThatThrownBy(() -> reader("\"1\"").readInt())
        .hasMessage("Expected a number but saw '\"' at byte 0");
    assertThatThrownBy(() -> reader("null").readBoolean())
        .hasMessage("Expected true or false but saw 'n' at byte 0");
    assertThatThrownBy(() -> reader("[").beginObject())
        .hasMessage("Expected an object but saw '[' at byte 0");
    assertThatThrownBy(() -> reader("{").beginArray())
        .hasMessage("Expected an array but saw '{' at byte 0");
    assertThatThrownBy(() -> reader("1").readBase64())
        .hasMessage("Expected a string but saw '1' at byte 0");
  }

  @Test
  void read_whereNoValueIsDue_isMisuse() {
    JsonReader json = reader("[1,2]");
    assertThatThrownBy(json::hasNextElement).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::end).isInstanceOf(IllegalStateException.class);
    json.beginArray();
    assertThatThrownBy(json::readInt).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::peek).isInstanceOf(IllegalStateException.class);
    assertThat(json.hasNextElement()).isTrue();
    assertThatThrownBy(json::hasNextElement).isInstanceOf(IllegalStateException.class);
    assertThat(json.readInt()).isEqualTo(1);
    assertThatThrownBy(json::readInt).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::end).isInstanceOf(IllegalStateException.class);
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readInt()).isEqualTo(2);
    assertThat(json.hasNextElement()).isFalse();
    assertThatThrownBy(json::hasNextElement).isInstanceOf(IllegalStateException.class);
    json.end();
  }

  @Test
  void depth_atItsBound_isReadAndOneMoreRefused() {
    assertThat(value("[".repeat(512) + "]".repeat(512))).isInstanceOf(List.class);
    assertThat(value("{\"a\":".repeat(511) + "[]" + "}".repeat(511))).isInstanceOf(Map.class);
    assertRefused("[".repeat(513) + "]".repeat(513), 512);
    assertThatThrownBy(() -> skip("[".repeat(1_000_000))).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> skip("{\"\":".repeat(1_000_000)))
        .hasMessage("Expected at most 512 levels of nesting but saw one more at byte 2048");
  }

  @Test
  void depth_inARow_isNotCountedUp() {
    assertThat((List<?>) value("[" + "[[]],".repeat(2_000) + "{}]")).hasSize(2_001);
  }

  @Test
  void depth_ofOnesOwn_isKept() {
    byte[] bytes = "[[]]".getBytes(UTF_8);
    assertThat(new JsonReader(bytes, 0, 4, 2).readValue()).isEqualTo(List.of(List.of()));
    assertThatThrownBy(() -> new JsonReader(bytes, 0, 4, 1).readValue())
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> new JsonReader(bytes, 0, 4, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JsonReader(bytes, 0, 4, 1_001))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] deep = ("[".repeat(1_000) + "]".repeat(1_000)).getBytes(UTF_8);
    assertThat(new JsonReader(deep, 0, deep.length, 1_000).readValue()).isInstanceOf(List.class);
  }

  @Test
  void skip_unwantedMember_landsOnTheNext() {
    JsonReader json =
        reader("{\"a\":{\"x\":[{},[],\"}\",1e5,true,false,null]},\"b\":\"\\\"]\",\"c\":7}");
    json.beginObject();
    assertThat(json.hasNextMember()).isTrue();
    json.skipValue();
    assertThat(json.hasNextMember()).isTrue();
    json.skipValue();
    assertThat(json.hasNextMember()).isTrue();
    assertThat(json.name()).isEqualTo("c");
    assertThat(json.readInt()).isEqualTo(7);
    assertThat(json.hasNextMember()).isFalse();
    json.end();
  }

  static JsonReader reader(String text) {
    return new JsonReader(text.getBytes(UTF_8));
  }

  static JsonReader latin1(String text) {
    return new JsonReader(text.getBytes(ISO_8859_1));
  }

  static Object value(String text) {
    JsonReader json = reader(text);
    Object value = json.readValue();
    json.end();
    return value;
  }

  private static void skip(String text) {
    JsonReader json = reader(text);
    json.skipValue();
    json.end();
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> value(text)).isInstanceOf(JsonException.class).hasMessage(message);
  }

  private static void assertRefused(String text, int offset) {
    JsonException e = catchThrowableOfType(JsonException.class, () -> value(text));
    assertThat(e.offset()).isEqualTo(offset);
  }
}
