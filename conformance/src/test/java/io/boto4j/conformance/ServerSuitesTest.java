package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.Client;
import io.boto4j.conformance.PublishedSuites.Case;
import io.boto4j.conformance.PublishedSuites.MalformedCase;
import io.boto4j.conformance.PublishedSuites.RequestCase;
import io.boto4j.conformance.PublishedSuites.ResponseCase;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.conformance.SuiteServer.RawRequest;
import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;

/**
 * Runs the servers' part of AWS's published protocol tests against boto4j-local over its port. To
 * run a single case: {@code -Dboto4j.case=} with a part of its name.
 */
final class ServerSuitesTest {
  private static final String FILE = "known-server-failures.txt";
  private static final String ONLY = System.getProperty("boto4j.case", "");
  private static final List<SuiteServer> SERVERS = new ArrayList<>();

  @TempDir static Path home;

  @AfterAll
  static void stop() {
    SERVERS.forEach(SuiteServer::close);
    SERVERS.clear();
  }

  @TestFactory
  List<DynamicNode> suites() {
    PublishedSuites suites = PublishedSuites.load(AppliesTo.SERVER);
    KnownFailures known = KnownFailures.read(FILE);
    List<DynamicNode> nodes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (WireProtocol protocol : WireProtocol.values()) {
      nodes.add(new Suite(suites, protocol, known).node(names));
    }
    nodes.add(
        dynamicTest(
            FILE + " names cases that exist",
            () -> assertThat(names).containsAll(known.all().keySet())));
    return nodes;
  }

  /** The cases of one protocol. */
  private static final class Suite {
    private final PublishedSuites suites;
    private final WireProtocol protocol;
    private final KnownFailures known;
    private final SuiteClients clients;
    private final ServerCheck check;
    private final Tally tally;
    private final Map<ServiceShape, SuiteServer> servers = new LinkedHashMap<>();

    Suite(PublishedSuites suites, WireProtocol protocol, KnownFailures known) {
      this.suites = suites;
      this.protocol = protocol;
      this.known = known;
      this.clients = new SuiteClients(suites.model(), protocol, home);
      this.check = new ServerCheck(suites.model());
      this.tally = new Tally(protocol.suite() + " on the server");
    }

    DynamicNode node(Set<String> names) {
      Map<ServiceShape, List<Case>> cases = suites.cases(protocol);
      Map<ServiceShape, List<MalformedCase>> malformed = suites.malformed(protocol);
      Set<ServiceShape> services = new TreeSet<>(cases.keySet());
      services.addAll(malformed.keySet());
      List<DynamicTest> tests = new ArrayList<>();
      for (ServiceShape service : services) {
        for (Case each : cases.getOrDefault(service, List.of())) {
          add(tests, names, each.id(), () -> problems(each));
        }
        for (MalformedCase each : malformed.getOrDefault(service, List.of())) {
          String id = each.test().getId() + " (malformed)";
          add(tests, names, id, () -> check.problems(server(service), each));
        }
      }
      tests.add(dynamicTest(protocol.suite() + " in all", tally::print));
      return dynamicContainer(protocol.suite(), tests);
    }

    private void add(List<DynamicTest> tests, Set<String> names, String id, Outcome outcome) {
      String name = protocol.suite() + " / " + id;
      names.add(name);
      if (name.contains(ONLY)) {
        tests.add(
            dynamicTest(
                known.title(name),
                () -> tally.count(name, outcome.problems(), known.reason(name))));
      }
    }

    private SuiteServer server(ServiceShape service) {
      return servers.computeIfAbsent(
          service,
          key -> {
            SuiteServer server = new SuiteServer(suites.model(), protocol, service, home);
            SERVERS.add(server);
            return server;
          });
    }

    private List<String> problems(Case each) throws IOException {
      SuiteServer server = server(each.service());
      if (each instanceof RequestCase request) {
        return check.problems(server, request);
      }
      return check.problems(server, (ResponseCase) each, call(each));
    }

    /** Returns a request for the operation of a case, as boto4j sends it. */
    private RawRequest call(Case each) {
      Client client = clients.client(each.service(), "example.com", true);
      String name = each.operation().getId().getName(each.service());
      OperationModel operation = client.model().operation(name);
      clients.transport().respond(200, Headers.empty(), new byte[0]);
      try {
        client.call(name, SampleValues.minimal().input(operation));
      } catch (RuntimeException e) {
        // An empty response does not fit every output.
      }
      Sent sent = Objects.requireNonNull(clients.transport().sent());
      URI uri = sent.uri();
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      Map<String, String> headers = new LinkedHashMap<>();
      sent.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
      return new RawRequest(
          sent.method(),
          uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
          headers,
          sent.headers().contains("Transfer-Encoding") ? null : sent.body());
    }
  }

  /** Runs a case. */
  @FunctionalInterface
  private interface Outcome {
    List<String> problems() throws IOException;
  }
}
