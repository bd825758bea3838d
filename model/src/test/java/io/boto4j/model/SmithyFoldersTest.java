package io.boto4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Smithy models in a folder of models. */
final class SmithyFoldersTest {
  private static final String VERSION = "2026-01-01";
  private static final String MODEL = SmithyModels.model("Acme Ledger", VERSION);

  @TempDir Path folder;

  private ModelLoader loader() {
    return ModelLoader.of(List.of(folder));
  }

  private void assertLedger() {
    ModelLoader loader = loader();
    assertThat(loader.services()).containsExactly("acme-ledger");
    assertThat(loader.apiVersions("acme-ledger")).containsExactly(VERSION);
    assertThat(loader.problems()).isEmpty();

    ServiceModel model = loader.find("acme-ledger");

    assertThat(model.serviceId()).isEqualTo("Acme Ledger");
    assertThat(model.operation("ListEntries").output().member("entries")).isNotNull();
    assertThat(model.part(ModelPart.PAGINATORS)).containsOnlyKeys("ListEntries");
    assertThat(model.part(ModelPart.WAITERS)).containsOnlyKeys("EntriesExist");
    assertThat(model.endpointRules()).isNotNull();
    assertThat(model.documentation().service()).isEqualTo("<p>Keeps entries.</p>");
    assertThat(model.documentation().member("ListEntriesOutput", "entries"))
        .isEqualTo("The entries.");
    assertThat(model.packedResources()).isNull();
    assertThat(loader.find("acme-ledger", VERSION).apiVersion()).isEqualTo(VERSION);
    assertThat(loader.find("acme-ledger", "2025-01-01")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.json",
        "any name.json.gz",
        "acme-ledger/service/2026-01-01/acme-ledger-2026-01-01.json",
        "acme-ledger/service/2026-01-01/model.json.gz",
      })
  void find_file_isRead(String name) {
    Models.write(folder, name, MODEL);

    assertLedger();
    assertThat(loader().find("acme-ledger").origin().source())
        .isEqualTo(folder.resolve(name).toString());
  }

  @Test
  void find_jarOfAnArtifact_isRead() {
    Path jar =
        SmithyModels.jar(
            folder.resolve("acme-ledger-1.0.0.jar"),
            "META-INF/smithy/manifest",
            "# models\n\nx/ledger.json\n",
            "META-INF/smithy/x/ledger.json",
            MODEL);

    assertLedger();
    assertThat(loader().find("acme-ledger").origin())
        .isEqualTo(
            new ModelOrigin(
                "acme-ledger", VERSION, jar.toString(), LocalDate.of(2026, 8, 4), null));
  }

  @Test
  void find_unpackedArtifact_isRead() {
    Models.write(folder, "META-INF/smithy/manifest", "x/ledger.json\n");
    Models.write(folder, "META-INF/smithy/x/ledger.json", MODEL);

    assertLedger();
  }

  @Test
  void find_severalServicesInOneFile_areAllFound() {
    String two =
        MODEL.replace(
            "\"com.acme#Ledger\":",
            "\"com.acme#Second\": {\"type\": \"service\", \"version\": \"2\", \"traits\":"
                + " {\"aws.protocols#awsJson1_0\": {}}}, \"com.acme#Ledger\":");
    Models.write(folder, "two.json", two);

    assertThat(loader().services()).containsExactly("acme-ledger", "second");
    assertThat(loader().find("second").operationNames()).isEmpty();
  }

  @Test
  void find_otherJsonFiles_areNoServices() {
    Models.write(folder, "partitions.json", "{\"partitions\": []}");
    Models.write(folder, "endpoints.json", "broken");
    Models.write(folder, "notes.json", "[1]");
    Models.write(folder, "text.json", "\"smithy\"");
    Models.write(folder, "more.json", "{\"shapes\": {\"a#B\": {\"type\": \"service\"}}}");
    Models.write(folder, "traits.json", "{\"smithy\": \"2.0\", \"shapes\": {}}");

    assertThat(loader().services()).isEmpty();
    assertThat(loader().problems()).isEmpty();
    assertThat(loader().root("partitions")).containsKey("partitions");
  }

  @Test
  void find_severalVersions_takesTheNewest() {
    Models.write(folder, "old.json", SmithyModels.model("Acme Ledger", "2025-01-01"));
    Models.write(folder, "new.json", MODEL);

    assertThat(loader().find("acme-ledger").apiVersion()).isEqualTo(VERSION);
    assertThat(loader().find("acme-ledger", "2025-01-01").apiVersion()).isEqualTo("2025-01-01");
  }

  @Test
  void find_sameVersionTwice_namesBothFiles() {
    Models.write(folder, "a.json", MODEL);
    Models.write(folder, "acme-ledger/service/2026-01-01/b.json", MODEL);
    ModelLoader loader = loader();

    assertThat(loader.services()).containsExactly("acme-ledger");
    assertThatThrownBy(() -> loader.find("acme-ledger"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Two model files have the service acme-ledger 2026-01-01: ")
        .hasMessageContaining("b.json and ")
        .hasMessageContaining("a.json; remove one");
  }

  @Test
  void find_botocoreLayoutBeside_isPreferred() {
    Models.write(folder, "small.json", SmithyModels.model("Small", VERSION));
    Models.write(folder, "small/2026-01-01/service-2.json", Models.SERVICE);

    ServiceModel model = loader().find("small");

    assertThat(model.operationNames()).containsExactly("Do", "Rest");
    assertThat(model.origin().source()).endsWith("service-2.json");
  }

  @Test
  void find_sameServiceInTwoFolders_isThatOfTheFirst() {
    Models.write(folder, "first/ledger.json", MODEL.replace("Keeps entries.", "First."));
    Models.write(folder, "second/ledger.json", MODEL);
    ModelLoader loader = ModelLoader.of(List.of(folder.resolve("first"), folder.resolve("second")));

    assertThat(loader.find("acme-ledger").documentation().service()).isEqualTo("<p>First.</p>");
    assertThat(loader.origins()).hasSize(1);
  }

  @Test
  void origin_ofFile_hasItsDateInUtc() throws IOException {
    Models.write(folder, "ledger.json", MODEL);
    Path file = folder.resolve("ledger.json");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-31T23:59:00Z")));

    ModelOrigin origin = loader().find("acme-ledger").origin();

    assertThat(origin.date()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(origin).hasToString("acme-ledger 2026-01-01 from " + file + " (2026-10-31)");
    assertThat(loader().origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "unrelated.json;    {\"smithy\": \"2.0\", ;               at byte 17",
        "unrelated.json.gz; {\"smithy\": \"2.0\", \"shapes\": [}; at byte 29",
        "empty.json;        '';                                   at byte 0",
        "lone.jar;          no zip;                               lone.jar",
        "META-INF/smithy/manifest; gone.json;                     gone.json: it does not exist",
        "META-INF/smithy/manifest; ../../ledger.json;             line 1 is not a path within",
        "META-INF/smithy/manifest; /etc/passwd.json;              line 1 is not a path within",
        "META-INF/smithy/manifest; main.smithy;                   line 1 is not JSON",
      })
  void find_brokenFileOfUnknownService_doesNotDisturbOthers(
      String name, String content, String message) {
    Models.write(folder, name, content);
    Models.write(folder, "ledger.json", MODEL);
    ModelLoader loader = loader();

    assertThat(loader.find("acme-ledger")).isNotNull();
    assertThat(loader.services()).containsExactly("acme-ledger");
    assertThat(loader.find("other")).isNull();
    assertThat(loader.problems()).singleElement().asString().contains(folder + "", message);
    assertThatThrownBy(() -> loader.reloaded(model -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void find_truncatedFile_isAnErrorOfItsServiceAlone() {
    Models.write(folder, "any.json", MODEL.substring(0, MODEL.length() - 20));
    Models.write(folder, "small/2026-01-01/service-2.json", Models.SERVICE);

    assertThat(loader().find("small")).isNotNull();
    assertThatThrownBy(() -> loader().find("acme-ledger"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("any.json")
        .hasMessageContaining("at byte 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"acme-ledger.json", "acme-ledger-2026-01-01.json", "acme-ledger-1.0.2.jar"})
  void find_unreadableFileNamedAfterTheService_isNotIgnored(String name) {
    Models.write(folder, name, "");

    assertThatThrownBy(() -> loader().find("acme-ledger"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(name);
    assertThat(loader().find("acme")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "a/b", "..", "", "a\\\\b", "C:", "nul\\u0000"})
  void find_serviceNamedLikeAPath_isRefusedWithTheFile(String serviceId) {
    Models.write(folder, "hostile.json", SmithyModels.model(serviceId, VERSION));
    ModelLoader loader = loader();

    assertThat(loader.services()).isEmpty();
    assertThat(loader.problems())
        .singleElement()
        .asString()
        .contains("hostile.json: the service id or version is not a valid name");
  }

  @Test
  void find_versionNamedLikeAPath_isRefusedWithTheFile() {
    Models.write(folder, "hostile.json", SmithyModels.model("Acme Ledger", "../../x"));

    assertThatThrownBy(() -> loader().find("acme-ledger"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("hostile.json: the service id or version is not a valid name");
  }

  @Test
  void find_repositoryLayoutOfAnotherService_isRefusedWithTheFile() {
    Models.write(folder, "other/service/2026-01-01/other.json", MODEL);

    assertThatThrownBy(() -> loader().find("other"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("other.json does not have the service other 2026-01-01");
    assertThat(loader().find("acme-ledger")).isNull();
  }

  @Test
  void find_brokenFileInRepositoryLayout_isReportedForItsServiceAlone() {
    Models.write(folder, "acme-ledger/service/2026-01-01/acme-ledger.json", "{");
    Models.write(folder, "second.json", SmithyModels.model("Second", VERSION));

    assertThat(loader().find("second")).isNotNull();
    assertThatThrownBy(() -> loader().find("acme-ledger"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("acme-ledger.json");
  }

  @Test
  void find_hugeFile_isRefused() throws IOException {
    byte[] spaces = new byte[ModelFile.MAX_LENGTH + 1];
    Arrays.fill(spaces, (byte) ' ');
    Files.write(folder.resolve("huge.json"), spaces);

    assertThat(loader().problems())
        .singleElement()
        .asString()
        .contains("huge.json is refused: it has more than 67108864 bytes");
  }

  @Test
  void find_zipBomb_isRefused() {
    Models.write(folder, "bomb.json.gz", " ".repeat(ModelFile.MAX_LENGTH + 1));
    SmithyModels.jar(
        folder.resolve("bomb.jar"),
        "META-INF/smithy/manifest",
        "bomb.json",
        "META-INF/smithy/bomb.json",
        " ".repeat(ModelFile.MAX_LENGTH + 1));

    assertThat(loader().problems())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).contains("it has more than 67108864 bytes"))
        .anySatisfy(each -> assertThat(each).contains("bomb.jar!/META-INF/smithy/bomb.json"));
  }

  @Test
  void find_loopsOfLinks_end() throws IOException {
    Files.createDirectories(folder.resolve("loop/service"));
    Files.createSymbolicLink(folder.resolve("loop/service/again"), folder.resolve("loop"));
    Files.createSymbolicLink(folder.resolve("self"), folder);
    Files.createSymbolicLink(folder.resolve("endless.json"), folder.resolve("endless.json"));
    Models.write(folder, "ledger.json", MODEL);

    assertThat(loader().services()).containsExactly("acme-ledger");
    assertThat(loader().reloaded(model -> {}).find("acme-ledger")).isNotNull();
  }

  @Test
  void find_foldersNamedLikeFiles_areNoModels() throws IOException {
    Files.createDirectories(folder.resolve("ledger.json"));
    Files.createDirectories(folder.resolve("ledger.jar"));
    Files.createDirectories(folder.resolve("META-INF/smithy/manifest"));
    Files.createDirectories(folder.resolve("acme-ledger/service/2026-01-01/ledger.json"));

    assertThat(loader().services()).isEmpty();
    assertThat(loader().find("acme-ledger")).isNull();
    assertThat(loader().problems()).isEmpty();
  }

  @Test
  void reloaded_afterChanges_hasTheNewFilesAndLeavesTheOldLoader() throws IOException {
    Models.write(folder, "ledger.json", MODEL);
    Models.write(folder, "gone.json", SmithyModels.model("Gone", VERSION));
    ModelLoader before = loader();
    ServiceModel old = before.find("acme-ledger");

    Models.write(
        folder,
        "ledger.json",
        MODEL.replace("Keeps entries.", "Changed.").replace("EntriesExist", "EntriesChanged"));
    Models.write(folder, "second.json", SmithyModels.model("Second", VERSION));
    Files.delete(folder.resolve("gone.json"));
    ModelLoader after = before.reloaded(model -> {});

    assertThat(after.services()).containsExactly("acme-ledger", "second");
    assertThat(after.find("acme-ledger").documentation().service()).isEqualTo("<p>Changed.</p>");
    assertThat(after.find("gone")).isNull();
    assertThat(before.services()).containsExactly("acme-ledger", "gone");
    assertThat(before.find("acme-ledger")).isSameAs(old);
    assertThat(old.documentation().service()).isEqualTo("<p>Keeps entries.</p>");
    assertThat(old.part(ModelPart.WAITERS)).containsOnlyKeys("EntriesExist");
  }

  @Test
  void reloaded_filesThatChangeLater_areThoseOfTheReload() {
    Models.write(folder, "ledger.json", MODEL);
    Models.write(folder, "small/2026-01-01/service-2.json", Models.SERVICE);
    Models.write(folder, "small/2026-01-01/waiters-2.json", "{\"waiters\": {\"A\": {}}}");
    Models.write(folder, "partitions.json", "{\"partitions\": [1]}");
    ModelLoader loader = loader().reloaded(model -> {});

    Models.write(folder, "ledger.json", "{");
    Models.write(folder, "small/2026-01-01/service-2.json", "{");
    Models.write(folder, "small/2026-01-01/waiters-2.json", "{");
    Models.write(folder, "partitions.json", "{");

    assertThat(loader.find("acme-ledger").part(ModelPart.WAITERS)).hasSize(1);
    assertThat(loader.find("small").part(ModelPart.WAITERS)).isEqualTo(Map.of("A", Map.of()));
    assertThat(loader.root("partitions")).isEqualTo(Map.of("partitions", List.of(1)));
  }

  @Test
  void reloaded_folderThatIsNew_isFound() throws IOException {
    Path later = folder.resolve("later");
    ModelLoader before = ModelLoader.of(List.of(later));
    assertThat(before.services()).isEmpty();

    Files.createDirectories(later);
    Models.write(later, "ledger.json", MODEL);

    assertThat(before.services()).isEmpty();
    assertThat(before.reloaded(model -> {}).services()).containsExactly("acme-ledger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "small/2026-01-01/waiters-2.json;                {",
        "small/2026-01-01/paginators-1.json;             []",
        "small/2026-01-01/endpoint-rule-set-1.json;      {\"rules\": [{\"type\": \"riddle\"}]}",
        "small/2026-01-01/examples-1.json;               nothing",
        "small/2026-01-01/service-2.sdk-extras.json;     {",
        "other/2026-01-01/service-2.json;                {}",
        "partitions.json;                                {",
      })
  void reloaded_anyBrokenFile_isRefusedByName(String name, String content) {
    Models.write(folder, "small/2026-01-01/service-2.json", Models.SERVICE);
    Models.write(folder, name, content);
    ModelLoader loader = loader();

    assertThatThrownBy(() -> loader.reloaded(model -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(name.substring(name.lastIndexOf('/') + 1));
  }

  @Test
  void reloaded_shapeThatIsBroken_isRefusedWithItsPlace() {
    Models.write(
        folder,
        "small/2026-01-01/service-2.json",
        Models.SERVICE.replace(
            "\"Alone\": {\"type\": \"double\"}", "\"Alone\": {\"type\": \"x\"}"));
    ModelLoader loader = loader();

    assertThat(loader.find("small")).isNotNull();
    assertThatThrownBy(() -> loader.reloaded(model -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("service-2.json: shape Alone has the unknown type x");
  }
}
