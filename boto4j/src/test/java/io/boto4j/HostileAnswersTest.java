package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Responses that no honest service sends end in an exception that describes them, never in a
 * result.
 */
final class HostileAnswersTest {
  private final Recorder recorder = new Recorder();
  private Client client;

  @BeforeEach
  void client(@TempDir Path folder) {
    client = MadeUpService.client(folder, recorder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{",
        "}",
        "{\"Text\"",
        "{\"Text\":",
        "{\"Text\": \"a",
        "{\"Text\": \"a\"",
        "{\"Text\": \"a\",",
        "{\"Text\": \"a\"}}",
        "{}{}",
        "{} x",
        "[]",
        "[{}]",
        "\"text\"",
        "5",
        "true",
        "<html></html>",
        "\0",
        "{\"Text\": \"\\ud8\"}",
        "{\"Text\": \"\\x\"}",
        "{\"Text\": \"a\nb\"}",
        "{Text: 1}",
        "{'Text': 1}",
        "{\"Text\": tru}",
        "{\"Integer\": 01}",
        "{\"Integer\": +1}",
        "{\"Integer\": 1.}",
        "{\"Integer\": NaN}",
        "{\"Unknown\": tru}",
        "{\"Unknown\": [}",
        "{\"Unknown\": {\"a\" 1}}",
        "nul"
      })
  void answer_notJson_isAParseError(String body) {
    recorder.answer(200, body);

    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ResponseParseException.class)
        .hasMessageStartingWith("Unable to parse the response of madeup Echo (HTTP 200, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Unknown\": %s}",
        "{\"Document\": %s}",
        "{\"List\": %s}",
        "{\"Self\": {\"Unknown\": %s}}"
      })
  void answer_deeplyNested_overflowsNoStack(String frame) {
    for (String open : new String[] {"[", "{\"a\":"}) {
      recorder.answer(200, frame.replace("%s", open.repeat(100_000)));

      assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParseException.class);
    }
  }

  @Test
  void answer_deeplyNestedStructures_overflowsNoStack() {
    String deep = "{\"Self\":".repeat(100_000) + "{}" + "}".repeat(100_000);
    recorder.answer(200, deep);

    assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParseException.class);
  }

  @Test
  void error_deeplyNested_isAnErrorStill() {
    recorder.answer(400, "{\"__type\": \"Sorry\", \"x\": " + "[".repeat(100_000));

    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ServiceException.class)
        .message()
        .hasSizeLessThan(10_000);
  }

  @Test
  void error_enormousText_isCut() {
    recorder.answer(503, "x".repeat(5_000_000));

    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ServiceException.class)
        .message()
        .hasSizeLessThan(10_000);
  }

  @Test
  void error_membersOfAnotherType_isAnErrorStill() {
    recorder.answer(400, "{\"__type\": \"Sorry\", \"message\": \"m\", \"Count\": \"many\"}");

    ServiceException e = (ServiceException) catchThrowable(() -> client.call("Echo"));
    assertThat(e.code()).isEqualTo("Sorry");
    assertThat(e.message()).isEqualTo("m");
    assertThat(e.response()).containsEntry("Count", "many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"__type\": 5}",
        "{\"__type\": {}}",
        "{\"__type\": \"\"}",
        "{\"__type\": \"#\"}",
        "{\"__type\": \":\"}",
        "[]",
        "5",
        "null",
        "\"text\"",
        "{\"message\": {\"a\": 1}}",
        "{\"__type\": \"a\\r\\nb\", \"message\": \"c\\r\\nd\"}"
      })
  void error_senseless_isAnErrorStill(String body) {
    for (int status : new int[] {300, 400, 500, 999}) {
      recorder.answer(status, body);

      ServiceException e = (ServiceException) catchThrowable(() -> client.call("Echo"));
      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e.code()).isNotNull();
      assertThat(e.response().structure("Error")).containsKeys("Code", "Message");
    }
  }

  @Test
  void answer_emptyOrNull_hasNoMembers() {
    for (String body : new String[] {"", "null", "{}"}) {
      recorder.answer(200, body);

      assertThat(client.call("Echo")).isEmpty();
    }
  }

  @Test
  void answer_noOutputInModel_ignoresTheBody() {
    recorder.answer(200, "<html>anything</html>");

    assertThat(client.call("Nothing")).isEmpty();
  }

  @Test
  void answer_invalidUtf8_isReadOrRefusedButNeverBreaks() {
    byte[] body = "{\"Text\": \"a??b\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    body[11] = (byte) 0xff;
    body[12] = (byte) 0xc0;
    recorder.answer(
        request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));

    Throwable thrown = catchThrowable(() -> client.call("Echo"));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ResponseParseException.class);
    }
  }

  @Test
  void answer_hugeHeader_isKept() {
    recorder.answer(200, "{}", "X-Huge", "h".repeat(1_000_000));

    assertThat(client.call("Echo").metadata().headers().first("x-huge")).hasSize(1_000_000);
  }

  /** The transport's stream determines where a response ends, not its headers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "15",
        "16",
        "17",
        "4000",
        "16777216",
        "16777217",
        "2147483648",
        "99999999999999999999",
        "-1",
        "x",
        ""
      })
  void answer_lengthThatLies_isReadWhole(String length) {
    recorder.answer(200, "{\"Text\": \"abcd\"}", "Content-Length", length);

    assertThat(client.call("Echo").text("Text")).isEqualTo("abcd");
  }

  @Test
  void answer_manyMembers_areReadInLinearTime() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 200_000; i++) {
      body.append("\"k").append(i).append("\": ").append(i).append(',');
    }
    recorder.answer(200, body.append("\"Text\": \"end\"}").toString());

    assertThat(client.call("Echo").text("Text")).isEqualTo("end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"BigInteger\": %s}",
        "{\"BigDecimal\": %s}",
        "{\"BigDecimal\": 1.%s}",
        "{\"Long\": %s}",
        "{\"Time\": %s}",
        "{\"Time\": \"%s\"}",
        "{\"Document\": %s}",
        "{\"Document\": 0.%s}",
        "{\"Double\": 0.%s}",
        "{\"Unknown\": %s}"
      })
  @Timeout(5)
  void answer_millionsOfDigits_takesNoTime(String frame) {
    recorder.answer(200, frame.replace("%s", "7".repeat(3_000_000)));

    Throwable thrown = catchThrowable(() -> client.call("Echo"));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ResponseParseException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Password\": \"CANARY",
        "{\"Password\": \"CANARY\\x\"}",
        "{\"Password\": \"CANARY\"} x",
        "CANARY"
      })
  void answer_thatCannotBeParsed_isNotShown(String body) {
    recorder.answer(200, body);

    Throwable thrown = catchThrowable(() -> client.call("Echo"));

    assertThat(thrown).isInstanceOf(ResponseParseException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("CANARY");
  }

  @Test
  void answer_sensitiveMembers_areNotPrinted() {
    recorder.answer(
        200,
        "{\"Text\": \"shown\", \"Password\": \"CANARY\", \"Passwords\": [\"CANARY\"], \"ByName\":"
            + " {\"user\": \"CANARY\"}, \"Keys\": {\"CANARY\": \"x\"}, \"Hidden\": {\"In\":"
            + " \"CANARY\"}, \"Self\": {\"Password\": \"CANARY\"}, \"Map\": {\"k\": {\"Password\":"
            + " \"CANARY\"}}, \"Blob\": \"Q0FOQVJZ\"}");

    Response answer = client.call("Echo");

    assertThat(answer.text("Password")).isEqualTo("CANARY");
    assertThat(answer.toString()).contains("Text=shown", "user=***").doesNotContain("CANARY");
    assertThat(answer.structure("Self").toString()).isEqualTo("{Password=***}");
    assertThat(answer.structure("Hidden").toString()).isEqualTo("***");
  }

  @Test
  void error_sensitiveMembers_areNotPrinted() {
    recorder.answer(400, "{\"__type\": \"Sorry\", \"message\": \"m\", \"Password\": \"CANARY\"}");

    ServiceException e = (ServiceException) catchThrowable(() -> client.call("Echo"));

    assertThat(e.response().text("Password")).isEqualTo("CANARY");
    assertThat(e.toString()).doesNotContain("CANARY");
    assertThat(e.response().toString())
        .isEqualTo("{Error={Message=m, Code=Sorry}, message=m, Password=***}");
  }

  @Test
  void input_sensitiveOfAnotherType_isNotReported() {
    Throwable thrown =
        catchThrowable(
            () ->
                client.call(
                    "Echo",
                    Map.of(
                        "Password", java.util.List.of("CANARY"),
                        "Passwords", "CANARY",
                        "ByName", java.util.List.of("CANARY"),
                        "Hidden", "CANARY",
                        "Self",
                            Map.of("Password", new StringBuilder[] {new StringBuilder("CANARY")}),
                        "Keys", Map.of("CANARY", 5))));

    assertThat(thrown).hasMessageContaining("parameter Password").hasMessageContaining("***");
    assertThat(thrown).message().doesNotContain("CANARY");
  }
}
