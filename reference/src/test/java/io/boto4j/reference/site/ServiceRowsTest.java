package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import org.junit.jupiter.api.Test;

final class ServiceRowsTest {
  @Test
  void builtIn_rowsOfTheJar_areThoseOfTheModels() {
    assertThat(ServiceRows.builtIn())
        .hasSizeGreaterThan(400)
        .containsExactlyElementsOf(
            ServiceRows.of(new Services(ModelLoader.builtIn(), /* builtIn= */ true)));
  }
}
