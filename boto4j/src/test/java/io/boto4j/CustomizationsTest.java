package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The customizations of single services do what botocore's handlers do, recorded by {@code
 * customizations.py}: at least one case for each handler.
 */
final class CustomizationsTest {
  static final String FIXTURES = "botocore-customizations.json";

  /** Headers that are not in the fixtures because they are not signed. */
  private static final Set<String> UNSIGNED =
      Set.of("user-agent", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request");

  @TestFactory
  Stream<DynamicTest> requests() {
    return tests("requests", this::request);
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return tests("answers", this::answer);
  }

  @TestFactory
  Stream<DynamicTest> refusals() {
    return tests("refusals", this::refusal);
  }

  /** botocore has an error class of its own for these, without the head of the report. */
  @TestFactory
  Stream<DynamicTest> conflicts() {
    return tests("conflicts", this::conflict);
  }

  private static Stream<DynamicTest> tests(String kind, Check check) {
    List<Map<String, Object>> cases =
        Fixtures.maps(Fixtures.map(Fixtures.read(FIXTURES)).get(kind));
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(
            each ->
                dynamicTest(each.get("handler") + " / " + each.get("id"), () -> check.of(each)));
  }

  /** The result of a fixture. */
  private interface Check {
    void of(Map<String, Object> fixture) throws IOException;
  }

  private static Response call(Map<String, Object> fixture, Recorder recorder) {
    Map<String, String> environment = new LinkedHashMap<>();
    Fixtures.map(fixture.get("env"))
        .forEach((name, value) -> environment.put(name, (String) value));
    return Sessions.with(recorder)
        .environment(environment)
        .build()
        .client(
            (String) fixture.get("service"),
            c -> {
              c.injectHostPrefix(false).responseChecksumValidation("when_required");
              if (fixture.get("endpoint") instanceof String url) {
                c.endpointUrl(url);
              }
            })
        .call((String) fixture.get("operation"), params(fixture));
  }

  private static Map<String, Object> params(Map<String, Object> fixture) {
    Map<String, Object> params = Fixtures.map(Fixtures.decode(fixture.get("params")));
    if (params.get("body") instanceof Number size) {
      params.put("body", abc(size.intValue()));
    }
    return params;
  }

  private static byte[] abc(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 3);
    }
    return bytes;
  }

  private void request(Map<String, Object> fixture) throws IOException {
    Recorder recorder = new Recorder().answer(200, emptyAnswer(fixture));

    call(fixture, recorder);

    HttpRequest sent = recorder.last();
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri().toString()).isEqualTo(fixture.get("url"));
    if (fixture.get("body") instanceof String body) {
      assertThat(body(sent)).isEqualTo(new String(base64(body), StandardCharsets.UTF_8));
    }
    assertThat(headers(sent)).isEqualTo(expectedHeaders(fixture));
  }

  /** An empty AWS_LAMBDA_FUNCTION_NAME means that the process is not a function. */
  private static Map<String, Object> expectedHeaders(Map<String, Object> fixture) {
    Map<String, Object> expected = Fixtures.expectedHeaders(fixture.get("headers"));
    if ("".equals(Fixtures.map(fixture.get("env")).get("AWS_LAMBDA_FUNCTION_NAME"))) {
      expected.remove("x-amzn-trace-id");
    }
    return expected;
  }

  private static String body(HttpRequest request) throws IOException {
    try (InputStream body = request.body().open()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A response without members in the service's protocol. */
  private static String emptyAnswer(Map<String, Object> fixture) {
    String service = (String) fixture.get("service");
    return switch (service) {
      case "s3", "route53" -> "";
      case "ec2", "rds", "neptune", "docdb", "autoscaling" -> {
        String operation = (String) fixture.get("operation");
        yield "<R><" + operation + "Result/></R>";
      }
      default -> "{}";
    };
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

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  private void answer(Map<String, Object> fixture) {
    byte[] body = ((String) fixture.get("body")).getBytes(StandardCharsets.UTF_8);
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
    if (!fixture.containsKey("error")) {
      Map<String, Object> answer = new TreeMap<>(call(fixture, recorder));
      for (Map.Entry<String, Object> member : new ArrayList<>(answer.entrySet())) {
        if (member.getValue() instanceof ResponseStream stream) {
          String bytes = Base64.getEncoder().encodeToString(stream.readAllBytes());
          answer.put(member.getKey(), Map.of("$stream", bytes));
        }
      }
      assertThat(Fixtures.canonical(answer)).isEqualTo(Fixtures.canonical(fixture.get("parsed")));
      return;
    }
    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> call(fixture, recorder));
    Map<String, Object> response = new TreeMap<>(e.response());
    response.put("Error", new TreeMap<>(e.response().structure("Error")));
    // On purpose, an error with two names has members here; botocore drops them.
    response.keySet().retainAll(Fixtures.map(fixture.get("error")).keySet());
    assertThat(Fixtures.canonical(response)).isEqualTo(Fixtures.canonical(fixture.get("error")));
    assertThat(Fixtures.message(e)).isEqualTo(fixture.get("message"));
    if (!fixture.get("class").equals("ClientError")) {
      assertThat(e.is((String) fixture.get("class"))).isTrue();
    }
  }

  private void refusal(Map<String, Object> fixture) {
    Recorder recorder = new Recorder();

    ParamValidationException e =
        catchThrowableOfType(ParamValidationException.class, () -> call(fixture, recorder));

    String bucket = (String) params(fixture).get("Bucket");
    String message = (String) fixture.get("message");
    assertThat(e).hasMessage(message.replace(bucket + "\":", Printable.of(bucket) + "\":"));
    assertThat(recorder.requests()).isEmpty();
  }

  private void conflict(Map<String, Object> fixture) {
    Recorder recorder = new Recorder();

    ParamValidationException e =
        catchThrowableOfType(ParamValidationException.class, () -> call(fixture, recorder));

    assertThat(e.problems()).containsExactly((String) fixture.get("message"));
    assertThat(recorder.requests()).isEmpty();
  }
}
