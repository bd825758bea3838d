package io.boto4j.modelcompiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line, with a local Maven repository and no network. */
final class ModelCompilerTest {
  private static final String ARTIFACT = "com.example:base";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path repository;

  @BeforeEach
  void createRepository() throws IOException {
    repository = Files.createDirectory(folder.resolve("repository"));
    // Without this file the settings of whoever runs the tests would be read.
    Files.writeString(folder.resolve("settings.xml"), "<settings/>");
  }

  @Test
  void compile_folder_writesPacksThatCanBeLoaded() throws IOException {
    SmallService.write(folder, "data/small/2026-01-01/service-2.json", SmallService.JSON);

    assertThat(run("compile", folder("data"), "--models", folder("out"))).isZero();

    try (URLClassLoader packs = loader("out")) {
      ServiceModel model = ModelLoader.of(List.of(), packs).find("small");
      assertThat(model.operationNames()).containsExactly("Do", "Rest");
      assertThat(ModelLoader.of(List.of(), packs).root("sources")).isEmpty();
    }
    assertThat(out.toString()).contains("model packs: 1 services, 1 versions, 2 operations");
  }

  @Test
  void compile_smithyModel_hasTheNameOfItsIdOrTheGivenOne() throws IOException {
    SmallService.write(folder, "ledger.json", SMITHY);

    assertThat(run("compile", folder("ledger.json"), "--models", folder("a"))).isZero();
    assertThat(
            run(
                "compile",
                folder("ledger.json"),
                "--models",
                folder("b"),
                "--name",
                "Acme Ledger=ledger"))
        .isZero();

    try (URLClassLoader packs = loader("a")) {
      assertThat(ModelLoader.of(List.of(), packs).services()).containsExactly("acme-ledger");
    }
    try (URLClassLoader packs = loader("b")) {
      ModelLoader loader = ModelLoader.of(List.of(), packs);
      assertThat(loader.services()).containsExactly("ledger");
      assertThat(loader.find("ledger").operation("List").name()).isEqualTo("List");
      assertThat(loader.root("service-names")).isEqualTo(Map.of("Acme Ledger", "ledger"));
    }
  }

  @Test
  void compile_missingFile_namesIt() {
    assertThat(run("compile", folder("nowhere.json"), "--models", folder("out"))).isEqualTo(1);
    assertThat(err.toString()).contains("model-compiler: ").contains("nowhere.json");
  }

  @Test
  void compile_truncatedModel_namesFileAndPlace() throws IOException {
    SmallService.write(folder, "ledger.json", SMITHY.substring(0, 200));

    assertThat(run("compile", folder("ledger.json"), "--models", folder("out"))).isEqualTo(1);
    assertThat(err.toString()).contains("ledger.json");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void run_withoutSubcommandOrOption_printsUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Missing subcommand: compile or update");
    assertThat(run("compile", folder("data"))).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: --models");
  }

  @Test
  void update_newerVersion_isWrittenAndDescribed() throws IOException {
    Path first = install("1.0", SmallService.JSON);
    install("1.1", SmallService.JSON.replace("\"Rest\"", "\"Sleep\""));
    Path sources = folder.resolve("sources.txt");
    Files.writeString(
        sources, "# pinned\nbase * " + ARTIFACT + " 1.0 2026-01-01 " + hash(first) + "\n");

    assertThat(update("--models", folder("out"))).as(err.toString()).isZero();

    assertThat(out.toString())
        .contains("com.example:base: from 1.0 of 2026-01-01 to 1.1 of ")
        .contains("new operation Sleep")
        .contains("BREAKING: the operation Rest was removed")
        .contains("written: " + sources);
    assertThat(Files.readString(sources))
        .startsWith("# pinned\nbase     *  com.example:base  1.1  ");
    try (URLClassLoader packs = loader("out")) {
      ModelLoader loader = ModelLoader.of(List.of(), packs);
      assertThat(loader.find("small").operationNames()).containsExactly("Do", "Sleep");
      assertThat(loader.root("sources").get("sources").toString()).contains("com.example:base:1.1");
    }

    assertThat(update()).isZero();
    assertThat(out.toString()).contains("every artifact is the newest one");
  }

  @Test
  void update_dryRun_leavesTheFile() throws IOException {
    Path first = install("1.0", SmallService.JSON);
    install("1.1", SmallService.JSON.replace("\"Rest\"", "\"Sleep\""));
    Path sources = folder.resolve("sources.txt");
    String before = "base * " + ARTIFACT + " 1.0 2026-01-01 " + hash(first) + "\n";
    Files.writeString(sources, before);

    assertThat(update("--dry-run")).isZero();

    assertThat(out.toString()).contains("new operation Sleep").doesNotContain("written");
    assertThat(Files.readString(sources)).isEqualTo(before);
  }

  @Test
  void update_wrongHash_changesNothing() throws IOException {
    install("1.0", SmallService.JSON);
    install("1.1", SmallService.JSON);
    Path sources = folder.resolve("sources.txt");
    String before = "base * " + ARTIFACT + " 1.0 2026-01-01 " + "0".repeat(64) + "\n";
    Files.writeString(sources, before);

    assertThat(update()).isEqualTo(1);

    assertThat(err.toString()).contains("The jar with the models is not the pinned one");
    assertThat(Files.readString(sources)).isEqualTo(before);
  }

  private static final String SMITHY =
      """
      {"smithy": "2.0", "shapes": {
        "com.acme#Ledger": {"type": "service", "version": "2026-01-01",
          "operations": [{"target": "com.acme#List"}],
          "traits": {"aws.api#service": {"sdkId": "Acme Ledger", "endpointPrefix": "ledger"},
            "aws.auth#sigv4": {"name": "ledger"}, "aws.protocols#awsJson1_0": {}}},
        "com.acme#List": {"type": "operation", "input": {"target": "smithy.api#Unit"},
          "output": {"target": "smithy.api#Unit"}}}}
      """;

  private int update(String... options) {
    String[] arguments = {
      "update",
      "--sources",
      folder("sources.txt"),
      "--work",
      folder("work"),
      "--local-repository",
      repository.toString(),
      "--settings",
      folder("settings.xml"),
      "--offline"
    };
    String[] all = new String[arguments.length + options.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    return run(all);
  }

  private int run(String... arguments) {
    CommandLine line = ModelCompiler.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    String[] all = arguments;
    if (arguments.length > 0 && arguments[0].equals("compile")) {
      all = new String[arguments.length + 2];
      System.arraycopy(arguments, 0, all, 0, arguments.length);
      all[arguments.length] = "--work";
      all[arguments.length + 1] = folder("work");
    }
    return line.execute(all);
  }

  private String folder(String name) {
    return folder.resolve(name).toString();
  }

  private URLClassLoader loader(String name) throws IOException {
    return new URLClassLoader(new URL[] {folder.resolve(name).toUri().toURL()}, null);
  }

  /** Installs a base in the local repository, as Maven does. */
  private Path install(String version, String service) throws IOException {
    Path home = repository.resolve("com/example/base");
    Path jar = home.resolve(version).resolve("base-" + version + ".jar");
    Files.createDirectories(jar.getParent());
    Files.write(
        jar, TestArchives.zip(Map.of("botocore/data/small/2026-01-01/service-2.json", service)));
    StringBuilder versions = new StringBuilder();
    try (var folders = Files.newDirectoryStream(home, Files::isDirectory)) {
      for (Path each : folders) {
        versions.append("<version>").append(each.getFileName()).append("</version>");
      }
    }
    Files.writeString(
        home.resolve("maven-metadata-local.xml"),
        "<metadata><groupId>com.example</groupId><artifactId>base</artifactId><versioning><versions>"
            + versions
            + "</versions></versioning></metadata>");
    return jar;
  }

  private static String hash(Path jar) throws IOException {
    return TestArchives.sha256(Files.readAllBytes(jar));
  }
}
