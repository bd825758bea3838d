package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.boto4j.internal.customization.CallsTheRoad;
import io.boto4j.internal.text.DependsUpwards;
import io.boto4j.internal.text.HalfOfCycle;
import io.boto4j.internal.text.KeepsState;
import io.boto4j.internal.text.NamesService;
import io.boto4j.internal.text.OtherHalfOfCycle;
import io.boto4j.internal.text.UsesFormat;
import io.boto4j.internal.text.UsesLibrary;
import io.boto4j.internal.text.UsesReflection;
import io.boto4j.internal.text.UsesRegularExpression;
import io.boto4j.internal.text.UsesTls;
import io.boto4j.nofloor.NoFloor;
import io.boto4j.testing.UsesInternals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests of {@link ArchitectureTest}: each rule fails on classes that violate it, alone. */
final class ArchitectureRulesTest {
  private static final String TEXT = "io.boto4j.internal.text.";

  private record Violation(String rule, List<Class<?>> classes, List<String> sentences) {}

  private static final List<Violation> VIOLATIONS =
      List.of(
          new Violation(
              "every class has a floor",
              List.of(NoFloor.class),
              List.of(
                  "io.boto4j.nofloor.NoFloor has no floor: list its package in ArchitectureTest")),
          new Violation(
              "dependencies go down",
              List.of(DependsUpwards.class),
              List.of(
                  TEXT + "DependsUpwards (floor 1.0) depends on io.boto4j.Session (floor 6.0)")),
          new Violation(
              "class cycles",
              List.of(HalfOfCycle.class, HalfOfCycle.Nested.class, OtherHalfOfCycle.class),
              List.of("internal.text.HalfOfCycle, internal.text.OtherHalfOfCycle")),
          new Violation(
              "the JDK only",
              List.of(UsesLibrary.class),
              List.of(TEXT + "UsesLibrary depends on org.assertj.core.api.Assertions")),
          new Violation(
              "TLS in the transport only",
              List.of(UsesTls.class),
              List.of(TEXT + "UsesTls depends on javax.net.ssl.SSLParameters")),
          new Violation(
              "nothing slow to start",
              List.of(UsesFormat.class),
              List.of(
                  TEXT + "UsesFormat calls String.format",
                  TEXT + "UsesFormat depends on java.text.NumberFormat")),
          new Violation(
              "no reflection",
              List.of(UsesReflection.class),
              List.of(TEXT + "UsesReflection calls Class.forName")),
          new Violation(
              "no regular expressions",
              List.of(UsesRegularExpression.class),
              List.of(
                  TEXT + "UsesRegularExpression calls String.matches",
                  TEXT + "UsesRegularExpression depends on java.util.regex.Matcher",
                  TEXT + "UsesRegularExpression depends on java.util.regex.Pattern")),
          new Violation(
              "no service names",
              List.of(NamesService.class),
              List.of(TEXT + "NamesService: DynamoDB")),
          new Violation(
              "exported packages only",
              List.of(UsesInternals.class),
              List.of(
                  "io.boto4j.testing.UsesInternals depends on "
                      + TEXT
                      + "PercentEncoding, whose package is not exported")),
          new Violation(
              "public types only",
              List.of(NotPublic.class),
              List.of("io.boto4j.NotPublic is not public")),
          new Violation(
              "no static mutable state",
              List.of(KeepsState.class),
              List.of(
                  TEXT + "KeepsState.CACHE is a static HashMap",
                  TEXT + "KeepsState.COUNTER is a static AtomicInteger",
                  TEXT + "KeepsState.LOCK is a static Object",
                  TEXT + "KeepsState.VISIBLE is a static array that is not private",
                  TEXT + "KeepsState.calls is static and not final")),
          new Violation(
              "customizations avoid the road",
              List.of(CallsTheRoad.class),
              List.of(
                  "io.boto4j.internal.customization.CallsTheRoad depends on"
                      + " io.boto4j.internal.call.CallRoad")));

  @TestFactory
  List<DynamicTest> rules_injectedViolation_isReportedByItsRuleAlone() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Violation violation : VIOLATIONS) {
      tests.add(
          DynamicTest.dynamicTest(
              violation.rule(),
              () ->
                  assertThat(reports(violation.classes()))
                      .isEqualTo(Map.of(violation.rule(), violation.sentences()))));
    }
    return tests;
  }

  @Test
  void rules_all_haveAViolationHere() {
    assertThat(VIOLATIONS.stream().map(Violation::rule))
        .containsExactlyInAnyOrderElementsOf(ArchitectureRules.all().keySet());
  }

  @Test
  void cycles_newGrownSmallerOrGone_areChanges() {
    assertThat(ClassCycles.changes(List.of("A, B"), List.of("A, B"))).isEmpty();
    assertThat(ClassCycles.changes(List.of("A, B"), List.of()))
        .containsExactly("A new or grown cycle, cut it: A, B");
    assertThat(ClassCycles.changes(List.of("A, B, C"), List.of("A, B")))
        .containsExactly("A new or grown cycle, cut it: A, B, C");
    assertThat(ClassCycles.changes(List.of("A, B"), List.of("A, B, C")))
        .containsExactly("A cycle shrank, record the smaller one: A, B");
    assertThat(ClassCycles.changes(List.of(), List.of("A, B")))
        .containsExactly("A cycle vanished, delete its line: A, B");
  }

  @Test
  void recorded_violation_isKnownUntilItVanishes() {
    Recorded recorded = Recorded.parse("list.txt", "# comment\n\nA: s3 — an S3 signature\n");
    assertThat(recorded.unknown(List.of("A: s3", "B: s3"))).containsExactly("B: s3");
    assertThat(recorded.outdated(List.of("A: s3"))).isEmpty();
    assertThat(recorded.outdated(List.of("B: s3")))
        .containsExactly("No longer needed, delete it from list.txt: A: s3");
  }

  @Test
  void recorded_withoutReasonOrTwice_isRejected() {
    assertThatThrownBy(() -> Recorded.parse("list.txt", "A: s3"))
        .hasMessage("No reason is given in list.txt: A: s3");
    assertThatThrownBy(() -> Recorded.parse("list.txt", "A: s3 — one\nA: s3 — two"))
        .hasMessage("Recorded twice in list.txt: A: s3 — two");
  }

  /** Returns what each rule reports, without the rules that report nothing. */
  private static Map<String, List<String>> reports(List<Class<?>> classes) {
    JavaClasses imported = new ClassFileImporter().importClasses(classes);
    Map<String, List<String>> reports = new TreeMap<>();
    ArchitectureRules.all()
        .forEach(
            (name, rule) -> {
              List<String> violations = rule.apply(imported);
              if (!violations.isEmpty()) {
                reports.put(name, violations);
              }
            });
    return reports;
  }
}
