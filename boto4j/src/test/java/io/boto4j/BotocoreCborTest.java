package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * rpc-v2-cbor requests are byte for byte those of botocore, and responses parse to the same values,
 * as recorded by {@code rpc_v2_cbor_requests.py}.
 */
final class BotocoreCborTest {
  private static final String FIXTURES = "botocore-rpc-v2-cbor.json";

  /**
   * Headers that are not in the fixtures because they are not signed, or are added by the
   * transport.
   */
  private static final Set<String> UNSIGNED =
      Set.of(
          "user-agent",
          "accept-encoding",
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "content-length");

  /**
   * Responses that boto4j interprets differently from botocore: by id, with the reason. Tests of
   * them follow.
   */
  private static final Map<String, String> KNOWN_DIFFERENCES =
      Map.ofEntries(
          Map.entry("time-other-tag", "a value that does not fit is kept"),
          Map.entry("time-text", "a value that does not fit is kept"),
          Map.entry("time-too-large", "a value that does not fit is kept"),
          Map.entry("time-nan", "a value that does not fit is kept"),
          Map.entry("tag-on-text", "a value that does not fit is kept"),
          Map.entry("structure-of-list", "a value that does not fit is kept"),
          Map.entry("time-untagged", "a number is a moment, and not passed through as a number"),
          Map.entry("tag-on-all", "a tag around the document is skipped"),
          Map.entry("simple-value", "a simple value without meaning is null"),
          Map.entry("tag-unknown-member", "a member that nobody asks for may have any tag"),
          Map.entry("union-unknown", "as with JSON, the unknown member is told by its name"),
          Map.entry("empty-body", "as with JSON, nothing is no members, where botocore fails"),
          Map.entry("null", "as with JSON, nothing is no members, where botocore fails"),
          Map.entry("trailing", "bytes after the document are refused"),
          Map.entry("list-of-text", "a text is no list of its characters"),
          Map.entry("error-by-shape", "the members of the error are found by its shape's name"),
          Map.entry("error-query-not-compatible", "the members are found by the shape's name"),
          Map.entry("error-empty-400", "the status stands for the code, where botocore fails"),
          Map.entry("error-html-400", "the text is the message, where botocore fails"),
          Map.entry("error-json-403", "the text is the message, where botocore fails"),
          Map.entry("error-text", "the text is the message, where botocore fails"),
          Map.entry("error-list", "the status says it all, where botocore fails"),
          Map.entry("error-truncated", "the status says it all, where botocore fails"),
          Map.entry("error-members-broken", "code and message do, where botocore fails"));

  @TestFactory
  Stream<DynamicTest> requests() {
    List<Map<String, Object>> cases = fixtures("requests");
    assertThat(cases).hasSizeGreaterThan(60);
    return cases.stream()
        .map(each -> dynamicTest("botocore requests / " + each.get("id"), () -> request(each)));
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    List<Map<String, Object>> cases = fixtures("answers");
    assertThat(cases)
        .hasSizeGreaterThan(110)
        .extracting(each -> (String) each.get("id"))
        .doesNotHaveDuplicates()
        .containsAll(KNOWN_DIFFERENCES.keySet());
    return cases.stream()
        .map(each -> dynamicTest("botocore answers / " + each.get("id"), () -> answer(each)));
  }

  private static List<Map<String, Object>> fixtures(String part) {
    return Fixtures.maps(Fixtures.map(Fixtures.read(FIXTURES)).get(part));
  }

  static Client client(String service, Recorder recorder) {
    try {
      Path models =
          Path.of(
              Objects.requireNonNull(BotocoreCborTest.class.getResource("cbor-models")).toURI());
      return Sessions.with(recorder)
          .dataPath(models)
          .build()
          .client(
              service,
              // botocore signed these this way because its native library was missing.
              c ->
                  c.endpointUrl("https://cbor.example.com")
                      .parameterValidation(false)
                      .authSchemePreference("sigv4"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void request(Map<String, Object> fixture) throws IOException {
    Recorder recorder = new Recorder().answer(200, "");

    client((String) fixture.get("service"), recorder)
        .call(
            (String) fixture.get("operation"),
            Fixtures.map(Fixtures.decode(fixture.get("params"))));

    HttpRequest sent = recorder.last();
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri()).hasToString((String) fixture.get("url"));
    try (InputStream body = sent.body().open()) {
      assertThat(body.readAllBytes()).isEqualTo(base64(fixture.get("body")));
    }
    Map<String, Object> headers = new TreeMap<>(Fixtures.map(fixture.get("headers")));
    headers.keySet().removeAll(UNSIGNED);
    assertThat(headers(sent)).isEqualTo(headers);
  }

  private static Map<String, Object> headers(HttpRequest request) {
    Map<String, Object> headers = new TreeMap<>();
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!UNSIGNED.contains(name)) {
        headers.merge(name, header.getValue(), (first, second) -> first + " AND " + second);
      }
    }
    return headers;
  }

  private static byte[] base64(Object text) {
    return Base64.getDecoder().decode((String) text);
  }

  private static void answer(Map<String, Object> fixture) {
    boolean known = KNOWN_DIFFERENCES.containsKey((String) fixture.get("id"));
    String expected =
        fixture.containsKey("failure")
            ? "failure"
            : Fixtures.canonical(
                fixture.containsKey("error") ? fixture.get("error") : fixture.get("parsed"));
    String seen;
    ResponseMetadata metadata = null;
    try {
      Response response = call(fixture);
      seen = Fixtures.canonical(response);
      metadata = response.metadata();
    } catch (ServiceException e) {
      seen = canonicalError(e);
      metadata = e.metadata();
      if (!known) {
        assertThat(Fixtures.message(e)).isEqualTo(fixture.get("message"));
      }
    } catch (ResponseParseException e) {
      seen = "failure";
      assertThat(e)
          .hasMessageStartingWith(
              "Unable to parse the response of " + fixture.get("service") + " ");
    }
    if (known) {
      assertThat(seen).as("differs").isNotEqualTo(expected);
      return;
    }
    assertThat(seen).isEqualTo(expected);
    if (metadata != null) {
      assertThat(metadata.statusCode()).isEqualTo(fixture.get("status"));
      // botocore drops the id if a gateway responds, and if an operation has no output.
      if (fixture.get("requestId") != null) {
        assertThat(metadata.requestId()).isEqualTo(fixture.get("requestId"));
      }
    }
  }

  private static Response call(Map<String, Object> fixture) {
    byte[] body = base64(fixture.get("body"));
    String[] headers =
        Fixtures.map(fixture.get("headers")).entrySet().stream()
            .flatMap(header -> Stream.of(header.getKey(), (String) header.getValue()))
            .toArray(String[]::new);
    HttpResponse head = Recorder.response((int) fixture.get("status"), "", headers);
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(
                        head.statusCode(), head.headers(), new ByteArrayInputStream(body)));
    return client((String) fixture.get("service"), recorder)
        .call((String) fixture.get("operation"));
  }

  private static String canonicalError(ServiceException e) {
    Map<String, Object> response = new LinkedHashMap<>(e.response());
    response.put("Error", new TreeMap<>(e.response().structure("Error")));
    return Fixtures.canonical(response);
  }

  private static Map<String, Object> fixture(String id) {
    return fixtures("answers").stream()
        .filter(each -> id.equals(each.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static ServiceException error(String id) {
    return catchThrowableOfType(ServiceException.class, () -> call(fixture(id)));
  }

  @Test
  void timestamp_withoutTag_isAMoment() {
    assertThat(call(fixture("time-untagged")).instant("Time"))
        .isEqualTo(Instant.ofEpochSecond(1_770_091_506));
  }

  @Test
  void union_ofAnUnknownMember_tellsItsName() {
    assertThat(call(fixture("union-unknown")).structure("Choice"))
        .isEqualTo(Map.of("SDK_UNKNOWN_MEMBER", Map.of("name", "ZZ")));
  }

  @Test
  void answer_withoutAnything_hasNoMembers() {
    assertThat(call(fixture("empty-body"))).isEmpty();
    assertThat(call(fixture("null"))).isEmpty();
    assertThat(call(fixture("tag-unknown-member"))).isEqualTo(Map.of("Whole", 1));
  }

  @Test
  void error_ofAGateway_saysItsText() {
    assertThat(error("error-json-403").code()).isEqualTo("403");
    assertThat(error("error-json-403").message()).isEqualTo("{\"message\": \"Forbidden\"}");
    assertThat(error("error-text").message()).isEqualTo("404 page not found\n");
    assertThat(error("error-html-400").message()).isEqualTo("<html><body>Bad</body></html>");
  }

  @Test
  void error_thatMakesNoSense_saysItsStatus() {
    for (String id : List.of("error-list", "error-truncated")) {
      assertThat(error(id).code()).isEqualTo("400");
      assertThat(error(id).message()).isEqualTo("Bad Request");
      assertThat(error(id).requestId()).isEqualTo("r-1");
    }
    assertThat(error("error-empty-400").code()).isEqualTo("400");
  }

  @Test
  void error_withBrokenMembers_keepsCodeAndMessage() {
    ServiceException e = error("error-members-broken");

    assertThat(e.code()).isEqualTo("Trouble");
    assertThat(e.message()).isEqualTo("m");
    assertThat(e.response()).containsEntry("Names", 5);
  }

  @Test
  void error_namedByItsShape_hasItsMembers() {
    assertThat(error("error-by-shape").response()).containsEntry("Depth", 1);
  }
}
