package io.boto4j.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SuiteTest {
  @Test
  void suites_ofThePage_haveIdsTitlesAndTestsOfTheirOwn() throws IOException {
    assertThat(Suite.all()).extracting(Suite::id).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    assertThat(Suite.all()).extracting(Suite::title).doesNotHaveDuplicates();
    for (Suite suite : Suite.all()) {
      String source = "src/test/java/" + suite.type().replace('.', '/') + ".java";
      assertThat(Path.of("..", suite.module()).resolve(source)).as(suite.id()).exists();
      assertThat(suite.text()).as(suite.id()).endsWith(".");
    }
  }

  @Test
  void description_withAMistake_isRejectedWithItsName() {
    String good =
        "\"chapter\": \"\", \"title\": \"\", \"by\": \"\", \"module\": \"m\", \"type\": \"T\"";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suite.parse("[{\"id\": \"one\", " + good + "}]"))
        .withMessage("suites.json: one: no text source");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Suite.parse(
                    "[{\"id\": \"one\", \"sizs\": [], \"source\": \"RECORD\", " + good + "}]"))
        .withMessage("suites.json: one: unknown member sizs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suite.parse("[{\"id\": \"one\", \"source\": \"OTHER\", " + good + "}]"))
        .withMessageContaining("OTHER");
  }
}
