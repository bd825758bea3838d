package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelOrigin;
import io.boto4j.model.ServiceModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/services.md lists every service with the date of its model. Run with {@code
 * -Dboto4j.write=true} to write it.
 */
final class ServicesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "services.md");
  private static final String BEGIN = "<!-- services: written by ServicesPageTest -->\n";

  @Test
  void table_inTheDocs_listsTheServices() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String written = page.substring(0, begin) + table();
    if (Boolean.getBoolean("boto4j.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(page).as("run this test with -Dboto4j.write=true").isEqualTo(written);
  }

  private static String table() {
    ModelLoader loader = ModelLoader.builtIn();
    Session session =
        Session.builder().environment(Map.of()).home(Path.of("target", "no-home")).build();
    List<ModelOrigin> models = session.models();
    Map<String, Integer> sources = new TreeMap<>();
    StringBuilder rows = new StringBuilder();
    int operations = 0;
    for (ModelOrigin origin : models) {
      ServiceModel model = Objects.requireNonNull(loader.find(origin.service()));
      int count = model.operationNames().size();
      operations += count;
      sources.merge(origin.source(), 1, Integer::sum);
      rows.append("| ").append(origin.service());
      rows.append(" | ").append(model.metadata().text("serviceFullName"));
      rows.append(" | ").append(origin.apiVersion());
      rows.append(" | ").append(count);
      rows.append(" | ").append(origin.date()).append(" |\n");
    }
    StringBuilder table = new StringBuilder();
    table.append(
        """

        There are %,d services with %,d operations.

        | source | services |
        |---|---|
        """
            .formatted(models.size(), operations));
    sources.forEach(
        (source, count) ->
            table.append("| ").append(source).append(" | ").append(count).append(" |\n"));
    table.append(
        """

        | service | name | API version | operations | date of the model |
        |---|---|---|---|---|
        """);
    return table.append(rows).toString();
  }
}
