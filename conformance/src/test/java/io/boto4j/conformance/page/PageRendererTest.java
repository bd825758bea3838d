package io.boto4j.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageRendererTest {
  private static final List<Suite> SUITES =
      Suite.parse(
          """
          [{"id": "one", "chapter": "First", "title": "AWS's suite: one", "by": "AWS",
            "module": "boto4j", "type": "io.boto4j.OneTest", "source": "REPORT", "groups": "protocol",
            "counts": ["operations"], "columns": ["fault", "end"], "text": ["Text."]},
           {"id": "two", "chapter": "First", "title": "Two", "by": "us", "options": ["-Dall=true"],
            "module": "boto4j", "type": "io.boto4j.TwoTest", "source": "RECORD", "text": ["More."]}]
          """);

  private static SuiteRecord one() {
    SuiteRecord record = new SuiteRecord("one").peer("boto3 1.2");
    record.versions(List.of("lib 4.5"));
    record.passed("json", 1_233_999);
    record.known("json");
    record.known("query");
    record.leftOut("query");
    record.count("json", "operations", 20_000);
    record.knownReason("a | pipe", "sqs");
    record.knownReason("two *stars* and <b>\n\\", "s3");
    record.knownReason("two *stars* and <b>\n\\", "sqs");
    record.knownReason("two *stars* and <b>\n\\", "sqs");
    record.leftOutReason("newer", "sqs");
    record.row(List.of("reset", "fails | always"));
    return record;
  }

  private static String render(Map<String, SuiteRecord> results) {
    return PageRenderer.render(SUITES, results);
  }

  @Test
  void page_ofResults_hasTablesAndCommands() {
    assertThat(render(Map.of("one", one())).lines())
        .contains(
            "| [AWS's suite: one](#awss-suite-one) | AWS | 1,234,002 | 1,233,999 | 2 | 1 |",
            "### AWS's suite: one",
            "Versions: lib 4.5, boto3 1.2.",
            "mvn -q verify -pl conformance -am -Dtest=OneTest -Dsurefire.failIfNoSpecifiedTests=false",
            "mvn -q verify -pl conformance -am -Dtest=TwoTest -Dall=true -Dsurefire.failIfNoSpecifiedTests=false",
            "| protocol | operations | cases | pass | known differences | left out |",
            "| json | 20,000 | 1,234,000 | 1,233,999 | 1 | 0 |",
            "| **all** | 20,000 | 1,234,002 | 1,233,999 | 2 | 1 |",
            "| 1 | two \\*stars\\* and &lt;b> \\\\ | 3 | sqs 2, s3 1 |",
            "| 2 | a \\| pipe | 1 | sqs 1 |",
            "| fault | end |",
            "| reset | fails \\| always |");
  }

  @Test
  void reasons_ofTheOnlyGroup_haveNoPlace() {
    SuiteRecord record = new SuiteRecord("one");
    record.knownReason("why", "all");

    assertThat(render(Map.of("one", record)).lines()).contains("| 1 | why | 1 |  |");
  }

  @Test
  void page_withoutAResult_reportsIt() {
    assertThat(render(Map.of("one", one())).lines())
        .contains(
            "| [Two](#two), *command of its own* | us | not recorded |  |  |  |",
            "No result is recorded.");
  }

  @Test
  void page_ofTheSameResultsInAnotherOrderAndLocale_isTheSame() {
    SuiteRecord reversed = new SuiteRecord("one").peer("boto3 1.2");
    reversed.versions(List.of("lib 4.5"));
    reversed.row(List.of("reset", "fails | always"));
    reversed.leftOutReason("newer", "sqs");
    reversed.knownReason("two *stars* and <b>\n\\", "sqs");
    reversed.knownReason("two *stars* and <b>\n\\", "s3");
    reversed.knownReason("a | pipe", "sqs");
    reversed.knownReason("two *stars* and <b>\n\\", "sqs");
    reversed.leftOut("query");
    reversed.known("query");
    reversed.count("json", "operations", 20_000);
    reversed.known("json");
    reversed.passed("json", 1_233_999);
    String expected = render(Map.of("one", one()));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(render(Map.of("one", reversed))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void groups_ofGreatNumber_areListedByTheirCases() {
    SuiteRecord record = new SuiteRecord("one");
    for (int i = 0; i < 40; i++) {
      record.passed("service-" + i, i < 2 ? 7 : 1500);
    }
    record.known("other");

    assertThat(render(Map.of("one", record)).lines())
        .contains("| 7 | service-0, service-1 |", "| other | 0 | 1 | 0 | 1 |")
        .anyMatch(line -> line.startsWith("| 1,500 | service-10, service-11, "));
  }

  @Test
  void places_ofGreatNumber_areListedWithTheirReasons() {
    SuiteRecord record = new SuiteRecord("one");
    for (int i = 0; i < 12; i++) {
      record.knownReason("common", "s" + i);
    }
    record.knownReason("rare", "s3");

    assertThat(render(Map.of("one", record)).lines())
        .contains(
            "| 1 | common | 12 | s0 1, s1 1, s10 1, s11 1, s2 1, s3 1, s4 1, s5 1, and 4 more |",
            "| s3 | 2 | (1) 1, (2) 1 |",
            "| s0 1, s1 1, s10 1, s11 1, s2 1, s4 1, s5 1, s6 1, s7 1, s8 1, s9 1 | 11 | only (1) |");
  }
}
