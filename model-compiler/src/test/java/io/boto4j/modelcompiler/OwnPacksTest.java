package io.boto4j.modelcompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelOrigin;
import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs of the user's own in a folder of models. */
final class OwnPacksTest {
  private static final String MODELS = "META-INF/boto4j/models";

  @TempDir Path json;
  @TempDir Path folder;

  @BeforeEach
  void compile() {
    SmallService.write(json, "small/2026-01-01/service-2.json", SmallService.JSON);
    SmallService.write(
        json,
        "small/2025-01-01/service-2.json",
        SmallService.JSON.replace("2026-01-01", "2025-01-01"));
    SmallService.write(
        json, "small/2026-01-01/waiters-2.json", "{\"waiters\": {\"Done\": {\"delay\": 1}}}");
    SmallService.write(json, "partitions.json", "{\"partitions\": [1]}");
    assertThat(run()).isZero();
  }

  private int run() {
    String to = folder.toString();
    return ModelCompiler.run("compile", json.toString(), "--models", to, "--docs", to);
  }

  private ModelLoader loader() {
    return ModelLoader.of(List.of(folder));
  }

  private Path pack(String name) {
    return folder.resolve(MODELS).resolve(name);
  }

  @Test
  void find_ownPack_hasAllParts() {
    ModelLoader loader = loader();
    assertThat(loader.services()).contains("small");
    assertThat(loader.apiVersions("small")).containsExactly("2025-01-01", "2026-01-01");

    ServiceModel model = loader.find("small");

    assertThat(model.apiVersion()).isEqualTo("2026-01-01");
    assertThat(SmallService.describe(model))
        .isEqualTo(
            SmallService.describe(ModelLoader.of(List.of(json)).find("small", "2026-01-01")));
    assertThat(model.part(ModelPart.WAITERS)).containsOnlyKeys("Done");
    assertThat(model.documentation().service()).isEqualTo("<p>Small.</p>");
    assertThat(model.packedResources()).isNotNull();
    assertThat(loader.root("partitions")).isEqualTo(Map.of("partitions", List.of(1)));
    assertThat(loader.find("small", "2025-01-01").apiVersion()).isEqualTo("2025-01-01");
  }

  @Test
  void find_packBesideBotocoreLayout_isThatLayout() {
    SmallService.write(
        folder,
        "small/2026-01-01/service-2.json",
        SmallService.JSON.replace("<p>Small.</p>", "Of the file."));

    assertThat(loader().find("small").documentation().service()).isEqualTo("Of the file.");
  }

  @Test
  void origin_packWithSources_isTheSourceOfItsService() throws IOException {
    Map<String, Object> base =
        Map.of("artifact", "com.acme:models:1.0", "date", "2026-08-31", "sha256", "5d02");
    Map<String, Object> overlay = Map.of("artifact", "com.acme:small:2.0", "date", "2026-11-01");
    Files.write(
        pack("root/sources.pack"),
        PackWriter.value(
            Map.of("sources", List.of(base, overlay), "services", Map.of("small", 1))));
    ModelOrigin expected =
        new ModelOrigin(
            "small", "2026-01-01", "com.acme:small:2.0", LocalDate.of(2026, 11, 1), null);

    assertThat(loader().find("small").origin()).isEqualTo(expected);
    assertThat(loader().origins()).contains(expected);

    Files.write(
        pack("root/sources.pack"),
        PackWriter.value(Map.of("sources", List.of(base), "services", Map.of())));
    assertThat(loader().find("small").origin())
        .isEqualTo(
            new ModelOrigin(
                "small", "2026-01-01", "com.acme:models:1.0", LocalDate.of(2026, 8, 31), "5d02"))
        .hasToString("small 2026-01-01 from com.acme:models:1.0 (2026-08-31)");
  }

  @Test
  void origin_packWithoutSources_isTheFolder() throws IOException {
    Files.deleteIfExists(pack("root/sources.pack"));
    assertThat(loader().find("small").origin())
        .isEqualTo(new ModelOrigin("small", "2026-01-01", folder.toString(), null, null))
        .hasToString("small 2026-01-01 from " + folder);
  }

  @Test
  void origin_sourcesThatMakeNoSense_areUnknown() throws IOException {
    Files.write(
        pack("root/sources.pack"),
        PackWriter.value(
            Map.of(
                "sources",
                List.of(Map.of("artifact", 1, "date", "soon")),
                "services",
                Map.of("other", -1))));

    assertThat(loader().find("small").origin())
        .isEqualTo(new ModelOrigin("small", "2026-01-01", folder.toString(), null, null));
  }

  @Test
  void find_replacedPack_isReadAfterTheReload() {
    ModelLoader before = loader();
    ServiceModel old = before.find("small");
    SmallService.write(
        json,
        "small/2026-01-01/service-2.json",
        SmallService.JSON
            .replace("<p>Small.</p>", "Changed.")
            .replace("\"Rest\": {\"name\": \"Rest\"}", "\"Rests\": {\"name\": \"Rests\"}"));
    assertThat(run()).isZero();

    ModelLoader after = before.reloaded(model -> {});

    assertThat(after.find("small").operationNames()).containsExactly("Do", "Rests");
    assertThat(after.find("small").documentation().service()).isEqualTo("Changed.");
    assertThat(old.operation("Rest").input()).isNull();
    assertThat(old.findShape("All")).isNotNull();
    assertThat(old.documentation().service()).isEqualTo("<p>Small.</p>");
  }

  @Test
  void find_brokenPack_isAnErrorOfItsServiceAlone() throws IOException {
    Files.writeString(pack("small.pack"), "no pack");
    SmallService.write(folder, "second/2026-01-01/service-2.json", SmallService.JSON);

    assertThat(loader().find("second")).isNotNull();
    assertThatThrownBy(() -> loader().find("small"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("small.pack");
    assertThatThrownBy(() -> loader().reloaded(model -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("small.pack");
  }

  @Test
  void find_brokenIndex_isAnErrorOfItsPacksAlone() throws IOException {
    Files.writeString(pack("index.pack"), "no pack");
    SmallService.write(folder, "second/2026-01-01/service-2.json", SmallService.JSON);

    assertThat(loader().services()).containsExactly("second");
    assertThat(loader().find("second")).isNotNull();
    assertThat(loader().problems()).singleElement().asString().contains("index.pack");
    assertThatThrownBy(() -> loader().find("small"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("index.pack");
    assertThatThrownBy(() -> loader().reloaded(model -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("index.pack");
  }
}
