package io.boto4j.typed.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the plugin, and what it does where it cannot check. */
final class CheckPluginTest {
  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "ledger", "protocol": "json",
         "jsonVersion": "1.0", "serviceId": "Ledger", "signatureVersion": "v4",
         "targetPrefix": "Ledger", "uid": "ledger-2026-01-01"},
       "operations": {"Post": {"name": "Post", "http": {"method": "POST", "requestUri": "/"},
         "input": {"shape": "Entry"}}},
       "shapes": {"Entry": {"type": "structure", "required": ["Amount"],
         "members": {"Amount": {"shape": "Cents"}}}, "Cents": {"type": "long"}}}
      """;

  @TempDir Path folder;

  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source =
        Compilation.source(
            folder,
            "Ledger.java",
            """
            import io.boto4j.Session;
            import java.util.Map;

            class Ledger {
              void post(Session session) {
                session.client("acme-ledger").call("Post", Map.of("Amont", 3));
              }
            }
            """);
  }

  @Test
  void models_ofTheProject_areChecked() throws IOException {
    Path models = folder.resolve("models");
    Compilation.source(models, "acme-ledger/2026-01-01/service-2.json", MODEL);

    assertThat(compiled("-Xplugin:boto4j-check models=" + models))
        .containsExactly(
            "6:55 error: [boto4j] Post has no parameter \"Amont\". Did you mean Amount?");
  }

  @Test
  void client_thatSpringInjects_isChecked() throws IOException {
    Path annotation =
        Compilation.source(
            folder,
            "io/boto4j/spring/AwsClient.java",
            "package io.boto4j.spring; public @interface AwsClient { String value(); }");
    Path orders =
        Compilation.source(
            folder,
            "Orders.java",
            """
            import io.boto4j.Client;
            import io.boto4j.spring.AwsClient;

            class Orders {
              private final Client sqs;

              Orders(@AwsClient("sqs") Client sqs) {
                this.sqs = sqs;
              }

              void list() {
                sqs.call("ListQueue");
              }
            }
            """);

    assertThat(Compilation.run(folder, List.of(annotation, orders), "-Xplugin:boto4j-check"))
        .singleElement()
        .asString()
        .contains("12:14 error: [boto4j] ", "Did you mean ListQueues");
  }

  @Test
  void service_withoutModelAndNearName_isAWarningWithTheRemedy() {
    assertThat(compiled("-Xplugin:boto4j-check"))
        .singleElement()
        .asString()
        .startsWith("6:20 warning: [boto4j] Unknown service: 'acme-ledger'.")
        .endsWith(
            "If the model is your own, name its folder: -Xplugin:\"boto4j-check models=FOLDER\".");
  }

  @Test
  void options_thatAreWrong_areErrorsOnce() {
    assertThat(compiled("-Xplugin:boto4j-check modells=src"))
        .first()
        .asString()
        .endsWith("error: boto4j-check has no option \"modells=src\"; it has models=FOLDER.");
    assertThat(compiled("-Xplugin:boto4j-check models=" + folder.resolve("none")))
        .first()
        .asString()
        .contains("error: boto4j-check finds no folder of models at ")
        .endsWith("none.");
  }

  /** In a process of its own, because javac finds classes of this one before the processor path. */
  @Test
  void processorPath_withoutModels_isReportedWithTheArtifact() throws Exception {
    String classPath = System.getProperty("java.class.path");
    String withoutModels =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("boto4j-models"))
            .filter(entry -> !entry.endsWith(Path.of("models", "target", "classes").toString()))
            .collect(Collectors.joining(File.pathSeparator));
    Path printed = folder.resolve("printed.txt");

    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "-Xplugin:boto4j-check",
                "-cp",
                classPath,
                "-processorpath",
                withoutModels,
                "-d",
                folder.toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start()
            .waitFor();

    assertThat(status).isZero();
    assertThat(Files.readString(printed))
        .contains(
            "Ledger.java:6: warning: [boto4j] Unknown service: 'acme-ledger'.",
            " No models are on the processor path: add io.boto4j:boto4j-models to it.");
  }

  @Test
  void errors_ofTheLanguage_areTheOnlyOnes() throws IOException {
    Files.writeString(
        source,
        """
        class Ledger {
          void post(Session session) {
            session.client("dynamodb").call("PutItm", noSuchVariable).text(1, 2).no();
          }
        }
        """);

    assertThat(compiled("-Xplugin:boto4j-check"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("boto4j-check failed"))
        .allMatch(line -> line.contains("cannot find symbol"));
  }

  private List<String> compiled(String... options) {
    return Compilation.run(folder, List.of(source), options);
  }
}
