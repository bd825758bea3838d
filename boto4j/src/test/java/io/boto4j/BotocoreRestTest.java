package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * rest-json and rest-xml requests are byte for byte those of botocore, and responses parse to the
 * same values, as recorded by {@code rest_json_requests.py} and {@code rest_xml_requests.py}.
 */
final class BotocoreRestTest {
  private static final String JSON = "botocore-rest-json.json";
  private static final String XML = "botocore-rest-xml.json";

  /** Headers that are not in the fixtures because they are not signed. */
  private static final Set<String> UNSIGNED =
      Set.of("user-agent", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request");

  @TestFactory
  Stream<DynamicTest> requests() {
    return Stream.of(JSON, XML).flatMap(file -> tests(file, "requests", this::request));
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return Stream.of(JSON, XML).flatMap(file -> tests(file, "answers", this::answer));
  }

  private static Stream<DynamicTest> tests(String file, String kind, Check check) {
    List<Map<String, Object>> cases = Fixtures.maps(Fixtures.map(Fixtures.read(file)).get(kind));
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream()
        .map(each -> dynamicTest(file + " " + kind + " / " + each.get("id"), () -> check.of(each)));
  }

  /** The result of a fixture. */
  private interface Check {
    void of(Map<String, Object> fixture) throws IOException;
  }

  private static Client client(Map<String, Object> fixture, Recorder recorder) {
    return Sessions.with(recorder)
        .build()
        .client(
            (String) fixture.get("service"),
            c ->
                c.endpointUrl("https://rest.example.com")
                    .injectHostPrefix(false)
                    .responseChecksumValidation("when_required"));
  }

  private static Response call(Map<String, Object> fixture, Recorder recorder) {
    return client(fixture, recorder)
        .call(
            (String) fixture.get("operation"),
            Fixtures.map(Fixtures.decode(fixture.get("params"))));
  }

  private void request(Map<String, Object> fixture) throws IOException {
    Recorder recorder = new Recorder().answer(200, "");

    call(fixture, recorder);

    HttpRequest sent = recorder.last();
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri().toString()).isEqualTo(fixture.get("url"));
    try (InputStream body = sent.body().open()) {
      assertThat(body.readAllBytes()).isEqualTo(base64(fixture.get("body")));
    }
    assertThat(headers(sent)).isEqualTo(Fixtures.expectedHeaders(fixture.get("headers")));
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

  /** S3 writes booleans in capitals too, which botocore takes for false. */
  private static Object parsed(Map<String, Object> fixture) {
    return fixture.get("id").equals("policy-status")
        ? Map.of("PolicyStatus", Map.of("IsPublic", true))
        : fixture.get("parsed");
  }

  private void answer(Map<String, Object> fixture) {
    byte[] body = base64(fixture.get("body"));
    Headers.Builder headers = Headers.builder();
    Fixtures.map(fixture.get("headers"))
        .forEach((name, value) -> headers.add(name, (String) value));
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(
                        (int) fixture.get("status"),
                        headers.build(),
                        new ByteArrayInputStream(body)));
    if (fixture.containsKey("failure")) {
      ResponseParseException e =
          catchThrowableOfType(ResponseParseException.class, () -> call(fixture, recorder));
      assertThat(e).hasMessageEndingWith((String) fixture.get("message"));
      return;
    }
    ResponseMetadata metadata;
    if (fixture.containsKey("error")) {
      ServiceException e =
          catchThrowableOfType(ServiceException.class, () -> call(fixture, recorder));
      Map<String, Object> response = new TreeMap<>(e.response());
      response.put("Error", new TreeMap<>(e.response().structure("Error")));
      assertThat(Fixtures.canonical(response)).isEqualTo(Fixtures.canonical(fixture.get("error")));
      assertThat(Fixtures.message(e)).isEqualTo(fixture.get("message"));
      metadata = e.metadata();
    } else {
      Response response = call(fixture, recorder);
      assertThat(Fixtures.canonical(readStreams(response)))
          .isEqualTo(Fixtures.canonical(parsed(fixture)));
      metadata = response.metadata();
    }
    // S3 sends status 200 for an internal error.
    assertThat(metadata.statusCode())
        .isEqualTo(fixture.getOrDefault("meant", fixture.get("status")));
    // botocore drops the id if a gateway responds instead of the service.
    if (fixture.get("requestId") != null) {
      assertThat(metadata.requestId()).isEqualTo(fixture.get("requestId"));
      assertThat(metadata.hostId()).isEqualTo(fixture.get("hostId"));
    }
  }

  private static Map<String, Object> readStreams(Map<String, Object> response) {
    Map<String, Object> read = new TreeMap<>(response);
    for (Map.Entry<String, Object> entry : new ArrayList<>(read.entrySet())) {
      if (entry.getValue() instanceof ResponseStream stream) {
        String bytes = Base64.getEncoder().encodeToString(stream.readAllBytes());
        read.put(entry.getKey(), Map.of("$stream", bytes));
      }
    }
    return read;
  }
}
