package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests in the JSON protocols are byte for byte those of botocore, recorded by {@code
 * json_requests.py}.
 */
final class BotocoreRequestTest {
  private static final List<String> HEADERS =
      List.of(
          "authorization",
          "content-type",
          "x-amz-date",
          "x-amz-security-token",
          "x-amz-target",
          "x-amzn-query-mode");

  @TestFactory
  Stream<DynamicTest> botocore() {
    Object fixtures = Fixtures.map(Fixtures.read("botocore-json.json")).get("requests");
    List<Map<String, Object>> cases = Fixtures.maps(fixtures);
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream()
        .map(each -> dynamicTest("botocore requests / " + each.get("id"), () -> check(each)));
  }

  private static void check(Map<String, Object> fixture) {
    Recorder recorder = new Recorder();
    String token = (String) fixture.get("token");
    Session session =
        Sessions.bare(recorder)
            .region((String) fixture.get("region"))
            .credentials(
                token == null
                    ? Credentials.of(Sessions.KEY_ID, Sessions.SECRET)
                    : Credentials.of(Sessions.KEY_ID, Sessions.SECRET, token))
            .build();

    session
        .client((String) fixture.get("service"))
        .call(
            (String) fixture.get("operation"),
            Fixtures.map(Fixtures.decode(fixture.get("params"))));

    assertThat(recorder.requests()).hasSize(1);
    HttpRequest sent = recorder.last();
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri().toString()).isEqualTo(fixture.get("url"));
    assertThat(headersOf(sent)).isEqualTo(headersOf(fixture));
    assertThat(Recorder.body(sent)).isEqualTo(fixture.get("body"));
  }

  private static Map<String, String> headersOf(HttpRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (HEADERS.contains(name)) {
        headers.merge(name, header.getValue(), (first, second) -> first + " AND " + second);
      }
    }
    return headers;
  }

  private static Map<String, String> headersOf(Map<String, Object> fixture) {
    Map<String, String> headers = new TreeMap<>();
    Fixtures.map(fixture.get("headers"))
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), (String) value));
    return headers;
  }
}
