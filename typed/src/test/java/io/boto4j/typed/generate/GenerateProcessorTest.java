package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateProcessorTest {
  @TempDir private Path folder;

  private static Compilation compile(String packageInfo, String... options) {
    String text = packageInfo + "\npackage com.acme.gen;\n\nimport io.boto4j.typed.Generate;\n";
    return Compilation.of(
        "com.acme.gen", Map.of("package-info", text), new GenerateProcessor(), options);
  }

  @Test
  void annotation_generatesSources_whichAreCompiled() {
    Compilation compilation =
        compile("@Generate(service = \"rds\", operations = {\"StartDBInstance\"})");
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.written())
        .contains("com.acme.gen.Rds", "com.acme.gen.StartDbInstanceRequest");
    assertThat(compilation.load("com.acme.gen.StartDbInstanceRequest").isRecord()).isTrue();
  }

  @Test
  void ownModels_areReadFromTheOption() throws IOException {
    Shelf.in(folder, Shelf.MODEL);
    Compilation compilation =
        compile(
            "@Generate(service = \"shelf\", operations = \"PutBook\", apiVersion = \"2026-01-01\")",
            "-Aboto4j.models=" + folder);
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.written()).contains("com.acme.gen.Shelf", "com.acme.gen.Book");
  }

  @Test
  void folderOfModels_thatDoesNotExist_isReported() {
    assertThat(
            compile(
                    "@Generate(service = \"rds\", operations = \"StartDBInstance\")",
                    "-Aboto4j.models=" + folder.resolve("none"))
                .messages())
        .containsExactly(
            "package-info.java:1:1: -Aboto4j.models: there is no folder " + folder.resolve("none"));
  }

  @Test
  void unknownService_isReportedAtItsName() {
    assertThat(
            compile("@Generate(\n    service = \"rdz\",\n    operations = \"StartDBInstance\")")
                .messages())
        .singleElement()
        .asString()
        .startsWith("package-info.java:2:15: Unknown service: 'rdz'. Did you mean rds");
  }

  @Test
  void unknownOperation_isReportedAtItsName() {
    assertThat(
            compile(
                    "@Generate(\n    service = \"rds\",\n    operations = {\"StartDBInstance\","
                        + " \"StopDBInstanse\"})")
                .messages())
        .singleElement()
        .asString()
        .startsWith(
            "package-info.java:3:38: Unknown operation of rds: 'StopDBInstanse'. Did you mean"
                + " StopDBInstance");
  }

  @Test
  void unknownVersion_isReportedAtIt() {
    assertThat(
            compile(
                    "@Generate(service = \"rds\", operations = \"StartDBInstance\",\n"
                        + "    apiVersion = \"2000-01-01\")")
                .messages())
        .singleElement()
        .asString()
        .startsWith("package-info.java:2:18: Unknown API version of rds: '2000-01-01'.");
  }

  @Test
  void noOperations_areReportedAtTheList() {
    assertThat(compile("@Generate(service = \"rds\", operations = {})").messages())
        .containsExactly("package-info.java:1:41: No operation of rds is named.");
  }

  @Test
  void twoServicesInOnePackage_withoutCommonTypes_areGenerated() {
    Compilation compilation =
        compile(
            "@Generate(service = \"sqs\", operations = \"ListQueues\")\n"
                + "@Generate(service = \"sns\", operations = \"ListTopics\")");
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.written()).contains("com.acme.gen.Sqs", "com.acme.gen.Sns");
  }

  @Test
  void twoServicesInOnePackage_withACommonType_areReported() {
    assertThat(
            compile(
                    "@Generate(service = \"rds\", operations = \"AddTagsToResource\")\n"
                        + "@Generate(service = \"iam\", operations = \"TagRole\")")
                .messages())
        .containsExactly(
            "package-info.java:2:21: Both rds and iam have a type Tag: use a package per service");
  }

  @Test
  void oneServiceTwice_isReported() {
    assertThat(
            compile(
                    "@Generate(service = \"rds\", operations = \"StartDBInstance\")\n"
                        + "@Generate(service = \"rds\", operations = \"StopDBInstance\")")
                .messages())
        .containsExactly(
            "package-info.java:2:21: rds is generated twice: name all its operations in one"
                + " @Generate");
  }

  @Test
  void oneOfSeveral_isReportedAtItsValue() {
    assertThat(
            compile(
                    "@Generate(service = \"rds\", operations = \"StartDBInstance\")\n"
                        + "@Generate(service = \"sqs\", operations = {\"ListQueues\", \"SendMesage\"})")
                .messages())
        .singleElement()
        .asString()
        .startsWith(
            "package-info.java:2:56: Unknown operation of sqs: 'SendMesage'. Did you mean"
                + " SendMessage");
  }

  @Test
  void severalInTheirContainer_areReportedAtTheValue() {
    assertThat(
            compile(
                    "@Generate.All({\n  @Generate(service = \"rds\", operations = \"StartDBInstance\"),\n"
                        + "  @Generate(service = \"sqz\", operations = \"ListQueues\")})")
                .messages())
        .singleElement()
        .asString()
        .startsWith("package-info.java:3:23: Unknown service: 'sqz'.");
  }

  @Test
  void type_thatTheUserHasWritten_isReported() {
    Compilation compilation =
        Compilation.of(
            "com.acme.gen",
            Map.of(
                "package-info",
                """
                @Generate(service = "rds", operations = "StartDBInstance")
                package com.acme.gen;
                import io.boto4j.typed.Generate;
                """,
                "Rds",
                "package com.acme.gen;\n\nfinal class Rds {}\n"),
            new GenerateProcessor());
    assertThat(compilation.messages())
        .anyMatch(
            each ->
                each.startsWith("package-info.java:1:1: ") && each.contains("com.acme.gen.Rds"));
  }
}
