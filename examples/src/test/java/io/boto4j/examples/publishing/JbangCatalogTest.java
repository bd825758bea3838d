package io.boto4j.examples.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every alias of jbang-catalog.json names a published artifact and its program, or a script. */
final class JbangCatalogTest {
  @TempDir Path folder;

  @Test
  void artifacts_ofAllAliases_arePublishedAndHaveTheirProgram() throws IOException {
    String version = Pom.root().text("version");
    int count = 0;
    for (Map<?, ?> alias : aliases()) {
      String reference = String.valueOf(alias.get("script-ref"));
      if (!reference.contains(":")) {
        continue;
      }
      count++;
      Pom pom =
          Pom.published().stream()
              .filter(p -> reference.equals("io.boto4j:" + p.artifactId() + ":" + version))
              .findFirst()
              .orElseThrow(() -> new AssertionError(reference + " is not published"));
      String program = String.valueOf(alias.get("main")).replace('.', '/') + ".java";
      assertThat(pom.folder().resolve("src").resolve("main").resolve("java").resolve(program))
          .exists();
    }
    assertThat(count).isEqualTo(4);
  }

  @Test
  void dependencies_ofAllAliases_haveTheVersionsOfTheBuild() throws IOException {
    Pom root = Pom.root();
    for (Map<?, ?> alias : aliases()) {
      if (alias.get("dependencies") instanceof List<?> dependencies) {
        for (Object dependency : dependencies) {
          String coordinates = String.valueOf(dependency);
          String group = coordinates.substring(0, coordinates.indexOf(':'));
          String property = group.substring(group.lastIndexOf('.') + 1) + ".version";
          assertThat(coordinates).endsWith(":" + root.elements(property).get(0).getTextContent());
        }
      }
    }
  }

  @Test
  void scripts_ofAllAliases_compileWithTheirDependencies() throws IOException {
    String version = Pom.root().text("version");
    for (Map<?, ?> alias : aliases()) {
      String reference = String.valueOf(alias.get("script-ref"));
      if (reference.contains(":")) {
        continue;
      }
      Path script = Pom.ROOT.resolve(reference);
      assertThat(Files.readString(script)).contains("//DEPS io.boto4j:boto4j:" + version + "\n");

      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter messages = new StringWriter();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        boolean compiled =
            compiler
                .getTask(
                    messages,
                    files,
                    null,
                    List.of(
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(script))
                .call();
        assertThat(compiled).as("%s: %s", script, messages).isTrue();
      }
    }
  }

  private static List<Map<?, ?>> aliases() throws IOException {
    String text = Files.readString(Pom.ROOT.resolve("jbang-catalog.json"));
    Map<?, ?> catalog = (Map<?, ?>) Json.read(text);
    Map<?, ?> aliases = (Map<?, ?>) catalog.get("aliases");
    return aliases.values().stream().<Map<?, ?>>map(alias -> (Map<?, ?>) alias).toList();
  }
}
