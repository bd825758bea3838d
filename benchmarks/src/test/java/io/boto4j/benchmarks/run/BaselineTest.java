package io.boto4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
  @TempDir Path folder;

  @Test
  void jars_folderOfJars_areTheThreeOfTheRuntime() throws IOException {
    files(
        "boto4j-1.2.jar", "boto4j-models-1.2.jar", "boto4j-model-1.2.jar", "boto4j-local-1.2.jar");

    assertThat(jars())
        .containsExactly("boto4j-1.2.jar", "boto4j-model-1.2.jar", "boto4j-models-1.2.jar");
  }

  @Test
  void jars_builtCheckout_areThoseOfItsModules() throws IOException {
    files(
        "boto4j/target/boto4j-0.1.0-SNAPSHOT.jar",
        "boto4j/target/boto4j-0.1.0-SNAPSHOT-sources.jar",
        "boto4j/target/boto4j-0.1.0-SNAPSHOT-javadoc.jar",
        "model/target/boto4j-model-0.1.0-SNAPSHOT.jar",
        "model-compiler/target/boto4j-model-compiler-0.1.0-SNAPSHOT.jar",
        "models/target/boto4j-models-0.1.0-SNAPSHOT.jar",
        "models/target/boto4j-models-0.1.0-SNAPSHOT-docs.jar");

    assertThat(jars())
        .containsExactly(
            "boto4j/target/boto4j-0.1.0-SNAPSHOT.jar",
            "model/target/boto4j-model-0.1.0-SNAPSHOT.jar",
            "models/target/boto4j-models-0.1.0-SNAPSHOT.jar");
  }

  @Test
  void jars_oneMissing_namesItAndThePlaces() throws IOException {
    files("boto4j-1.2.jar", "boto4j-models-1.2.jar");

    assertThatThrownBy(() -> Baseline.jars(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The baseline needs one boto4j-model-VERSION.jar, in %1$s/*.jar or %1$s/*/target/*.jar;"
                + " found none",
            folder);
  }

  @Test
  void jars_noFolder_isRefused() {
    assertThatThrownBy(() -> Baseline.jars(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found none");
  }

  @Test
  void jars_twoVersions_namesBoth() throws IOException {
    files("boto4j-1.2.jar", "boto4j-1.3.jar", "boto4j-model-1.2.jar", "boto4j-models-1.2.jar");

    assertThatThrownBy(() -> Baseline.jars(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boto4j-1.2.jar, ")
        .hasMessageContaining("boto4j-1.3.jar]");
  }

  private List<String> jars() {
    List<String> names = new ArrayList<>();
    for (String jar : Baseline.jars(folder)) {
      names.add(folder.relativize(Path.of(jar)).toString());
    }
    return names;
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }
}
