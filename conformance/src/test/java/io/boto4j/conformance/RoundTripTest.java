package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.conformance.RoundTrip.Exchange;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every operation of some services: a generated input arrives at boto4j-local as the same
 * value, and a generated output is read back equal, by boto4j without a socket and by boto3 over
 * HTTP. Without python3 and botocore only boto4j is checked.
 *
 * <p>A build checks a few services; {@code -Dboto4j.oracle=all} checks all, {@code
 * -Dboto4j.oracle=sqs,ec2} some.
 */
final class RoundTripTest {
  /** Services of every protocol, which have headers, paths, streams, unions and documents. */
  private static final String FEW = "sqs,kms,sts,sns,lambda,route53,s3,cloudwatch";

  private static final String CHOSEN = System.getProperty("boto4j.oracle", "");
  private static final boolean ALL = CHOSEN.equals("all");
  private static final SuiteRecord RECORD =
      new SuiteRecord(ALL ? "round-trips-all" : "round-trips");
  private static final KnownDifferences KNOWN = KnownDifferences.read("known-round-trips.txt");
  private static final ModelLoader MODELS = ModelLoader.builtIn();
  private static int operations;
  private static int exchanges;
  private static int same;

  @TempDir static Path folder;
  private static @Nullable RoundTripPeer peer;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String missing = Oracle.missing();
    if (missing == null) {
      Path script = Path.of(System.getProperty("boto4j.oracle.script"));
      RECORD.peer(Oracle.version("botocore"));
      peer =
          RoundTripPeer.start(
              script.resolveSibling("roundtrip.py"),
              System.getProperty("boto4j.oracle.models"),
              folder);
    } else {
      System.out.println("round trips: without boto3, for " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (peer != null) {
      peer.close();
    }
  }

  @TestFactory
  List<DynamicTest> services() {
    List<String> services =
        ALL ? MODELS.services() : List.of((CHOSEN.isEmpty() ? FEW : CHOSEN).split(","));
    List<DynamicTest> tests = new ArrayList<>();
    for (String service : services) {
      tests.add(dynamicTest("round trip / " + service, () -> check(service)));
    }
    tests.add(dynamicTest("round trips in all", RoundTripTest::print));
    if (ALL) {
      tests.add(dynamicTest("known round trips", () -> assertThat(KNOWN.unused()).isEmpty()));
    }
    if (peer != null && (ALL || CHOSEN.isEmpty())) {
      tests.add(dynamicTest("the result", RECORD::write));
    }
    return tests;
  }

  private static void print() {
    System.out.println(
        "round trips: "
            + operations
            + " operations, "
            + exchanges
            + " exchanges, "
            + same
            + " the same on both sides");
    KNOWN.reasons().forEach((reason, count) -> System.out.println("  " + count + ": " + reason));
  }

  private static void check(String service) throws IOException {
    ServiceModel model = Objects.requireNonNull(MODELS.find(service), service);
    List<String> names = new ArrayList<>();
    for (String name : model.operationNames()) {
      // Clients send events over HTTP/2, or not at all.
      if (model.operation(name).eventInput() == null) {
        names.add(name);
      }
    }
    Map<String, String> unknown = new LinkedHashMap<>();
    String protocol = ResponseWire.protocolOf(model);
    RECORD.count(protocol, "services", 1);
    RECORD.count(protocol, "operations", names.size());
    try (RoundTrip trip = new RoundTrip(service, folder, names)) {
      if (peer != null) {
        Map<?, ?> client = peer.client(service, model.apiVersion(), trip.endpoint());
        assertThat(client.get("failure")).isNull();
      }
      for (String name : names) {
        operations++;
        for (Exchange exchange : exchanges(trip.client().model().operation(name))) {
          record(trip, exchange, "boto4j", trip.ours(exchange), unknown);
          if (peer != null) {
            record(trip, exchange, "boto3", trip.theirs(exchange, peer), unknown);
          }
        }
      }
    }
    assertThat(unknown.values()).isEmpty();
  }

  private static List<Exchange> exchanges(OperationModel operation) {
    // The name is the seed: failures are reproducible, and operations get different values.
    SampleValues random = SampleValues.random(operation.name().hashCode()).valid();
    List<Exchange> exchanges = new ArrayList<>();
    exchanges.add(exchange("minimal", operation, SampleValues.minimal().valid()));
    exchanges.add(exchange("full", operation, SampleValues.full().valid()));
    exchanges.add(exchange("random", operation, random));
    return exchanges;
  }

  private static Exchange exchange(String kind, OperationModel operation, SampleValues samples) {
    return new Exchange(
        kind,
        operation,
        RoundTripValues.sendableInput(operation, samples.input(operation)),
        RoundTripValues.withEvents(operation, samples.output(operation), samples));
  }

  private static void record(
      RoundTrip trip,
      Exchange exchange,
      String by,
      Map<String, String> differences,
      Map<String, String> unknown) {
    exchanges++;
    same += differences.isEmpty() ? 1 : 0;
    String protocol = ResponseWire.protocolOf(trip.client().model());
    if (differences.isEmpty()) {
      RECORD.passed(protocol);
    } else {
      RECORD.known(protocol);
    }
    differences.forEach(
        (part, how) -> {
          String name = exchange.operation().name();
          String service = trip.client().service();
          String reason = KNOWN.reason(protocol, service, name, exchange.kind(), by, part);
          if (reason != null) {
            RECORD.knownReason(reason, service);
          } else {
            String place = name + " / " + by + " / " + part;
            unknown.putIfAbsent(
                place, "\n  " + service + " / " + place + " / " + exchange.kind() + ": " + how);
          }
        });
  }
}
