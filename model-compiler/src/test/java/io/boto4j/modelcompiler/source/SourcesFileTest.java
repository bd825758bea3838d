package io.boto4j.modelcompiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that pins the artifacts. */
final class SourcesFileTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String BASE = "base * com.example:all 2.1 2026-08-31 " + HASH;
  private static final String OVERLAY = "overlay sqs com.example:sqs 1.0 2026-06-02 " + HASH;

  @TempDir Path folder;

  @Test
  void parse_baseAndOverlay_areRows() {
    SourcesFile file = SourcesFile.parse("sources.txt", List.of("# text", "", BASE, OVERLAY));

    assertThat(file.sources())
        .containsExactly(
            new ModelSource(
                ModelSource.Kind.BASE,
                "*",
                "com.example:all",
                "2.1",
                LocalDate.of(2026, 8, 31),
                HASH),
            new ModelSource(
                ModelSource.Kind.OVERLAY,
                "sqs",
                "com.example:sqs",
                "1.0",
                LocalDate.of(2026, 6, 2),
                HASH));
    assertThat(file.sources().get(1).coordinates()).isEqualTo("com.example:sqs:1.0");
  }

  @Test
  void write_changedRows_keepsCommentsAndAlignsColumns() throws Exception {
    SourcesFile file = SourcesFile.parse("sources.txt", List.of("# one", BASE, "# two", OVERLAY));
    List<ModelSource> changed = new ArrayList<>(file.sources());
    changed.set(0, changed.get(0).at("10.22.333", LocalDate.of(2026, 9, 1), "f".repeat(64)));
    changed.add(
        new ModelSource(
            ModelSource.Kind.OVERLAY,
            "dynamodb",
            "com.example:db",
            "3",
            LocalDate.of(2026, 9, 2),
            HASH));
    Path written = folder.resolve("sources.txt");

    file.with(changed).write(written);

    assertThat(Files.readString(written))
        .isEqualTo(
            """
            # one
            base     *         com.example:all  10.22.333  2026-09-01  %s
            # two
            overlay  sqs       com.example:sqs  1.0        2026-06-02  %s
            overlay  dynamodb  com.example:db   3          2026-09-02  %s
            """
                .formatted("f".repeat(64), HASH, HASH));
    assertThat(SourcesFile.read(written).sources()).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base * com.example:all 2.1 2026-08-31|expected kind, service",
        "root * com.example:all 2.1 2026-08-31 HASH|the kind must be base or overlay, not root",
        "base s3 com.example:all 2.1 2026-08-31 HASH|the service of a base must be *",
        "base * com.example 2.1 2026-08-31 HASH|not a valid artifact GROUP:NAME: com.example",
        "base * com.example:../up 2.1 2026-08-31 HASH|not a valid artifact GROUP:NAME",
        "base * com.example:all ../2 2026-08-31 HASH|not a valid version: ../2",
        "base * com.example:all 2.1 31.08.2026 HASH|the date must be in the form 2026-08-31",
        "base * com.example:all 2.1 2026-08-31 abc|not a valid SHA-256: abc",
      })
  void parse_invalidRow_namesLineAndValue(String row, String problem) {
    List<String> lines = List.of("# comment", row.replace("HASH", HASH));
    assertThatThrownBy(() -> SourcesFile.parse("sources.txt", lines))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("sources.txt, line 2: ")
        .hasMessageContaining(problem);
  }

  @Test
  void parse_overlayOfAPath_isRejected() {
    List<String> lines = List.of(BASE, OVERLAY.replace("sqs com", "../sqs com"));
    assertThatThrownBy(() -> SourcesFile.parse("sources.txt", lines))
        .hasMessage("sources.txt, line 2: not a valid service name: ../sqs");
  }

  @Test
  void parse_serviceTwice_isRejected() {
    assertThatThrownBy(() -> SourcesFile.parse("sources.txt", List.of(BASE, OVERLAY, OVERLAY)))
        .hasMessage("sources.txt, line 3: there is already a row for the service sqs");
  }

  @Test
  void parse_withoutBase_isRejected() {
    assertThatThrownBy(() -> SourcesFile.parse("sources.txt", List.of(OVERLAY)))
        .hasMessage("sources.txt: the first row must be a base");
  }

  @Test
  void read_missingFile_namesIt() {
    Path missing = folder.resolve("missing.txt");
    assertThatThrownBy(() -> SourcesFile.read(missing))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(missing.toString());
  }
}
