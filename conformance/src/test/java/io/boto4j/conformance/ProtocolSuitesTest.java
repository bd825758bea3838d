package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.conformance.PublishedSuites.Case;
import io.boto4j.conformance.PublishedSuites.RequestCase;
import io.boto4j.conformance.PublishedSuites.ResponseCase;
import io.boto4j.error.UnsupportedProtocolException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.shapes.ServiceShape;

/**
 * Runs AWS's published protocol tests. To run a single case: {@code -Dboto4j.case=} with a part of
 * its name.
 */
final class ProtocolSuitesTest {
  private static final String ONLY = System.getProperty("boto4j.case", "");

  @TempDir static Path home;

  @TestFactory
  List<DynamicNode> suites() {
    PublishedSuites suites = PublishedSuites.load();
    KnownFailures known = KnownFailures.read();
    List<DynamicNode> nodes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (WireProtocol protocol : WireProtocol.values()) {
      Map<ServiceShape, List<Case>> cases = suites.cases(protocol);
      cases.values().forEach(each -> each.forEach(one -> names.add(name(protocol, one))));
      nodes.add(suite(suites, protocol, cases, known));
    }
    nodes.add(
        dynamicTest(
            "known-failures.txt names cases that exist",
            () -> assertThat(names).containsAll(known.all().keySet())));
    return nodes;
  }

  private static DynamicNode suite(
      PublishedSuites suites,
      WireProtocol protocol,
      Map<ServiceShape, List<Case>> cases,
      KnownFailures known) {
    SuiteClients clients = new SuiteClients(suites.model(), protocol, home);
    RequestCheck requests = new RequestCheck(suites.model(), clients);
    ResponseCheck responses = new ResponseCheck(suites.model(), clients, protocol);
    int count = cases.values().stream().mapToInt(List::size).sum();
    Tally tally = new Tally(protocol.suite());
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<ServiceShape, List<Case>> service : cases.entrySet()) {
      try {
        clients.client(service.getKey(), "example.com", true);
      } catch (UnsupportedProtocolException e) {
        System.out.println(
            "suite " + protocol.suite() + ": " + count + " cases, protocol not supported yet");
        return dynamicContainer(protocol.suite() + " (not supported yet)", List.of());
      }
      for (Case each : service.getValue()) {
        String name = name(protocol, each);
        if (name.contains(ONLY)) {
          tests.add(
              dynamicTest(
                  known.title(name),
                  () -> {
                    List<String> problems = run(each, requests, responses);
                    tally.count(name, problems, known.reason(name));
                  }));
        }
      }
    }
    tests.add(dynamicTest(protocol.suite() + " in all", tally::print));
    return dynamicContainer(protocol.suite(), tests);
  }

  private static List<String> run(Case each, RequestCheck requests, ResponseCheck responses) {
    try {
      if (each instanceof RequestCase request) {
        return requests.problems(request);
      }
      return responses.problems((ResponseCase) each);
    } catch (RuntimeException e) {
      return List.of(e.toString());
    }
  }

  private static String name(WireProtocol protocol, Case each) {
    return protocol.suite() + " / " + each.id();
  }
}
