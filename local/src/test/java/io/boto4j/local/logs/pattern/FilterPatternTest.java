package io.boto4j.local.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterPatternTest {
  private static final String REQUEST =
      "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";
  private static final String DOCUMENT =
      "{\"eventType\":\"UpdateTrail\",\"sourceIPAddress\":\"111.111.111.111\",\"size\":7,"
          + "\"ok\":true,\"none\":null,\"a.b\":\"x\",\"objects\":[{\"id\":1},{\"id\":22}],"
          + "\"user\":{\"name\":\"Zoë Ann\"}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR | [ERROR 400] BAD REQUEST | true",
        "ERROR | [error] | false",
        "ERROR REQUEST | [ERROR 400] BAD REQUEST | true",
        "ERROR MISSING | [ERROR 400] BAD REQUEST | false",
        "ERROR -BAD | [ERROR 400] BAD REQUEST | false",
        "?ERROR ?WARN | WARN only | true",
        "?ERROR ?WARN | nothing | false",
        "'\"BAD REQ\"' | [ERROR 400] BAD REQUEST | true",
        "%4\\d\\d% | [ERROR 404] | true",
        "%5\\d\\d% | [ERROR 404] | false"
      })
  void terms(String pattern, String message, boolean matches) {
    assertThat(FilterPattern.parse(pattern).match(message) != null).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventType = \"UpdateTrail\" }",
        "{ $.eventType = Update* }",
        "{ $.eventType != \"Other\" }",
        "{ $.sourceIPAddress = 111.111.* }",
        "{ $.sourceIPAddress != 123.123.* }",
        "{ $.size > 3 && $.size <= 7 }",
        "{ ($.size = 1 || $.size = 7) && $.ok IS TRUE }",
        "{ $.none IS NULL }",
        "{ $.missing NOT EXISTS }",
        "{ $.objects[1].id = 22 }",
        "{ $.objects[*].id = 1 }",
        "{ $.[\"a.b\"] = \"x\" }",
        "{ $.a NOT EXISTS || $.size = 8 }",
        "{ $.user.name = \"Zoë Ann\" }",
        "{ $.eventType = %Trail$% }",
        "{ $.size = * }"
      })
  void json_matches(String pattern) {
    assertThat(FilterPattern.parse(pattern).match(DOCUMENT)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventType = \"Update\" }",
        "{ $.size = \"7\" }",
        "{ $.size > 7 }",
        "{ $.ok IS FALSE }",
        "{ $.size NOT EXISTS }",
        "{ $.objects[2].id = 22 }",
        "{ $.missing != 1 }"
      })
  void json_doesNotMatch(String pattern) {
    assertThat(FilterPattern.parse(pattern).match(DOCUMENT)).isNull();
  }

  @Test
  void json_doesNotMatchWhatIsNotJson() {
    assertThat(FilterPattern.parse("{ $.a NOT EXISTS }").match("text")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[ip, id, user, timestamp, request, status_code, size] ; true",
        "[ip, id, user, timestamp, request, status_code = 4*, size] ; true",
        "[ip, id, user, timestamp, request, status_code = 404, size > 1000] ; true",
        "[ip, id, user, timestamp, request, status_code = 404 || status_code = 410, size] ; true",
        "[ip, id, user, timestamp, request = *html*, status_code = 4*, size] ; true",
        "[..., size] ; true",
        "[ip != 10.*, ...] ; true",
        "[..., status_code = 5*, size] ; false",
        "[ip, id, user] ; false",
        "[ip, id, user, timestamp, request, status_code, size > 2000] ; false"
      })
  void fields(String pattern, boolean matches) {
    assertThat(FilterPattern.parse(pattern).match(REQUEST) != null).isEqualTo(matches);
  }

  @Test
  void matches_nameTheirValues() {
    assertThat(FilterPattern.parse("[..., status, size > 1000]").match(REQUEST))
        .containsEntry("$status", "404")
        .containsEntry("$size", "1534")
        .containsEntry("$4", "10/Oct/2000:13:25:15 -0700");
    assertThat(FilterPattern.parse("{ $.size = * && $.ok IS TRUE }").match(DOCUMENT))
        .isEqualTo(Map.of("$.size", "7", "$.ok", "true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ $.a }", "{ a = 1 }", "{ $.a = 1 ) }", "{ ($.a = 1 }", "\"open", "[a > ]"})
  void invalidPatterns_areRefused(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
