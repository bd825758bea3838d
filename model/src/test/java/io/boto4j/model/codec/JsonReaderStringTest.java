package io.boto4j.model.codec;

import static io.boto4j.model.codec.JsonReaderTest.latin1;
import static io.boto4j.model.codec.JsonReaderTest.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderStringTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "plain ASCII ~ \u007f",
        "é",
        "Größe",
        "\u0080",
        "\u07ff",
        "\u0800",
        "\ud7ff",
        "\ue000",
        "\uffff",
        "日本語",
        "\ud800\udc00",
        "\udbff\udfff",
        "a😀é\u2028z"
      })
  void string_inUtf8_isReadWithAndWithoutEscapesAround(String text) {
    assertThat(string("\"" + text + "\"")).isEqualTo(text);
    assertThat(string("\"\\n" + text + "\\u0000\"")).isEqualTo("\n" + text + "\u0000");
  }

  @Test
  void string_escapes_areDecoded() {
    assertThat(string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")).isEqualTo("\"\\/\b\f\n\r\t");
    assertThat(string("\"\\u0041\\u00e9\\u00C9\\u20AC\\uD83D\\ude00\"")).isEqualTo("AéÉ€😀");
    assertThat(string("\"\\u0000\\u001f\"")).isEqualTo("\u0000\u001f");
  }

  @Test
  void string_loneSurrogateEscape_isKept() {
    assertThat(string("\"\\ud800\"")).isEqualTo("\ud800");
    assertThat(string("\"\\udc00\\ud800A\"")).isEqualTo("\udc00\ud800A");
    assertThat(string("\"\\ud800\\u0041\"")).isEqualTo("\ud800A");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 10, 13, 31})
  void string_bareControlCharacter_isRefused(int character) {
    JsonReader json = reader("\"a" + (char) character + "b\"");
    JsonException e = catchThrowableOfType(JsonException.class, json::readString);
    assertThat(e.offset()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 1", // a continuation byte alone
    "BF, 1",
    "C080, 1", // overlong
    "C1BF, 1",
    "E08080, 2",
    "E09FBF, 2",
    "F0808080, 2",
    "F08FBFBF, 2",
    "EDA080, 2", // a surrogate
    "EDBFBF, 2",
    "F4908080, 2", // beyond Unicode
    "F5808080, 1",
    "FF, 1",
    "FE, 1",
    "C3, 2", // truncated by the closing quote
    "E282, 3",
    "F09F98, 4",
    "C328, 2",
    "E228A1, 2",
    "E28228, 3",
    "F0288CBC, 2",
    "F09028BC, 3",
    "F0908C28, 4",
  })
  void string_malformedUtf8_isRefusedWhereItGoesWrong(String hex, int offset) {
    String text = "\"";
    for (int i = 0; i < hex.length(); i += 2) {
      text += (char) Integer.parseInt(hex.substring(i, i + 2), 16);
    }
    String document = text + "\"";
    JsonException e =
        catchThrowableOfType(JsonException.class, () -> latin1(document).readString());
    assertThat(e.offset()).isEqualTo(offset);
    assertThatThrownBy(() -> latin1(document).skipValue()).isInstanceOf(JsonException.class);
    String cut = text;
    assertThatThrownBy(() -> latin1(cut).readString()).isInstanceOf(JsonException.class);
  }

  @Test
  void string_everyCodePoint_isReadAsTheJdkWritesIt() {
    StringBuilder all = new StringBuilder();
    for (int point = 0x20; point <= Character.MAX_CODE_POINT; point++) {
      boolean surrogate = point >= 0xd800 && point <= 0xdfff;
      if (point != '"' && point != '\\' && !surrogate) {
        all.appendCodePoint(point);
      }
    }
    assertThat(string("\"" + all + "\"")).isEqualTo(all.toString());
    assertThat(string("\"" + all + "\\t\"")).isEqualTo(all + "\t");
  }

  @Test
  void base64_ofAnyLength_isRead() {
    Random random = new Random(7);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      assertThat(reader("\"" + text + "\"").readBase64()).isEqualTo(bytes);
      assertThat(reader("\"" + text.replace("/", "\\/") + "\"").readBase64()).isEqualTo(bytes);
      assertThat(reader("\"" + text.replace("=", "\\u003d") + "\"").readBase64()).isEqualTo(bytes);
    }
  }

  @Test
  void base64_insideADocument_leavesTheReaderBehindIt() {
    JsonReader json = reader("[\"aGk=\" ,5]");
    json.beginArray();
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readBase64()).isEqualTo("hi".getBytes(UTF_8));
    assertThat(json.hasNextElement()).isTrue();
    assertThat(json.readInt()).isEqualTo(5);
  }

  @Test
  void base64_bitsUnderThePadding_areIgnored() {
    assertThat(reader("\"aGl=\"").readBase64()).isEqualTo("hi".getBytes(UTF_8));
    assertThat(reader("\"aH==\"").readBase64()).isEqualTo("h".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "aG",
        "aGk",
        "aGkx=",
        "=",
        "==",
        "====",
        "a===",
        "=aaa",
        "aa=a",
        "aGk=aGk=",
        "aGk-",
        "aGk_",
        "aG k",
        "aGk\u007f",
        "aGké",
        "aGk💩",
        "aG\\n=",
        " aGk=",
        "aGk= ",
        "a\\u1234==",
        "\\u0000aaa",
        "aGk!"
      })
  void base64_malformed_isNullAndLeavesTheString(String text) {
    JsonReader json = reader("\"" + text + "\"");

    assertThat(json.readBase64()).isNull();
    assertThat(json.lastString()).isEqualTo(string("\"" + text + "\""));
    json.end();
  }

  private static String string(String document) {
    JsonReader json = reader(document);
    String text = json.readString();
    json.end();
    return text;
  }
}
