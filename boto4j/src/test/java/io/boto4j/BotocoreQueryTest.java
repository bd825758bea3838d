package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests in the protocols query and EC2 are those of botocore, and responses parse to the same
 * values, as recorded by {@code query_requests.py}.
 */
final class BotocoreQueryTest {
  /**
   * Responses from which boto4j reads more than botocore: by id, with the reason. Tests of them
   * follow.
   */
  private static final Map<String, String> KNOWN_DIFFERENCES =
      Map.ofEntries(
          Map.entry("query-whole-empty", "an empty number is absent"),
          Map.entry("query-whole-fraction", "a value that does not fit is kept"),
          Map.entry("query-whole-text", "a value that does not fit is kept"),
          Map.entry("query-double-text", "a value that does not fit is kept"),
          Map.entry("query-double-empty", "an empty number is absent"),
          Map.entry("query-bool-upper", "a boolean is read in any case"),
          Map.entry("query-bool-blank", "blanks around a boolean are ignored"),
          Map.entry("query-bool-one", "1 is true, as in XML Schema"),
          Map.entry("query-bool-empty", "an empty boolean is absent"),
          Map.entry("query-time-empty", "an empty timestamp is absent"),
          Map.entry("query-time-text", "a value that does not fit is kept"),
          Map.entry("query-map-no-key", "an entry without a key is omitted"),
          Map.entry("ec2-whole-empty", "an empty number is absent"),
          Map.entry("ec2-whole-fraction", "a value that does not fit is kept"),
          Map.entry("ec2-whole-text", "a value that does not fit is kept"),
          Map.entry("ec2-double-text", "a value that does not fit is kept"),
          Map.entry("ec2-double-empty", "an empty number is absent"),
          Map.entry("ec2-bool-upper", "a boolean is read in any case"),
          Map.entry("ec2-bool-blank", "blanks around a boolean are ignored"),
          Map.entry("ec2-bool-one", "1 is true, as in XML Schema"),
          Map.entry("ec2-bool-empty", "an empty boolean is absent"),
          Map.entry("ec2-time-empty", "an empty timestamp is absent"),
          Map.entry("ec2-time-text", "a value that does not fit is kept"),
          Map.entry("ec2-map-no-key", "an entry without a key is omitted"),
          Map.entry("query-control-character", "control characters are read"),
          Map.entry("query-control-reference", "control characters are read"),
          Map.entry("ec2-control-character", "control characters are read"),
          Map.entry("ec2-control-reference", "control characters are read"),
          Map.entry("query-blank-before-declaration", "blanks before the declaration are skipped"),
          Map.entry("query-nested-twice", "the first counts, where botocore fails"),
          Map.entry("ec2-nested-twice", "the first counts, where botocore fails"),
          Map.entry("query-wrapper-twice", "the first counts, where botocore fails"),
          Map.entry("error-members-broken", "code and message do, where botocore fails"),
          Map.entry("error-query-ec2-form", "the request id is known in either spelling"),
          Map.entry("error-sdb", "the request id is known, and the members are found"),
          Map.entry("error-lower-message", "the message is known in either spelling"),
          Map.entry("error-empty-message", "no message is empty text, and not the word None"),
          Map.entry("error-no-message", "no message is empty text, and not the word Unknown"),
          Map.entry("error-no-code", "the status stands for the code"),
          Map.entry("error-nothing", "the status stands for the code"),
          Map.entry("error-html-400", "the status stands for the code"),
          Map.entry("error-no-id", "the request id in the headers will do"));

  @TestFactory
  Stream<DynamicTest> requests() {
    List<Map<String, Object>> cases = fixtures("requests");
    assertThat(cases).hasSizeGreaterThan(70);
    return cases.stream()
        .map(each -> dynamicTest("botocore requests / " + each.get("id"), () -> request(each)));
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    List<Map<String, Object>> cases = fixtures("answers");
    assertThat(cases).hasSizeGreaterThan(200);
    assertThat(cases)
        .extracting(each -> (String) each.get("id"))
        .doesNotHaveDuplicates()
        .containsAll(KNOWN_DIFFERENCES.keySet());
    return cases.stream()
        .map(each -> dynamicTest("botocore answers / " + each.get("id"), () -> answer(each)));
  }

  private static List<Map<String, Object>> fixtures(String part) {
    return Fixtures.maps(Fixtures.map(Fixtures.read("botocore-query.json")).get(part));
  }

  private static Client client(String service, Recorder recorder) {
    try {
      Path models =
          Path.of(
              Objects.requireNonNull(BotocoreQueryTest.class.getResource("query-models")).toURI());
      return Sessions.with(recorder)
          .dataPath(models)
          .build()
          // The fixtures are unsigned: the signature of SimpleDB would be in the body.
          .client(service, c -> c.endpointUrl("http://localhost").signatureVersion("v4"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void request(Map<String, Object> fixture) {
    Recorder recorder = new Recorder().answer(500, "");
    Client client = client((String) fixture.get("service"), recorder);

    assertThatThrownBy(() -> call(client, fixture)).isInstanceOf(ServiceException.class);

    HttpRequest sent = recorder.last();
    assertThat(Recorder.body(sent)).isEqualTo(fixture.get("body"));
    assertThat(sent.headers().all("Content-Type")).containsExactly("" + fixture.get("contentType"));
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri()).hasToString((String) fixture.get("url"));
  }

  private static Response call(Client client, Map<String, Object> fixture) {
    return client.call(
        (String) fixture.get("operation"), Fixtures.map(Fixtures.decode(fixture.get("params"))));
  }

  private static void answer(Map<String, Object> fixture) {
    Object expected = fixture.containsKey("parsed") ? fixture.get("parsed") : fixture.get("error");
    int status = (int) fixture.get("status");
    String seen;
    String requestId;
    try {
      Response response = call(answering(fixture), fixture);
      seen = Fixtures.canonical(response);
      requestId = response.metadata().requestId();
    } catch (ServiceException e) {
      seen = canonicalError(e);
      requestId = e.requestId();
      assertThat(e.statusCode()).isEqualTo(status);
      if (fixture.containsKey("failure") && !KNOWN_DIFFERENCES.containsKey(id(fixture))) {
        assertThat(e.code()).isEqualTo(String.valueOf(status));
        return;
      }
      if (!KNOWN_DIFFERENCES.containsKey(id(fixture))) {
        assertThat(Fixtures.message(e)).isEqualTo(fixture.get("message"));
      }
    } catch (ResponseParseException e) {
      assertThat(fixture).containsKey("failure");
      assertThat(e)
          .hasMessageStartingWith(
              "Unable to parse the response of " + fixture.get("service") + " ");
      return;
    }
    boolean same =
        !fixture.containsKey("failure")
            && seen.equals(Fixtures.canonical(expected))
            && Objects.equals(requestId, fixture.get("requestId"));
    if (KNOWN_DIFFERENCES.containsKey(id(fixture))) {
      assertThat(same).as("differs").isFalse();
      return;
    }
    assertThat(fixture).doesNotContainKey("failure");
    assertThat(seen).isEqualTo(Fixtures.canonical(expected));
    assertThat(requestId).isEqualTo(fixture.get("requestId"));
  }

  private static String id(Map<String, Object> fixture) {
    return (String) fixture.get("id");
  }

  private static Client answering(Map<String, Object> fixture) {
    Headers.Builder headers = Headers.builder();
    Fixtures.map(fixture.get("headers"))
        .forEach((name, value) -> headers.add(name, (String) value));
    byte[] body = (byte[]) Fixtures.decode(fixture.get("body"));
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(
                        (int) fixture.get("status"),
                        headers.build(),
                        new ByteArrayInputStream(body)));
    return client((String) fixture.get("service"), recorder);
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
    Map<String, Object> fixture = fixture(id);
    return catchThrowableOfType(ServiceException.class, () -> call(answering(fixture), fixture));
  }

  @Test
  void structure_twice_isTheFirst() {
    for (String id : List.of("query-nested-twice", "ec2-nested-twice")) {
      Map<String, Object> fixture = fixture(id);
      assertThat(call(answering(fixture), fixture).structure("Nested").text("Text")).isEqualTo("a");
    }
    Map<String, Object> fixture = fixture("query-wrapper-twice");
    assertThat(call(answering(fixture), fixture).text("Text")).isEqualTo("a");
  }

  @Test
  void error_brokenMembers_keepsCodeAndMessage() {
    ServiceException e = error("error-members-broken");

    assertThat(e.code()).isEqualTo("InTrouble");
    assertThat(e.message()).isEqualTo("m");
    assertThat(e.requestId()).isEqualTo("r");
    assertThat(e.response()).containsOnlyKeys("Error", "Depth");
  }

  @Test
  void error_requestIdInEitherSpelling_isFound() {
    assertThat(error("error-query-ec2-form").requestId()).isEqualTo("q");
    assertThat(error("error-sdb").requestId()).isEqualTo("s");
    assertThat(error("error-sdb").response().number("BoxUsage")).isEqualTo(0.1f);
    assertThat(error("error-no-id").requestId()).isEqualTo("header");
  }

  @Test
  void error_withoutMessage_isEmptyText() {
    assertThat(error("error-lower-message").message()).isEqualTo("m");
    assertThat(error("error-empty-message").message()).isEmpty();
    assertThat(error("error-no-message").message()).isEmpty();
    assertThat(error("error-no-message").code()).isEqualTo("C");
  }

  @Test
  void error_withoutCode_isTheStatus() {
    assertThat(error("error-no-code").code()).isEqualTo("418");
    assertThat(error("error-no-code").message()).isEqualTo("m");
    assertThat(error("error-nothing").code()).isEqualTo("400");
    assertThat(error("error-nothing").message()).isEqualTo("Bad Request");
    assertThat(error("error-html-400").code()).isEqualTo("400");
    assertThat(error("error-truncated").message()).isEqualTo("Bad Request");
    assertThat(error("error-text").message()).isEqualTo("Not Found");
  }

  @Test
  void answer_emptyWhereNothingIsDue_isEmpty() {
    Client client = client("querytest", new Recorder().answer(200, ""));

    assertThat(client.call("Silent")).isEmpty();
  }

  @Test
  void answer_garbled_saysWhereAndQuotesNothing() {
    Client client =
        client(
            "querytest",
            new Recorder().answer(200, "<R><EverythingResult><Text>secret</Texts></R>"));

    ResponseParseException e =
        catchThrowableOfType(ResponseParseException.class, () -> client.call("Everything"));

    assertThat(e)
        .hasMessage(
            "Unable to parse the response of querytest Everything (HTTP 200, 45 bytes): Expected"
                + " the end tag of the innermost element at byte 33");
  }

  @Test
  void answer_withoutIdInBody_hasTheHeaders() {
    Client client =
        client(
            "ec2test",
            new Recorder().answer(200, "<R><Text>t</Text></R>", "x-amzn-RequestId", "header"));

    assertThat(client.call("Everything").metadata().requestId()).isEqualTo("header");
  }
}
