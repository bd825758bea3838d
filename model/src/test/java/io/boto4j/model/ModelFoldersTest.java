package io.boto4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models read from folders in botocore's layout. */
final class ModelFoldersTest {
  private static final String FILE = "small/2026-01-01/service-2.json";

  @TempDir Path folder;

  private ModelLoader loader() {
    return ModelLoader.of(List.of(folder));
  }

  @Test
  void find_plainOrZipped_readsTheSame() {
    Models.write(folder, FILE, Models.SERVICE);
    String plain = Models.describe(loader().find("small"));
    Models.write(folder, "zipped/2026-01-01/service-2.json.gz", Models.SERVICE);

    assertThat(Models.describe(loader().find("zipped"))).isEqualTo(plain);
    assertThat(loader().services()).containsExactly("small", "zipped");
  }

  @Test
  void find_plainBesideZipped_takesThePlain() {
    Models.write(folder, FILE, Models.SERVICE);
    Models.write(folder, FILE + ".gz", "not json");

    assertThat(loader().find("small").serviceId()).isEqualTo("Small");
  }

  @Test
  void find_extras_areMergedDeeply() {
    Models.write(folder, FILE, Models.SERVICE);
    Models.write(
        folder,
        "small/2026-01-01/service-2.sdk-extras.json",
        """
        {"version": 1.0, "merge": {
          "metadata": {"serviceId": "Changed", "list": ["replaced"], "fresh": {"a": 1}},
          "shapes": {"All": {"members": {"More": {"shape": "Text"}, "Text": {"sensitive": true}}},
            "New": {"type": "string"}}}}
        """);

    ServiceModel model = loader().find("small");

    assertThat(model.serviceId()).isEqualTo("Changed");
    assertThat(model.endpointPrefix()).isEqualTo("small");
    assertThat(model.metadata().get("list")).isEqualTo(List.of("replaced"));
    assertThat(model.metadata().get("fresh")).isEqualTo(Map.of("a", 1));
    StructureShape all = (StructureShape) model.findShape("All");
    assertThat(all.member("More").shape().name()).isEqualTo("Text");
    assertThat(all.member("Text").traits().flag("sensitive")).isTrue();
    assertThat(all.member("Text").traits().flag("idempotencyToken")).isTrue();
    assertThat(model.findShape("New").type()).isEqualTo(ShapeType.STRING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"merge\": []}", "{\"merge\": null}", "{\"other\": {\"metadata\": 1}}"})
  void find_extrasThatMergeNothing_changeNothing(String extras) {
    Models.write(folder, FILE, Models.SERVICE);
    String before = Models.describe(loader().find("small"));
    Models.write(folder, "small/2026-01-01/service-2.sdk-extras.json", extras);

    assertThat(Models.describe(loader().find("small"))).isEqualTo(before);
  }

  @Test
  void parts_withExtras_areRead() {
    Models.write(folder, FILE, Models.SERVICE);
    Models.write(
        folder, "small/2026-01-01/paginators-1.json.gz", "{\"pagination\": {\"Do\": {\"a\": 1}}}");
    Models.write(
        folder,
        "small/2026-01-01/paginators-1.sdk-extras.json",
        "{\"merge\": {\"pagination\": {\"Do\": {\"b\": 2}}}}");
    ServiceModel model = loader().find("small");

    assertThat(model.part(ModelPart.PAGINATORS)).isEqualTo(Map.of("Do", Map.of("a", 1, "b", 2)));
    assertThat(model.part(ModelPart.WAITERS)).isEmpty();
    assertThat(model.endpointRules()).isNull();
  }

  @Test
  void documentation_ofFolder_hasTheTexts() {
    Models.write(folder, FILE, Models.SERVICE);
    Documentation texts = loader().find("small").documentation();

    assertThat(texts.service()).isEqualTo("<p>Small.</p>");
    assertThat(texts.operation("Do")).isEqualTo("Does.");
    assertThat(texts.operation("Rest")).isNull();
    assertThat(texts.shape("All")).isEqualTo("All of it.");
    assertThat(texts.member("All", "Text")).isEqualTo("A text.");
    assertThat(texts.member("All", "Map")).isNull();
    assertThat(texts.examples()).isEmpty();
  }

  @Test
  void model_withoutWhatIsOptional_hasDefaults() {
    Models.write(folder, FILE, "{\"metadata\": {}, \"operations\": {\"A\": {}}, \"shapes\": {}}");
    ServiceModel model = loader().find("small");
    OperationModel operation = model.operation("A");

    assertThat(operation.httpMethod()).isEqualTo("POST");
    assertThat(operation.requestUri()).isEqualTo("/");
    assertThat(operation.input()).isNull();
    assertThat(operation.output()).isNull();
    assertThat(operation.errors()).isEmpty();
    assertThat(model.endpointPrefix()).isEqualTo("small");
    assertThat(model.signingName()).isEqualTo("small");
    assertThat(model.errorShape("Any")).isNull();
    assertThat(model.findOperation("B")).isNull();
    assertThatThrownBy(() -> model.operation("B")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void services_foldersWithoutModels_areNone() throws IOException {
    Files.createDirectories(folder.resolve("empty").resolve("2026-01-01"));
    Files.createDirectories(folder.resolve("bare"));
    Files.writeString(folder.resolve("file"), "x");
    Models.write(folder, "other/2026-01-01/paginators-1.json", "{}");

    assertThat(loader().services()).isEmpty();
    assertThat(loader().find("empty")).isNull();
    assertThat(loader().find("file")).isNull();
    assertThat(ModelLoader.of(List.of(folder.resolve("absent"))).services()).isEmpty();
  }

  @Test
  void apiVersions_ofSeveralFolders_areTogether() {
    Path second = folder.resolve("second");
    Path first = folder.resolve("first");
    Models.write(first, "small/2026-01-01/service-2.json", Models.SERVICE);
    Models.write(
        second,
        "small/2025-01-01/service-2.json",
        Models.SERVICE.replace("2026-01-01", "2025-01-01"));
    ModelLoader loader = ModelLoader.of(List.of(first, second));

    assertThat(loader.apiVersions("small")).containsExactly("2025-01-01", "2026-01-01");
    assertThat(loader.find("small").apiVersion()).isEqualTo("2026-01-01");
    assertThat(loader.find("small", "2025-01-01").apiVersion()).isEqualTo("2025-01-01");
    assertThat(loader.find("small", "2024-01-01")).isNull();
    assertThat(loader.find("small")).isSameAs(loader.find("small"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../outside",
        "a/b",
        "a\\b",
        "/etc",
        "small/",
        "small\0",
        "C:",
        "small\n",
        "~",
        "\u00fc",
        "%2e%2e"
      })
  void find_hostileName_isNothing(String name) {
    Models.write(folder.resolve("inside"), FILE, Models.SERVICE);
    Models.write(folder, "outside/2026-01-01/service-2.json", Models.SERVICE);
    ModelLoader loader = ModelLoader.of(List.of(folder.resolve("inside")));

    assertThat(loader.find(name)).isNull();
    assertThat(loader.find("small", name)).isNull();
    assertThat(loader.find(name, "2026-01-01")).isNull();
    assertThat(loader.apiVersions(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "\"text\"", "{", "{\"metadata\": {}}", "null"})
  void find_brokenFile_namesIt(String content) {
    Models.write(folder, FILE, content);

    assertThatThrownBy(() -> loader().find("small"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("service-2.json");
  }

  @Test
  void find_brokenZip_namesIt() throws IOException {
    Models.write(folder, FILE + ".gz", Models.SERVICE);
    Path zipped = folder.resolve(FILE + ".gz");
    byte[] bytes = Files.readAllBytes(zipped);
    Files.write(zipped, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> loader().find("small"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("service-2.json.gz");

    Files.writeString(zipped, "plain text");
    assertThatThrownBy(() -> loader().find("small"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("service-2.json.gz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"type\": \"long\";              \"type\": \"quad\";        unknown type quad",
        "\"type\": \"timestamp\";         \"kind\": \"timestamp\";   shape Time has no type",
        "\"Self\": {\"shape\": \"All\"};  \"Self\": {\"shape\": \"None\"}; All.Self does not name a shape",
        "\"Self\": {\"shape\": \"All\"};  \"Self\": \"All\";         All.Self does not name a shape",
        "[\"Text\", \"List\"];            [\"Text\", \"Gone\"];      the required member Gone does not exist",
        "\"key\": {\"shape\": \"Text\"},; ;                          Map.key does not name a shape",
        "\"members\": {\"message\";       \"members\": [], \"was\": {\"message\"; the object \"members\" is missing",
      })
  void shape_broken_namesFileAndPlace(String good, String bad, String message) {
    assertThat(Models.SERVICE).contains(good);
    Models.write(folder, FILE, Models.SERVICE.replace(good, bad == null ? "" : bad));

    assertThatThrownBy(() -> Models.describe(loader().find("small")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Not a service model: ")
        .hasMessageContaining("service-2.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"input\": {\"shape\": \"All\";     \"input\": {\"shape\": \"Text\"",
        "\"output\": {\"shape\": \"Leaf\"};  \"output\": {\"shape\": \"List\"}",
        "{\"shape\": \"Bad\"};               {\"shape\": \"Long\"}",
      })
  void operation_ofOtherThanStructures_isAModelException(String good, String bad) {
    assertThat(Models.SERVICE).contains(good);
    Models.write(folder, FILE, Models.SERVICE.replace(good, bad));
    OperationModel operation = loader().find("small").operation("Do");

    assertThatThrownBy(
            () -> {
              operation.input();
              operation.output();
              operation.errors();
            })
        .isInstanceOf(ModelException.class);
  }
}
