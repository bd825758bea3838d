package io.boto4j.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuiteRecordTest {
  @TempDir Path folder;

  @Test
  void record_writtenAndRead_isTheSame() {
    SuiteRecord record = new SuiteRecord("suite").peer("botocore 1.2");
    record.passed("json", 5_000_000_000L);
    record.known("json");
    record.leftOut("query");
    record.knownReason("a \"reason\" — with | marks", "sqs");
    record.leftOutReason("newer", "sns");
    record.row(List.of("a", "b"));
    record.versions(List.of("lib 1"));

    SuiteRecord read = SuiteRecord.parse(record.text());

    assertThat(read.text()).isEqualTo(record.text());
    assertThat(read.cases()).isEqualTo(5_000_000_002L);
    assertThat(read.peer()).isEqualTo("botocore 1.2");
    assertThat(read.versions()).containsExactly("lib 1");
    assertThat(read.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": []}",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": \"1\", \"groups\": {}}",
        "{\"suite\": 1, \"peer\": \"\", \"versions\": [], \"groups\": {}}",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": [], \"groups\": {\"a\": 1}}",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": [], \"groups\": {\"a\": {\"passed\": \"1\"}}}",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": [], \"groups\": {\"a\": {\"passed\": 1.5}}}",
        "{\"suite\": \"s\", \"peer\": \"\", \"versions\": [], \"groups\": {}, \"reasons of known differences\": {},"
            + " \"reasons of cases left out\": {}, \"rows\": [1]}",
      })
  void file_thatIsMalformed_isRejectedWithItsName(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("suite.json"), text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SuiteRecord.read(file))
        .withMessageContaining("suite.json");
  }
}
