package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation sends the same request with a model from Smithy as with one from botocore. */
final class SmithyRequestsTest {
  @TempDir static Path folder;
  @TempDir static Path home;

  private final RecordingTransport transport = new RecordingTransport();

  @BeforeAll
  static void write() {
    PublishedModels.writeAll(folder);
  }

  private Client client(PublishedModels model, Path dataPath) {
    return Session.builder()
        .dataPath(dataPath)
        .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
        .home(home)
        .region("us-west-2")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
        .uuids(() -> UUID.fromString("00000000-0000-4000-8000-000000000000"))
        .transport(transport)
        .build()
        .client(model.service());
  }

  @ParameterizedTest
  @EnumSource
  void operations_all_sendTheSameRequest(PublishedModels model) {
    Client botocore = client(model, Path.of(System.getProperty("boto4j.base.models")));
    Client smithy = client(model, folder);
    assertThat(smithy.operations()).containsAll(botocore.operations());
    List<String> problems = new ArrayList<>();
    int compared = 0;
    for (String name : botocore.operations()) {
      OperationModel operation = botocore.model().operation(name);
      for (SampleValues samples : List.of(SampleValues.minimal(), SampleValues.full())) {
        Map<String, Object> input = samples.input(operation);
        String expected = sent(botocore, name, input);
        String actual = sent(smithy, name, input);
        compared++;
        if (!expected.equals(actual)) {
          problems.add(name + ":\n" + expected + "\nbut from Smithy\n" + actual);
        }
      }
    }
    System.out.println(model + ": " + compared + " requests compared");
    assertThat(problems).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(2 * 23);
  }

  /** Returns the request of a call, or the reason for which none was sent. */
  private String sent(Client client, String operation, Map<String, Object> input) {
    transport.respond(200, Headers.empty(), "{}".getBytes(StandardCharsets.UTF_8));
    String failure = "";
    try {
      client.call(operation, input);
    } catch (Boto4jException e) {
      failure = e.toString();
    }
    Sent sent = transport.sent();
    return sent == null ? "not sent: " + failure : text(sent);
  }

  private static String text(Sent sent) {
    StringBuilder text = new StringBuilder(sent.method() + " " + sent.uri() + "\n");
    for (Map.Entry<String, String> header : sent.headers()) {
      if (!header.getKey().equalsIgnoreCase("amz-sdk-invocation-id")) {
        text.append(header.getKey()).append(": ").append(header.getValue()).append('\n');
      }
    }
    return text.append(new String(sent.body(), StandardCharsets.UTF_8)).toString();
  }
}
