package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Event streams parse to the events that botocore returns, recorded by {@code event_streams.py}.
 */
final class BotocoreEventsTest {
  @TestFactory
  Stream<DynamicTest> streams() {
    List<Map<String, Object>> cases = Fixtures.maps(Fixtures.read("botocore-events.json"));
    assertThat(cases).hasSizeGreaterThan(25);
    return cases.stream()
        .map(each -> dynamicTest("botocore events / " + each.get("id"), () -> check(each)));
  }

  private static Response call(Map<String, Object> fixture) {
    byte[] body = Base64.getDecoder().decode((String) fixture.get("body"));
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(
                        200,
                        Headers.of(Map.of("x-amzn-RequestId", "REQ-1")),
                        new ByteArrayInputStream(body)));
    return Sessions.client((String) fixture.get("service"), recorder)
        .call(
            (String) fixture.get("operation"),
            Fixtures.map(Fixtures.decode(fixture.get("params"))));
  }

  private static void check(Map<String, Object> fixture) {
    if (fixture.containsKey("failure")) {
      ResponseParseException e =
          catchThrowableOfType(ResponseParseException.class, () -> call(fixture));
      assertThat(e).hasMessageContaining((String) fixture.get("failure"));
      return;
    }
    Response response = call(fixture);
    Map<String, Object> output = new TreeMap<>(response);
    EventStream stream = (EventStream) output.remove((String) fixture.get("member"));
    assertThat(Fixtures.canonical(output)).isEqualTo(Fixtures.canonical(fixture.get("output")));
    List<Structure> events = new ArrayList<>();
    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> stream.forEach(events::add));
    assertThat(Fixtures.canonical(events)).isEqualTo(Fixtures.canonical(fixture.get("events")));
    if (fixture.get("id").equals("exception-upper-case-message")) {
      // botocore loses a message that the shape does not have.
      assertThat(e.message()).isEqualTo("upper");
    } else if (fixture.containsKey("error")) {
      assertThat(Fixtures.canonical(new TreeMap<>(e.response().structure("Error"))))
          .isEqualTo(Fixtures.canonical(fixture.get("error")));
      assertThat(e).hasMessage((String) fixture.get("message"));
      assertThat(e.requestId()).isEqualTo("REQ-1");
    } else {
      assertThat(e).isNull();
    }
  }
}
