package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.util.List;
import java.util.Map;

/** Sources of every operation of a service, compiled with all warnings as errors. */
final class EveryOperation {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  private EveryOperation() {}

  /**
   * The size of what was generated.
   *
   * @param lines the lines of the sources
   * @param classes the number of classes
   * @param bytes the size of the classes
   */
  record Size(long lines, long classes, long bytes) {
    Size plus(Size other) {
      return new Size(lines + other.lines, classes + other.classes, bytes + other.bytes);
    }
  }

  static List<String> services() {
    return MODELS.services();
  }

  static Size compiled(String service) {
    Map<String, String> sources =
        new Generator(ModelLoader.builtIn())
            .generate(new Choice(service, List.of(), true, "", "com.acme.gen"));
    Compilation compilation = Compilation.of("com.acme.gen", sources);
    assertThat(compilation.messages()).as(service).isEmpty();
    long lines = 0;
    for (String source : sources.values()) {
      lines += source.lines().count();
    }
    return new Size(lines, compilation.size(), compilation.bytes());
  }
}
