package io.boto4j.benchmarks.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a made-up checkout. */
final class StructureTest {
  @TempDir Path folder;

  @BeforeEach
  void writeCheckout() throws IOException {
    write("README.md", "one\ntwo\n");
    write("docs/guide/first.md", "three\n");
    source("core", "package-info", "/** Not counted. */\npackage io.boto4j;\n");
    source(
        "core",
        "Client",
        """
        package io.boto4j;

        import io.boto4j.parts.Pool;

        /**
         * A client.
         */
        public final class Client {
          static final int LIMIT = 1; // "not a line of comment"
          private final Pool pool;
          private final Settings settings;
          private Object a, b, c, d, e, f, g, h, i, j, k, l;

          Client(Pool pool) {
            this.pool = pool;
            this.settings = new io.boto4j.Settings();
          }

          record Wide(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j,
              int k, int l, int m, int n, int o) {}

          static final class Retry {}
        }
        """);
    source("core", "Settings", "package io.boto4j;\n\nfinal class Settings {\n  Retry retry;\n}\n");
    source(
        "core",
        "Retry",
        """
        package io.boto4j;

        /** Not {@link Client}. */
        final class Retry {
          String text = \"""
              // Client \\\"""
              /* Client */ \""";
          char quote = '"'; /* Client */
        }
        """);
    source(
        "core",
        "parts/Pool",
        "package io.boto4j.parts;\n\nimport io.boto4j.Client;\n\npublic interface Pool {\n"
            + "  Client.Retry retry();\n\n  @Deprecated\n  default void close() {\n"
            + "\n".repeat(60)
            + "  }\n}\n");
    source("tests", "Probe", "package io.boto4j;\n\nclass Probe {}\n");
    write("tests/pom.xml", "<maven.deploy.skip>true</maven.deploy.skip>");
  }

  @Test
  void figures_checkout_countsPublishedSources() throws IOException {
    Map<String, String> figures = new Figures(Checkout.read(folder)).all();

    assertThat(figures)
        .containsEntry("main source files", "4")
        .containsEntry("median lines per file", "16")
        .containsEntry("files over 600 lines", "0")
        .containsEntry("lines of CallRoad.java", "–")
        .containsEntry("methods", "3")
        .containsEntry("methods over 60 lines", "1")
        .containsEntry("longest method", "Pool.close, 63")
        .containsEntry("most instance fields", "Client, 14")
        .containsEntry("classes with more than 12 of them", "1")
        .containsEntry("public types in io.boto4j", "1")
        .containsEntry("package-private types in io.boto4j", "2")
        .containsEntry("classes in the largest cycle", "2")
        .containsEntry("classes in cycles", "2")
        .containsEntry("comment lines", "4")
        .containsEntry("docs lines", "3");
  }

  @Test
  void dependencies_namesInCode_areImportedQualifiedOrOfThePackage() throws IOException {
    ClassGraph graph = new ClassGraph(Checkout.read(folder).files());

    assertThat(graph.dependencies("io.boto4j.Client"))
        .containsExactly("io.boto4j.Settings", "io.boto4j.parts.Pool");
    assertThat(graph.dependencies("io.boto4j.Settings")).containsExactly("io.boto4j.Retry");
    assertThat(graph.dependencies("io.boto4j.Retry")).isEmpty();
    assertThat(graph.cycles()).containsExactly(Set.of("io.boto4j.Client", "io.boto4j.parts.Pool"));
  }

  @Test
  void report_twoCheckouts_haveAColumnEach() throws IOException {
    String path = folder.toString();

    assertThat(Structure.report(List.of(path, path), true))
        .startsWith("|  | " + path + " | " + path + " |\n|---|---:|---:|\n")
        .contains("| methods | 3 | 3 |\n")
        .endsWith(path + ": Client 14\n");
  }

  @Test
  void read_noSources_isRefused() {
    assertThatThrownBy(() -> Checkout.read(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No published module with src/main/java in ");
  }

  @Test
  void read_notJava_namesTheFile() throws IOException {
    source("core", "Broken", "package io.boto4j;\n\nclass {\n");

    assertThatThrownBy(() -> Checkout.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Broken.java:3");
  }

  private void source(String module, String type, String text) throws IOException {
    write(module + "/src/main/java/" + type + ".java", text);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
