package io.boto4j.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

final class SurefireReportTest {
  private static SurefireReport report(String cases) throws XMLStreamException {
    String xml = "<testsuite><properties/>" + cases + "</testsuite>";
    return SurefireReport.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static SuiteRecord record(SurefireReport report, String grouping) {
    return report.record(
        Suite.parse(
                "[{\"id\": \"s\", \"chapter\": \"\", \"title\": \"\", \"by\": \"\", \"module\": \"\","
                    + " \"type\": \"T\", \"source\": \"REPORT\", \"grouping\": \""
                    + grouping
                    + "\", \"text\": []}]")
            .get(0));
  }

  @Test
  void cases_passedKnownAndLeftOut_areCountedByGroup() throws XMLStreamException {
    SurefireReport report =
        report(
            """
            <testcase name="json suites() json / A() b (request)"><system-out>x</system-out></testcase>
            <testcase name="json suites() json / B (request) — with a dash — known difference: as in boto3"/>
            <testcase name="suites() query / C"><skipped message="left out: newer" type="t">trace</skipped></testcase>
            <testcase name="suites() query / D"><skipped type="t"><![CDATA[a.B: left out: newer
            at a.b.C]]></skipped></testcase>
            <testcase name="json suites() json in all"/>
            """);

    assertThat(report.unusable()).isNull();
    SuiteRecord record = record(report, "FIRST");
    assertThat(record.groups())
        .isEqualTo(
            Map.of(
                "json",
                Map.of("passed", 1L, "known differences", 1L),
                "query",
                Map.of("left out", 2L)));
    assertThat(record.knownReasons()).isEqualTo(Map.of("as in boto3", Map.of("json", 1L)));
    assertThat(record.leftOutReasons()).isEqualTo(Map.of("newer", Map.of("query", 2L)));
  }

  @Test
  void cases_withAFileAsTheirSource_haveNoMethod() throws XMLStreamException {
    SurefireReport report = report("<testcase name='sigv4 / get() it — known difference: wrong'/>");

    assertThat(report.cases().get(0).method()).isEmpty();
    assertThat(record(report, "SECOND").knownReasons())
        .isEqualTo(Map.of("wrong", Map.of("get() it", 1L)));
  }

  @Test
  void groups_areParts_ofTheNameOrTheMethod() throws XMLStreamException {
    SurefireReport report =
        report(
            "<testcase name='bad() cbor / one / x / y'/>"
                + "<testcase name='upload_paused_isContinued'/>");

    assertThat(report.cases().get(0).method()).isEqualTo("bad");
    assertThat(Suite.Grouping.SECOND.group(report.cases().get(0))).isEqualTo("one");
    assertThat(Suite.Grouping.METHOD.group(report.cases().get(0))).isEqualTo("bad");
    assertThat(record(report, "ALL").cases()).isEqualTo(2);
    assertThat(record(report, "SECOND").groups()).containsOnlyKeys("one");
  }

  @Test
  void rows_ofASuiteWithColumns_areItsMethodsInWords() throws XMLStreamException {
    SurefireReport report =
        report(
            "<testcase name='upload_pausedTwice_isContinued'/><testcase name='noETags_areMD5'/>");
    Suite suite =
        Suite.parse(
                "[{\"id\": \"s\", \"chapter\": \"\", \"title\": \"\", \"by\": \"\", \"module\": \"\","
                    + " \"type\": \"T\", \"source\": \"REPORT\", \"columns\": [\"of\", \"what\"],"
                    + " \"text\": []}]")
            .get(0);

    assertThat(report.record(suite).rows())
        .containsExactly(
            List.of("no ETags", "are MD5"), List.of("upload", "paused twice, is continued"));
  }

  @Test
  void reports_ofFailuresAndSkips_areUnusable() throws XMLStreamException {
    String good = "<testcase name='a() s / b'/>";

    assertThat(report("").unusable()).isEqualTo("not run");
    assertThat(report(good + "<testcase name='c'><failure message='m'/></testcase>").unusable())
        .isEqualTo("failed");
    assertThat(report(good + "<testcase name='c'><error/></testcase>").unusable())
        .isEqualTo("failed");
    assertThat(
            report(good + "<testcase name='c'><skipped message='there is no python3'/></testcase>")
                .unusable())
        .isEqualTo("incomplete, there is no python3");
  }

  @Test
  void report_thatIsTruncated_isRejected() {
    assertThatThrownBy(() -> report("<testcase name='a'>")).isInstanceOf(XMLStreamException.class);
  }
}
