package io.boto4j.modelcompiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base and overlays as folders. */
final class ModelDataTest {
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static final ServiceDates NO_DATES = ServiceDates.read(Path.of("no-such-file"));

  @TempDir Path folder;
  private TestArtifacts artifacts;

  @BeforeEach
  void open() throws Exception {
    artifacts = new TestArtifacts(Files.createDirectory(folder.resolve("repository")));
  }

  @Test
  void base_threeArchivesDeep_isUnpacked() {
    ModelSource base = artifacts.addBase("1.0", JUNE, SampleModels.ledger("List"));

    ModelData data = ModelData.of(List.of(base), NO_DATES, artifacts, folder.resolve("work"));

    ModelLoader loader = data.loader();
    assertThat(loader.services()).containsExactly("ledger");
    assertThat(loader.find("ledger").operationNames()).containsExactly("List");
    assertThat(loader.root("endpoints")).containsKey("partitions");
    assertThat(data.services()).isEmpty();
  }

  @Test
  void base_anotherVersion_leavesNothingOfTheFirst() {
    ModelSource first = artifacts.addBase("1.0", JUNE, SampleModels.ledger("List"));
    ModelSource second =
        artifacts.addBase(
            "2.0",
            JULY,
            Map.of("other/2026-01-01/service-2.json", SampleModels.service("Other", "Do")));
    Path work = folder.resolve("work");
    ModelData.of(List.of(first), NO_DATES, artifacts, work);

    assertThat(ModelData.of(List.of(second), NO_DATES, artifacts, work).loader().services())
        .containsExactly("other");
  }

  @Test
  void overlay_newer_replacesTheService() {
    ModelSource base = artifacts.addBase("1.0", JUNE, SampleModels.ledger("List"));
    ModelSource overlay = overlay("1.1", JULY);

    ModelData data =
        ModelData.of(List.of(base, overlay), NO_DATES, artifacts, folder.resolve("work"));

    ServiceModel model = data.loader().find("ledger");
    assertThat(model.operationNames()).containsExactlyInAnyOrder("List", "Add");
    assertThat(data.services()).isEqualTo(Map.of("ledger", 1));
    assertThat(data.notes()).isEmpty();
  }

  @Test
  void overlay_newer_keepsPaginatorsWaitersAndExtrasOfTheBase() {
    Map<String, String> files = new LinkedHashMap<>(SampleModels.ledger("List"));
    files.put(
        "ledger/2026-01-01/paginators-1.json",
        "{\"pagination\": {\"List\": {\"result_key\": \"A\"}, \"Gone\": {\"result_key\": \"B\"}}}");
    files.put(
        "ledger/2026-01-01/waiters-2.json",
        """
        {"version": 2, "waiters": {"Listed": {"operation": "List", "delay": 1, "maxAttempts": 2,
          "acceptors": []}, "Gone": {"operation": "Gone"}}}
        """);
    files.put(
        "ledger/2026-01-01/service-2.sdk-extras.json",
        "{\"merge\": {\"metadata\": {\"endpointPrefix\": \"books\"}}}");
    ModelSource base = artifacts.addBase("1.0", JUNE, files);

    ModelData data =
        ModelData.of(
            List.of(base, overlay("1.1", JULY)), NO_DATES, artifacts, folder.resolve("work"));

    ServiceModel model = data.loader().find("ledger");
    assertThat(model.part(ModelPart.PAGINATORS)).containsOnlyKeys("List");
    assertThat(model.part(ModelPart.WAITERS)).containsOnlyKeys("Listed");
    assertThat(model.endpointPrefix()).isEqualTo("books");
  }

  @Test
  void overlay_notNewer_isNotUsedAndNoted() {
    ModelSource base = artifacts.addBase("1.0", JULY, SampleModels.ledger("List"));
    ModelSource overlay = overlay("1.1", JUNE);

    ModelData data =
        ModelData.of(List.of(base, overlay), NO_DATES, artifacts, folder.resolve("work"));

    assertThat(data.loader().find("ledger").operationNames()).containsExactly("List");
    assertThat(data.services()).isEmpty();
    assertThat(data.notes())
        .containsExactly(
            "ledger of 2026-07-01 comes from the base: com.example:ledger:1.1 of 2026-06-01 is not"
                + " newer");
  }

  @Test
  void overlay_newerThanItsServiceInTheBase_replacesIt() throws Exception {
    ModelSource base = artifacts.addBase("1.0", JULY, SampleModels.ledger("List"));
    Path file = Files.writeString(folder.resolve("dates.txt"), "ledger 2026-05-01\n");

    ModelData data =
        ModelData.of(
            List.of(base, overlay("1.1", JUNE)),
            ServiceDates.read(file),
            artifacts,
            folder.resolve("work"));

    assertThat(data.services()).isEqualTo(Map.of("ledger", 1));
    assertThat(data.dates()).isEmpty();
  }

  @Test
  void jar_withAnotherHash_isNotRead() {
    ModelSource base = artifacts.addBase("1.0", JULY, SampleModels.ledger("List"));
    ModelSource wrong = base.at("1.0", JULY, "0".repeat(64));
    Path work = folder.resolve("work");

    assertThatThrownBy(() -> ModelData.of(List.of(wrong), NO_DATES, artifacts, work))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("not the pinned one: nothing was compiled")
        .hasMessageContaining("expected  " + "0".repeat(64))
        .hasMessageContaining("found     " + base.sha256());
    assertThat(work.resolve("base")).doesNotExist();
  }

  @Test
  void base_withAFileThatLeavesItsFolder_isRejected() {
    ModelSource base = artifacts.addBase("1.0", JUNE, Map.of("../../../escaped.json", "{}"));
    Path work = folder.resolve("work");

    assertThatThrownBy(() -> ModelData.of(List.of(base), NO_DATES, artifacts, work))
        .hasMessageContaining("contains a file that leaves its folder: ../../../escaped.json");
    assertThat(folder.resolve("escaped.json")).doesNotExist();
  }

  @Test
  void base_withoutData_isRejected() {
    ModelSource base =
        artifacts.add(
            ModelSource.Kind.BASE,
            "*",
            "com.example:base",
            "1",
            JUNE,
            Map.of("a.txt", new byte[1]));
    assertThatThrownBy(
            () -> ModelData.of(List.of(base), NO_DATES, artifacts, folder.resolve("work")))
        .hasMessageContaining("no folder botocore/data/");
  }

  @Test
  void overlay_withoutModel_isRejected() {
    ModelSource base = artifacts.addBase("1.0", JUNE, SampleModels.ledger("List"));
    ModelSource overlay =
        artifacts.add(
            ModelSource.Kind.OVERLAY,
            "ledger",
            "com.example:ledger",
            "1.1",
            JULY,
            Map.of("META-INF/smithy/manifest", "main.smithy\n".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(
            () -> ModelData.of(List.of(base, overlay), NO_DATES, artifacts, folder.resolve("work")))
        .hasMessageContaining("no service in the Smithy models of");
  }

  private ModelSource overlay(String version, LocalDate date) {
    return artifacts.add(
        ModelSource.Kind.OVERLAY,
        "ledger",
        "com.example:ledger",
        version,
        date,
        Map.of(
            "META-INF/smithy/manifest",
            "ledger.json\n".getBytes(StandardCharsets.UTF_8),
            "META-INF/smithy/ledger.json",
            SampleModels.smithy("List", "Add").getBytes(StandardCharsets.UTF_8)));
  }
}
