package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/derived-resources.md lists the types that are derived. Run with {@code
 * -Dboto4j.write=true} to write it.
 */
final class DerivedResourcesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "derived-resources.md");
  private static final String BEGIN = "<!-- types: written by DerivedResourcesPageTest -->\n";

  @Test
  void table_inTheDocs_listsTheDerivedTypes() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String written = page.substring(0, begin) + table();
    if (Boolean.getBoolean("boto4j.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(page).as("run this test with -Dboto4j.write=true").isEqualTo(written);
  }

  private static String table() {
    StringBuilder rows = new StringBuilder();
    int types = 0;
    int services = 0;
    ModelLoader loader = ModelLoader.builtIn();
    for (String service : loader.services()) {
      StringJoiner names = new StringJoiner(", ");
      for (ResourceType each : ServiceResources.of(loader.find(service)).types().values()) {
        if (each.isDerived()) {
          names.add(each.name());
          types++;
        }
      }
      if (names.length() > 0) {
        rows.append("| ").append(service).append(" | ").append(names).append(" |\n");
        services++;
      }
    }
    String head =
        "\nThere are %,d derived types in %d services.\n\n| service | types |\n|---|---|\n";
    return head.formatted(types, services) + rows;
  }
}
