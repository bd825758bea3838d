package io.boto4j.modelcompiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for newer versions. */
final class SourcesUpdateTest {
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @TempDir Path folder;
  private TestArtifacts artifacts;
  private ModelSource first;
  private ModelSource second;

  @BeforeEach
  void add() {
    artifacts = new TestArtifacts(folder);
    first = artifacts.addBase("1.9", JUNE, SampleModels.ledger("List"));
    second = artifacts.addBase("1.10", JULY, SampleModels.ledger("List", "Add"));
  }

  @Test
  void newest_laterVersion_hasItsHashAndDate() {
    List<ModelSource> newest = SourcesUpdate.newest(List.of(first), List.of(), artifacts);

    assertThat(newest).containsExactly(second);
    assertThat(SourcesUpdate.describe(List.of(first), newest))
        .containsExactly("com.example:base: from 1.9 of 2026-06-01 to 1.10 of 2026-07-01");
  }

  @Test
  void newest_sameVersion_isTheSame() {
    List<ModelSource> newest = SourcesUpdate.newest(List.of(second), List.of(), artifacts);

    assertThat(newest).containsExactly(second);
    assertThat(SourcesUpdate.describe(List.of(second), newest)).isEmpty();
  }

  @Test
  void newest_artifactThatDisappeared_staysPinned() {
    ModelSource gone =
        new ModelSource(
            ModelSource.Kind.OVERLAY, "gone", "com.example:gone", "1", JUNE, first.sha256());

    assertThat(SourcesUpdate.newest(List.of(second, gone), List.of(), artifacts))
        .containsExactly(second, gone);
  }

  @Test
  void newest_addition_isPinned() {
    ModelSource ledger =
        artifacts.add(
            ModelSource.Kind.OVERLAY,
            "ledger",
            "com.example:ledger",
            "3",
            JULY,
            Map.of("x", new byte[1]));

    List<ModelSource> newest =
        SourcesUpdate.newest(List.of(second), List.of("ledger=com.example:ledger"), artifacts);

    assertThat(newest).containsExactly(second, ledger);
    assertThat(SourcesUpdate.describe(List.of(second), newest))
        .containsExactly("com.example:ledger: added, 3 of 2026-07-01");
  }

  @Test
  void newest_unknownAddition_isRejected() {
    assertThatThrownBy(
            () -> SourcesUpdate.newest(List.of(second), List.of("a=com.example:a"), artifacts))
        .isInstanceOf(ModelException.class)
        .hasMessage("no released version of com.example:a was found");
    assertThatThrownBy(
            () -> SourcesUpdate.newest(List.of(second), List.of("com.example:a"), artifacts))
        .hasMessage("--add com.example:a: not a valid service name: ");
  }
}
