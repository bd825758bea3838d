package io.boto4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.resource.ResourceDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The definitions that the page about resources shows. */
final class ResourceDefinitionsTest {
  @Test
  void definitions_ofThePage_fitTheModel() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "resources.md"));
    Matcher block =
        Pattern.compile("```\n(# [^`]*?service (\\S+) .*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    ServiceModel model = ModelLoader.builtIn().find(block.group(2));

    ResourceDefinitions definitions = ResourceDefinitions.parse("resources.md", block.group(1));

    assertThat(definitions.problems(model)).isEmpty();
    assertThat(definitions.types()).isNotEmpty();
  }
}
