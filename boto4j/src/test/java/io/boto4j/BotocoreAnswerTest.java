package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Responses parse to the values that botocore returns, recorded by {@code json_requests.py}. */
final class BotocoreAnswerTest {
  /** Cases in which boto4j reports more than botocore: by id, the Error and the reason. */
  private static final Map<String, String> KNOWN_DIFFERENCES =
      Map.of(
          "error-null-message", "no message is empty text, and not the word None",
          "error-null-type", "a code that is null is no code: the status stands for it",
          "sqs-query-error", "the members of the error are found by its name too");

  @TestFactory
  Stream<DynamicTest> botocore() {
    Object fixtures = Fixtures.map(Fixtures.read("botocore-json.json")).get("answers");
    List<Map<String, Object>> cases = Fixtures.maps(fixtures);
    assertThat(cases).hasSizeGreaterThan(80);
    return cases.stream()
        .map(each -> dynamicTest("botocore answers / " + each.get("id"), () -> check(each)));
  }

  private static void check(Map<String, Object> fixture) {
    List<String> headers = new ArrayList<>();
    Fixtures.map(fixture.get("headers"))
        .forEach(
            (name, value) -> {
              headers.add(name);
              headers.add((String) value);
            });
    Recorder recorder =
        new Recorder()
            .answer(
                (int) fixture.get("status"),
                (String) fixture.get("body"),
                headers.toArray(new String[0]));
    Client client = Sessions.client((String) fixture.get("service"), recorder);
    String operation = (String) fixture.get("operation");
    Map<String, Object> params = Fixtures.map(Fixtures.decode(fixture.get("params")));

    if (fixture.containsKey("error")) {
      ServiceException e =
          catchThrowableOfType(ServiceException.class, () -> client.call(operation, params));
      // botocore drops the id if a gateway responds instead of the service.
      assertThat(e.requestId())
          .isEqualTo(Fixtures.map(fixture.get("headers")).get("x-amzn-RequestId"));
      assertThat(e.statusCode()).isEqualTo(fixture.get("status"));
      boolean same = canonicalError(e).equals(Fixtures.canonical(fixture.get("error")));
      if (KNOWN_DIFFERENCES.containsKey((String) fixture.get("id"))) {
        assertThat(same).isFalse();
        return;
      }
      assertThat(canonicalError(e)).isEqualTo(Fixtures.canonical(fixture.get("error")));
      assertThat(Fixtures.message(e)).isEqualTo(fixture.get("message"));
      Map<String, Object> error = Fixtures.map(Fixtures.map(fixture.get("error")).get("Error"));
      assertThat(e.code()).isEqualTo(error.get("Code"));
      assertThat(e.is((String) error.get("Code"))).isTrue();
      assertThat(e.message()).isEqualTo(error.get("Message"));
    } else if (fixture.containsKey("failure")) {
      ResponseParseException e =
          catchThrowableOfType(ResponseParseException.class, () -> client.call(operation, params));
      assertThat(e).hasMessageEndingWith((String) fixture.get("message"));
    } else {
      Response response = client.call(operation, params);
      assertThat(Fixtures.canonical(response)).isEqualTo(Fixtures.canonical(fixture.get("parsed")));
      assertThat(response.metadata().requestId()).isEqualTo(fixture.get("requestId"));
      assertThat(response.metadata().statusCode()).isEqualTo(fixture.get("status"));
    }
  }

  private static String canonicalError(ServiceException e) {
    Map<String, Object> response = new LinkedHashMap<>(e.response());
    response.put("Error", new TreeMap<>(e.response().structure("Error")));
    return Fixtures.canonical(response);
  }

  @Test
  void error_nullMessage_isEmptyText() {
    ServiceException e = error("{\"__type\": \"X\", \"message\": null}");

    assertThat(e.message()).isEmpty();
    assertThat(e).hasMessage("An error occurred (X) when calling the ListTables operation: ");
  }

  @Test
  void error_nullType_isTheStatus() {
    assertThat(error("{\"__type\": null, \"message\": \"m\"}").code()).isEqualTo("400");
  }

  private static ServiceException error(String body) {
    Client client = Sessions.client("dynamodb", new Recorder().answer(400, body));
    return catchThrowableOfType(ServiceException.class, () -> client.call("ListTables"));
  }
}
