package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java examples of all operations. Its name keeps it out of a build; the profile {@code
 * all-examples} runs it.
 */
final class AllExamplesSuite {
  /** The examples of other languages, which {@code check_examples.py} runs. */
  private static final Path FILE = Path.of("target", "examples.jsonl");

  private static int operations;
  private static int examples;

  static List<String> services() {
    return ModelLoader.builtIn().services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void examples_ofService_passTheCheck(String service) {
    CheckedJava.Result result = CheckedJava.of(service);
    operations += result.operations();
    examples += result.examples();
    assertThat(result.printed()).isEmpty();
  }

  @Test
  void examples_ofOtherLanguages_areWritten() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(FILE)) {
      for (String service : services()) {
        ServiceModel model = ModelLoader.builtIn().find(service);
        for (String operation : model.operationNames()) {
          for (Example example : Examples.of(model, model.operation(operation))) {
            out.write(json(service, operation, example));
          }
        }
      }
    }
    assertThat(FILE).isNotEmptyFile();
  }

  private static String json(String service, String operation, Example example) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("service", new Value.Text(service));
    entries.put("operation", new Value.Text(operation));
    example.code().forEach((key, code) -> entries.put(key.name(), new Value.Text(code.text())));
    return new JsonLiterals(true).of(new Value.Entries(entries)).flat() + "\n";
  }

  @AfterAll
  @SuppressWarnings("SystemOut") // the result of the suite
  static void print() {
    System.out.println("Compiled " + examples + " examples of " + operations + " operations");
  }
}
