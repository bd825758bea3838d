package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.node.Node;

/**
 * Compares every operation of some services with botocore: the request for generated input, and the
 * result of generated responses. Without python3 and botocore nothing is compared.
 *
 * <p>A build compares a few services in their newest version; {@code -Dboto4j.oracle=all} compares
 * all services in all versions, {@code -Dboto4j.oracle=sqs,ec2} some.
 */
final class OracleTest {
  /** Services of every protocol, which have headers, paths, streams, unions and documents. */
  private static final String FEW =
      "dynamodb,sqs,sdb,sts,sns,lambda,mediastore-data,lex-runtime,bedrock-runtime,ec2,route53,s3control,"
          + "partnercentral-revenue-measurement";

  private static final RecordingTransport TRANSPORT = new RecordingTransport();
  private static final KnownDifferences KNOWN = KnownDifferences.read();
  private static final OracleCounts COUNTS = new OracleCounts();
  private static final String CHOSEN = System.getProperty("boto4j.oracle", "");
  private static final boolean ALL = CHOSEN.equals("all");
  private static final SuiteRecord RECORD = new SuiteRecord(ALL ? "oracle-all" : "oracle");

  @TempDir static Path folder;
  private static @Nullable Oracle oracle;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String missing = Oracle.missing();
    if (missing == null) {
      Path script = Path.of(System.getProperty("boto4j.oracle.script"));
      RECORD.peer(Oracle.version("botocore"));
      oracle = Oracle.start(script, System.getProperty("boto4j.oracle.models"), folder);
    } else {
      System.out.println("oracle: SKIPPED, nothing is compared with boto3, for " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (oracle != null) {
      oracle.close();
    }
  }

  @TestFactory
  List<DynamicTest> services() {
    List<DynamicTest> tests = new ArrayList<>();
    if (oracle == null) {
      return tests;
    }
    Session session = session();
    List<String> services =
        ALL ? session.services() : List.of((CHOSEN.isEmpty() ? FEW : CHOSEN).split(","));
    ModelLoader models = ModelLoader.builtIn();
    for (String service : services) {
      List<String> versions = models.apiVersions(service).stream().sorted().toList();
      int first = CHOSEN.isEmpty() ? versions.size() - 1 : 0;
      for (String version : versions.subList(first, versions.size())) {
        String name = "oracle / " + service + " " + version;
        tests.add(dynamicTest(name, () -> check(session, service, version)));
      }
    }
    tests.add(dynamicTest("oracle in all", () -> COUNTS.print(KNOWN.reasons())));
    if (ALL) {
      tests.add(dynamicTest("known differences", () -> assertThat(KNOWN.unused()).isEmpty()));
    }
    if (ALL || CHOSEN.isEmpty()) {
      tests.add(dynamicTest("the result", RECORD::write));
    }
    return tests;
  }

  private static Session session() {
    return Session.builder()
        .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
        .home(folder)
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret", "TOKEN/+="))
        .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
        .uuids(() -> new UUID(0, 1))
        .transport(TRANSPORT)
        .build();
  }

  private static void check(Session session, String service, String version) throws IOException {
    Client client;
    try {
      client =
          session.client(service, c -> c.apiVersion(version).endpointUrl(Oracle.endpoint(service)));
    } catch (UnsupportedProtocolException e) {
      return;
    }
    List<OracleCase> cases = OracleCases.of(client);
    List<Node> theirs = Objects.requireNonNull(oracle).ask(client, cases);
    assertThat(theirs).hasSameSizeAs(cases);
    Map<String, String> unknown = new LinkedHashMap<>();
    OracleCheck check = new OracleCheck(client, TRANSPORT);
    COUNTS.service(client);
    RECORD.count(ResponseWire.protocolOf(client.model()), "services", 1);
    RECORD.count(ResponseWire.protocolOf(client.model()), "operations", operations(cases));
    for (int i = 0; i < cases.size(); i++) {
      OracleCase call = cases.get(i);
      Map<?, ?> said = (Map<?, ?>) Objects.requireNonNull(OracleValues.decode(theirs.get(i)));
      Map<String, String> differences = check.differences(call, said);
      COUNTS.call(client, call, differences.isEmpty());
      record(client, differences.isEmpty());
      differences.forEach(
          (part, how) -> {
            String reason = KNOWN.reason(client, call, part);
            if (reason != null) {
              RECORD.knownReason(reason, service);
            } else {
              // One example of each is enough.
              String place = call.operation().name() + " / " + call.kind() + " / " + part;
              unknown.putIfAbsent(place, "\n  " + service + " / " + place + ": " + how);
            }
          });
    }
    assertThat(unknown.values()).isEmpty();
  }

  private static long operations(List<OracleCase> cases) {
    return cases.stream().map(each -> each.operation().name()).distinct().count();
  }

  private static void record(Client client, boolean equal) {
    String protocol = ResponseWire.protocolOf(client.model());
    if (equal) {
      RECORD.passed(protocol);
    } else {
      RECORD.known(protocol);
    }
  }
}
