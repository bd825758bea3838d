package io.boto4j.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformancePageTest {
  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.900Z");
  private static final FileTime BEFORE = FileTime.from(STARTED.minusSeconds(60));
  private static final FileTime DURING = FileTime.from(STARTED.plusSeconds(60));
  private static final List<Suite> SUITES =
      Suite.parse(
          """
          [{"id": "cases", "chapter": "A", "title": "Cases", "by": "us", "module": "boto4j",
            "type": "CasesTest", "source": "REPORT", "sizes": ["boto4j.case"], "text": []},
           {"id": "oracle", "chapter": "A", "title": "Oracle", "by": "us", "module": "conformance",
            "type": "OracleTest", "source": "RECORD", "text": []},
           {"id": "oracle-all", "chapter": "A", "title": "All", "by": "us", "module": "conformance",
            "type": "OracleTest", "source": "RECORD", "options": ["-Dall"], "versions": ["models"],
            "text": []}]
          """);

  @TempDir Path root;

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>(Map.of("models", "1"));

  @BeforeEach
  void commit() throws IOException {
    cases(2);
    oracle("oracle", "botocore 1", 10);
    oracle("oracle-all", "botocore 1", 100);
    run(true);
  }

  private void report(String module, String type, String cases) throws IOException {
    Path file = SurefireReport.file(root.resolve(module), type);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<testsuite>" + cases + "</testsuite>");
    Files.setLastModifiedTime(file, DURING);
  }

  private void cases(int count) throws IOException {
    report("boto4j", "CasesTest", "<testcase name='a() cases / b'/>".repeat(count));
  }

  private void oracle(String id, String peer, int cases) throws IOException {
    report("conformance", "OracleTest", "<testcase name='services() oracle / sqs'/>");
    SuiteRecord record = new SuiteRecord(id).peer(peer);
    record.passed("json", cases);
    Path file = record(id);
    Files.createDirectories(file.getParent());
    Files.writeString(file, record.text());
    Files.setLastModifiedTime(file, DURING);
  }

  private Path record(String id) {
    return root.resolve(Path.of("conformance", "target", "conformance", id + ".json"));
  }

  private Path page() {
    return root.resolve(Path.of("docs", "conformance.md"));
  }

  private String run(boolean writes) throws IOException {
    return new ConformancePage(root, STARTED, writes, versions, properties::get).run(SUITES);
  }

  @Test
  void results_thatAreCommitted_agree() throws IOException {
    assertThat(run(false)).isEqualTo("docs/conformance.md: compared with the results of 3 suites");
    assertThat(page()).content().contains("| [Cases](#cases) | us | 2 | 2 | 0 | 0 |");
  }

  @Test
  void page_withWindowsLineEnds_agrees() throws IOException {
    Files.writeString(page(), Files.readString(page()).replace("\n", "\r\n"));

    assertThat(run(false)).contains("compared");
  }

  @Test
  void results_thatDiffer_failWithTheLinesAndTheWayOut() throws IOException {
    cases(3);

    assertThatIllegalStateException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("-Dconformance.write=true")
        .withMessageContaining("- | [Cases](#cases) | us | 2 | 2 | 0 | 0 |")
        .withMessageContaining("+ | [Cases](#cases) | us | 3 | 3 | 0 | 0 |")
        .withMessageContaining("cases.json");
    assertThat(run(true)).contains("written");
    assertThat(run(false)).contains("compared");
  }

  @Test
  void page_thatWasEdited_fails() throws IOException {
    Files.writeString(page(), Files.readString(page()).replace("| 100 |", "| 101 |"));

    assertThatIllegalStateException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("- | [All](#all), *command of its own* | us | 101 |");
  }

  @Test
  void suites_thatDidNotRunInThisBuild_areKept() throws IOException {
    cases(3);
    Files.setLastModifiedTime(SurefireReport.file(root.resolve("boto4j"), "CasesTest"), BEFORE);
    Files.delete(record("oracle"));
    Files.delete(record("oracle-all"));

    assertThat(run(false))
        .isEqualTo(
            "docs/conformance.md: compared with the results of 0 suites; kept as committed:"
                + " oracle (not recorded by this run), cases (not run)");
  }

  @Test
  void suites_thatRanInPart_areKept() throws IOException {
    cases(3);

    properties.put("boto4j.case", "b");
    assertThat(run(false)).contains("cases (run with boto4j.case)");
    properties.clear();
    properties.put("test", "CasesTest#a");
    assertThat(run(false)).contains("results of 0 suites", "cases, oracle (run in part)");
    properties.clear();
    report("boto4j", "CasesTest", "<testcase name='b'><skipped message='no folder'/></testcase>");
    assertThat(run(false)).contains("cases (incomplete, no folder)");
    report("boto4j", "CasesTest", "<testcase name='b'><failure/></testcase>");
    assertThat(run(true)).contains("cases (failed)");
    assertThat(run(false)).contains("cases (failed)");
  }

  @Test
  void suite_withAnotherVersionOfItsPeer_isKept() throws IOException {
    oracle("oracle", "botocore 2", 11);

    assertThat(run(false)).contains("oracle (with botocore 2 here, and botocore 1 on the page)");
    run(true);
    assertThat(run(false)).doesNotContain("oracle");
    assertThat(page()).content().contains("Versions: botocore 2.");
  }

  @Test
  void versions_onThePage_areThoseOfTheRun() throws IOException {
    versions.put("models", "2");

    assertThatIllegalStateException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("+ Versions: models 2, botocore 1.");
    Files.delete(record("oracle-all"));
    assertThat(run(false)).contains("compared");
    run(true);
    assertThat(page()).content().contains("Versions: models 1, botocore 1.");
  }

  @Test
  void record_thatIsMalformedOrOfAnotherSuite_fails() throws IOException {
    Files.writeString(record("oracle"), Files.readString(record("oracle-all")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("is the result of oracle-all");
    Files.writeString(record("oracle"), "{");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("oracle.json");
  }

  @Test
  void result_ofNoSuite_fails() throws IOException {
    Files.writeString(root.resolve(Path.of("conformance", "results", "gone.json")), "{}");

    assertThatIllegalStateException()
        .isThrownBy(() -> run(false))
        .withMessageContaining("gone.json: suites.json has no such suite");
  }
}
