package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every operation of every service, in all API versions: sample inputs must be sent
 * correctly, and sample responses must be parsed to the values that were written.
 */
final class ModelLintTest {
  private static final UUID TOKEN = new UUID(0, 1);

  /**
   * An operation whose output has two members with the same wire name, so that the values sent
   * cannot be recovered.
   */
  private static final String TWINS = "GetBucketNotification";

  @TempDir static Path home;

  @TestFactory
  List<DynamicTest> services() {
    RecordingTransport transport = new RecordingTransport();
    Session session =
        Session.builder()
            .environment(Map.of("AWS_MAX_ATTEMPTS", "1", "AWS_BEARER_TOKEN_CODECATALYST", "token"))
            .home(home)
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
            .uuids(() -> TOKEN)
            .transport(transport)
            .build();
    ModelLoader models = ModelLoader.builtIn();
    LintCounts counts = new LintCounts();
    List<DynamicTest> tests = new ArrayList<>();
    for (String service : session.services()) {
      for (String version : models.apiVersions(service)) {
        try {
          Client client = session.client(service, c -> configure(c, version));
          tests.add(
              dynamicTest(
                  "lint / " + service + " " + version,
                  () -> assertThat(check(client, transport, counts)).isEmpty()));
        } catch (UnsupportedProtocolException e) {
          counts.unspoken();
        }
      }
    }
    tests.add(dynamicTest("lint in all", counts::print));
    return tests;
  }

  private static void configure(ClientConfig.Builder config, String version) {
    config.apiVersion(version).endpointUrl("https://example.com");
  }

  private static List<String> check(
      Client client, RecordingTransport transport, LintCounts counts) {
    String protocol = ResponseWire.protocolOf(client.model());
    counts.service(protocol);
    List<String> problems = new ArrayList<>();
    for (String name : client.operations()) {
      if (name.equals(TWINS)) {
        continue;
      }
      OperationModel operation = client.model().operation(name);
      if (OracleCases.hasEvents(operation)) {
        counts.eventStream(protocol, client.service());
        continue;
      }
      try {
        OperationLint lint = new OperationLint(client, operation, transport, TOKEN.toString());
        lint.check(SampleValues.minimal(), problems);
        lint.check(SampleValues.full(), problems);
        // The name is the seed: failures are reproducible, and operations get different values.
        lint.check(SampleValues.random(name.hashCode()), problems);
        counts.operation(protocol, lint.calls());
      } catch (UnsupportedProtocolException e) {
        counts.unspokenOperation();
      }
    }
    return problems;
  }
}
