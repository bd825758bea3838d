package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of REST responses; {@link BotocoreRestTest} compares with botocore. */
final class RestAnswerTest {
  @TempDir private Path models;

  private Client client(int status, String body, String... headers) throws IOException {
    return MadeUpRest.client(models, new Recorder().answer(status, body, headers), c -> {});
  }

  private Response answer(String body, String... headers) throws IOException {
    return client(200, body, headers).call("Answer");
  }

  private ServiceException error(int status, String body, String... headers) throws IOException {
    Client client = client(status, body, headers);
    return catchThrowableOfType(ServiceException.class, () -> client.call("Answer"));
  }

  @Test
  void documentPayload_noBody_isAnEmptyDocument() {
    Response answer =
        Sessions.client("bedrock-agentcore", new Recorder().answer(200, ""))
            .call("GetAgentCard", Map.of("agentRuntimeArn", "arn"));

    assertThat(answer.get("agentCard")).isEqualTo(Map.of());
  }

  @Test
  void headers_allTypes_areValues() throws IOException {
    Response answer =
        answer(
            "",
            "X-Flag",
            "TRUE",
            "X-Long",
            "-9223372036854775808",
            "X-Number",
            "1e-3",
            "X-Time",
            "2026-01-02T03:04:05.5Z",
            "X-Bytes",
            "AP8=",
            "X-Numbers",
            "1, -Infinity ,0.5",
            "x-texts",
            "a, b ,,\"c,d\"",
            "X-Json",
            "WzEsbnVsbF0=",
            "x-META-One",
            "1",
            "X-Meta-",
            "2");

    assertThat(answer.number("Status")).isEqualTo(200L);
    assertThat(answer.bool("Flag")).isTrue();
    assertThat(answer.number("Long")).isEqualTo(Long.MIN_VALUE);
    assertThat(answer.number("Number")).isEqualTo(0.001f);
    assertThat(answer.instant("Time")).isEqualTo(Instant.parse("2026-01-02T03:04:05.5Z"));
    assertThat(answer.bytes("Bytes")).containsExactly(0, -1);
    assertThat(answer.list("Numbers")).containsExactly(1f, Float.NEGATIVE_INFINITY, 0.5f);
    assertThat(answer.list("Texts")).containsExactly("a", "b", "", "\"c", "d\"");
    assertThat(answer.get("Json")).isEqualTo(Arrays.asList(1, null));
    assertThat(answer.map("Meta")).isEqualTo(Map.of("One", "1", "", "2"));
    assertThat(answer.containsKey("Body")).isFalse();
  }

  @Test
  void headers_none_areAbsentButThePrefixMapIsEmpty() throws IOException {
    assertThat(answer("{}")).isEqualTo(Map.of("Status", 200L, "Meta", Map.of()));
  }

  @Test
  void header_twice_isOneList() throws IOException {
    Response answer = answer("", "X-Texts", "a", "X-Texts", "b", "X-Meta-k", "1", "x-meta-K", "2");

    assertThat(answer.list("Texts")).isEqualTo(List.of("a", "b"));
    assertThat(answer.map("Meta")).containsEntry("k", "1, 2");
  }

  @Test
  void lists_ofHeaders_areReadOnly() throws IOException {
    Response answer = answer("", "X-Texts", "a", "X-Meta-k", "1");

    assertThatThrownBy(() -> answer.list("Texts").add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.map("Meta").clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Long | 1.5 | 1.5",
        "X-Long | 9223372036854775808 | 9223372036854775808",
        "X-Long | many | many",
        "X-Long | '' | ",
        "X-Number | 0x1p3 | 0x1p3",
        "X-Number | NAN | NAN",
        "X-Number | '' | ",
        "X-Numbers | 1,,x | [1.0, null, x]",
        "X-Flag | TRUE | true",
        "X-Flag | yes | yes",
        "X-Flag | '' | ",
        "X-Time | tomorrow | tomorrow",
        "X-Time | 999999999999 | +33658-09-27T01:46:39Z",
        "X-Time | '' | ",
        "X-Bytes | *** | ***",
        "X-Json | bm90IGpzb24= | bm90IGpzb24=",
        "X-Json | {} | {}",
      })
  void header_thatDoesNotFit_costsNothingElse(String name, String value, String expected)
      throws IOException {
    Response answer = answer("{\"Body\": \"b\"}", name, value);

    Object seen = answer.get(name.substring(2));
    assertThat(seen == null ? null : seen.toString()).isEqualTo(expected);
    assertThat(answer.text("Body")).isEqualTo("b");
  }

  @Test
  void body_namesABoundMember_headerWins() throws IOException {
    String body = "{\"Body\": \"b\", \"X-Long\": 7, \"Status\": 500}";

    assertThat(answer(body, "X-Long", "3").number("Long")).isEqualTo(3L);
    assertThat(answer(body).number("Status")).isEqualTo(200L);
    assertThat(answer(body).text("Body")).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "<html>", "{\"Body\": ", "{} {}"})
  void body_doesNotFit_isAParseError(String body) throws IOException {
    Client client = client(200, body);

    assertThatThrownBy(() -> client.call("Answer")).isInstanceOf(ResponseParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}"})
  void body_saysNothing_isFine(String body) throws IOException {
    assertThat(answer(body).containsKey("Body")).isFalse();
  }

  @Test
  void body_nobodyAsksFor_isNotRead() throws IOException {
    Response answer = client(200, "<html>", "X-Text", "t").call("Bare");

    assertThat(answer).isEqualTo(Map.of("Text", "t"));
  }

  @Test
  void error_boundMembers_areRead() throws IOException {
    ServiceException e =
        error(503, "{\"message\": \"m\"}", "x-amzn-errortype", "a#Sorry:x", "retry-after", "7");

    assertThat(e.code()).isEqualTo("Sorry");
    assertThat(e.response().number("After")).isEqualTo(7L);
    assertThat(e.response().number("Status")).isEqualTo(503L);
    assertThat(e.response().text("message")).isEqualTo("m");
  }

  @Test
  void error_withoutBody_hasItsBoundMembers() throws IOException {
    ServiceException e = error(400, "", "x-amzn-errortype", "Sorry", "Retry-After", "7");

    assertThat(e.code()).isEqualTo("Sorry");
    assertThat(e.message()).isEmpty();
    assertThat(e.response().number("After")).isEqualTo(7L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sorry | Fri, 02 Jan 2026 03:04:05 GMT | {\"message\": \"m\"}",
        "Sorry | 7 | {\"message\": []}",
        "Sorry | 7 | [1, 2]",
        "Sorry | 7 | {\"message\"",
        "'' | 7 | {}",
        ": | 7 | {}",
        "# | '' | nonsense",
        "a#b#Sorry:c:d | '' | {\"code\": {}, \"Code\": 7}",
      })
  void error_thatMakesNoSense_isStillAServiceException(String type, String after, String body)
      throws IOException {
    ServiceException e = error(418, body, "x-amzn-errortype", type, "Retry-After", after);

    assertThat(e.statusCode()).isEqualTo(418);
    assertThat(e).hasMessageContaining("when calling the Answer operation");
  }

  @ParameterizedTest
  @CsvSource({"{\"code\": 400}, 400", "{\"Code\": \"a#B:c\"}, B", "{\"code\": true}, true"})
  void error_codeInTheBody_isText(String body, String code) throws IOException {
    assertThat(error(409, body).code()).isEqualTo(code);
  }
}
