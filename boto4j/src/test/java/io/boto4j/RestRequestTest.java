package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bindings of input to REST requests; {@link BotocoreRestTest} compares with botocore. */
@Timeout(30)
final class RestRequestTest {
  @TempDir private Path models;

  private final Recorder recorder = new Recorder();

  private Client madeUp(boolean validated) throws IOException {
    return MadeUpRest.client(models, recorder, c -> c.parameterValidation(validated));
  }

  private HttpRequest bind(Object... more) throws IOException {
    madeUp(true).call("Bind", input(more));
    return recorder.last();
  }

  private static Map<String, Object> input(Object... more) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Id", "i");
    input.put("Rest", "r");
    input.put("Ver", true);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return input;
  }

  @Test
  void labels_all_areFilledInTheQueryToo() throws IOException {
    HttpRequest request = bind("Rest", "a/b c", "Query", "1&2");

    assertThat(request.uri().toString()).endsWith(".com/i/a/b%20c/x?fix=1&v=true&q=1%262");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "Rest", "Ver"})
  void label_nullOrMissing_isRefused(String label) throws IOException {
    Client client = madeUp(false);
    Map<String, Object> nulled = input(label, null);
    Map<String, Object> missing = input();
    missing.remove(label);

    for (Map<String, Object> input : List.of(nulled, missing)) {
      assertThatThrownBy(() -> client.call("Bind", input))
          .isInstanceOf(ParamValidationException.class)
          .hasMessageContaining("Missing required parameter in input: \"" + label + "\"");
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Id, true", "Id, false", "Rest, true", "Rest, false"})
  void label_empty_isRefusedWhateverTheModelSays(String label, boolean validated)
      throws IOException {
    Client client = madeUp(validated);

    assertThatThrownBy(() -> client.call("Bind", input(label, "")))
        .isInstanceOf(ParamValidationException.class)
        .hasMessage(
            "Parameter validation failed:\nInvalid length for parameter "
                + label
                + ", value: 0, valid min length: 1");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void members_null_areLeftOut() throws IOException {
    Map<String, Object> input =
        input("Query", null, "Flags", null, "More", null, "Head", null, "Meta", null, "Body", null);
    input.put("Numbers", Collections.singletonList(null));
    madeUp(false).call("Bind", input);

    HttpRequest request = recorder.last();
    assertThat(request.uri().toString()).endsWith("/i/r/x?fix=1&v=true");
    assertThat(request.headers().contains("X-Head")).isFalse();
    assertThat(Recorder.body(request)).isEqualTo("{}");
  }

  @Test
  void query_listOfBooleans_isRepeated() throws IOException {
    assertThat(bind("Flags", List.of(true, false)).uri().getRawQuery())
        .isEqualTo("fix=1&v=true&flag=true&flag=false");
  }

  @Test
  void query_emptyList_addsNothing() throws IOException {
    assertThat(bind("Flags", List.of()).uri().getRawQuery()).isEqualTo("fix=1&v=true");
  }

  @Test
  void query_mapNamesAMember_memberWinsWhicheverComesFirst() throws IOException {
    Map<String, String> map = Map.of("q", "map");

    assertThat(bind("More", map, "Query", "own").uri().getRawQuery()).endsWith("&q=own");
    assertThat(bind("Query", "own", "More", map).uri().getRawQuery()).endsWith("&q=own");
  }

  @Test
  void query_mapWithHostileNames_staysOneParameter() throws IOException {
    assertThat(bind("More", Map.of("a=b&c#d/?", "\r\n")).uri().getRawQuery())
        .isEqualTo("fix=1&v=true&a%3Db%26c%23d%2F%3F=%0D%0A");
  }

  @Test
  void headers_blobsNumbersAndTimes_areText() throws IOException {
    HttpRequest request =
        bind(
            "Bytes",
            new byte[] {0, -1},
            "Numbers",
            new double[] {1, 0.1, Double.NEGATIVE_INFINITY},
            "Times",
            List.of("2026-01-02T03:04:05.9Z", 0));

    assertThat(request.headers().first("X-Bytes")).isEqualTo("AP8=");
    assertThat(request.headers().first("X-Numbers")).isEqualTo("1.0,0.1,-Infinity");
    assertThat(request.headers().first("X-Times"))
        .isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT,Thu, 01 Jan 1970 00:00:00 GMT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\0b", "\r"})
  void header_lineBreakOrNul_isRefusedNamingTheMember(String value) throws IOException {
    Client client = madeUp(true);

    assertThatThrownBy(() -> client.call("Bind", input("Head", value)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Invalid value for parameter Head: ")
        .hasMessageNotContaining("Evil");
    assertThatThrownBy(() -> client.call("Bind", input("Meta", Map.of("k", value))))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Invalid value for parameter Meta: ")
        .hasMessageNotContaining("Evil");
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: b", "a\r\nX-Evil", "a b", "\u00fc", "(", "\0"})
  void prefixHeader_badName_isRefusedNamingTheMember(String name) throws IOException {
    Client client = madeUp(true);

    assertThatThrownBy(() -> client.call("Bind", input("Meta", Map.of(name, "v"))))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Invalid value for parameter Meta: ");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void prefixHeaders_sameNameTwice_areRefused() {
    Map<String, String> meta = new LinkedHashMap<>();
    meta.put("a", "1");
    meta.put("A", "2");

    assertThatThrownBy(() -> bind("Meta", meta))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageEndingWith(
            "Invalid value for parameter Meta: the keys \"a\" and \"A\" name the same header,"
                + " because the names of headers are case-insensitive");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void payload_list_isTheBody() throws IOException {
    madeUp(true).call("Scalar", Map.of("Items", List.of(1.5, 2)));

    assertThat(Recorder.body(recorder.last())).isEqualTo("[1.5, 2]");
    assertThat(recorder.last().headers().first("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void member_unknownWithoutValidation_isRefused() throws IOException {
    Client client = madeUp(false);

    assertThatThrownBy(() -> client.call("Bind", input("Nope", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The input has a member that Input does not have; parameter validation would name it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "Query", "Head", "Meta", "Flags"})
  void member_wrongTypeWithoutValidation_isRefused(String member) throws IOException {
    Client client = madeUp(false);

    assertThatThrownBy(() -> client.call("Bind", input(member, new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object cannot be sent as ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a//b | /a//b",
        "/a/ | //a/",
        "../x | /../x",
        "./a/./.. | /./a/./..",
        "a b+c%2F | /a%20b%2Bc%252F",
        "\u00fc\uD83D\uDE00 | /%C3%BC%F0%9F%98%80",
        "~-._ | /~-._",
        "a?b#c | /a%3Fb%23c",
        "%0d%0a | /%250d%250a",
      })
  void path_hard_isOnTheWireByteForByte(String path, String wire) throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(empty()));
        Client client = loopback("mediastore-data", server)) {
      client.call("DescribeObject", Map.of("Path", path));

      assertThat(server.requests().get(0)).startsWith("HEAD " + wire + " HTTP/1.1\r\n");
    }
  }

  @Test
  void label_slashesDotsAndLineBreaks_stayOneSegmentOnTheWire() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(empty()));
        Client client = loopback("lambda", server)) {
      client.call("DeleteFunction", Map.of("FunctionName", "a/../b\r\n"));

      assertThat(server.requests().get(0))
          .startsWith("DELETE /2015-03-31/functions/a%2F..%2Fb%0D%0A HTTP/1.1\r\n");
    }
  }

  private static String empty() {
    return "HTTP/1.1 204 No Content\r\n\r\n";
  }

  private static Client loopback(String service, ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(io.boto4j.credentials.Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client(service, c -> c.endpointUrl(server.uri("")));
  }
}
