package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestCase;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestsTrait;

/** Runs AWS's published cases for event streams, which exist only for restJson1. */
final class EventSuitesTest {
  private static final WireProtocol PROTOCOL = WireProtocol.REST_JSON_1;
  private static final String SUITE = PROTOCOL.suite() + " events";
  private static final String ONLY = System.getProperty("boto4j.case", "");

  @TempDir static Path home;

  @TestFactory
  List<DynamicTest> cases() {
    Model model = PublishedSuites.load().model();
    KnownFailures known = KnownFailures.read("known-event-failures.txt");
    EventCheck check = new EventCheck(model, new SuiteClients(model, PROTOCOL, home));
    Tally tally = new Tally(SUITE);
    Set<String> names = new HashSet<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (ServiceShape service : model.getServiceShapes()) {
      for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
        for (EventStreamTestCase each : cases(operation)) {
          String name = SUITE + " / " + each.getId();
          names.add(name);
          if (name.contains(ONLY)) {
            tests.add(
                dynamicTest(
                    known.title(name),
                    () ->
                        tally.count(
                            name, check.problems(service, operation, each), known.reason(name))));
          }
        }
      }
    }
    tests.add(
        dynamicTest(
            "known-event-failures.txt names cases that exist",
            () -> assertThat(names).containsAll(known.all().keySet()).hasSizeGreaterThan(70)));
    tests.add(dynamicTest(SUITE + " in all", tally::print));
    return tests;
  }

  private static List<EventStreamTestCase> cases(OperationShape operation) {
    return operation
        .getTrait(EventStreamTestsTrait.class)
        .map(tests -> tests.getTestCases().stream().filter(EventSuitesTest::isOurs).toList())
        .orElse(List.of());
  }

  private static boolean isOurs(EventStreamTestCase each) {
    return each.getProtocol().equals(PROTOCOL.trait())
        && each.getAppliesTo().filter(side -> side == AppliesTo.SERVER).isEmpty();
  }
}
