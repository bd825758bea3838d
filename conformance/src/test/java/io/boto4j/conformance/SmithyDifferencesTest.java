package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.smithy.SmithyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Services read from Smithy models are the same as from botocore's files, except for what {@code
 * smithy-differences.txt} lists with a reason. All traits of all operations, shapes and members are
 * compared, without the texts of documentation; the endpoint rules are compared elsewhere.
 */
final class SmithyDifferencesTest {
  private static final String FILE = "smithy-differences.txt";

  @Test
  void services_fromSmithyAndBotocore_differAsListed() throws IOException {
    KnownDifferences known = KnownDifferences.read(FILE);
    List<String> unlisted = new ArrayList<>();
    int count = 0;
    for (PublishedModels model : PublishedModels.values()) {
      for (String difference : differences(model)) {
        count++;
        if (known.reason(difference) == null) {
          unlisted.add(difference);
        }
      }
    }
    System.out.println("Smithy: " + count + " differences, by reason:");
    known.reasons().forEach((reason, n) -> System.out.println("  " + n + ": " + reason));
    assertThat(unlisted).as("differences that " + FILE + " does not list").isEmpty();
    assertThat(known.unused()).as("lines of " + FILE + " without a difference").isEmpty();
  }

  private static List<String> differences(PublishedModels model) throws IOException {
    SmithyService smithy = model.read();
    Path folder =
        Path.of(System.getProperty("boto4j.base.models"), model.service(), smithy.apiVersion());
    Map<String, Object> botocore = file(folder, "service-2");
    List<String> found =
        new ArrayList<>(
            TreeDifferences.between(
                model.service(), comparable(botocore), comparable(smithy.service())));
    found.addAll(
        TreeDifferences.between(
            model.service(),
            Map.of("paginators", inner(file(folder, "paginators-1"), "pagination")),
            Map.of("paginators", inner(smithy.paginators(), "pagination"))));
    found.addAll(
        TreeDifferences.between(
            model.service(),
            Map.of("waiters", inner(file(folder, "waiters-2"), "waiters")),
            Map.of("waiters", inner(smithy.waiters(), "waiters"))));
    found.addAll(
        TreeDifferences.between(
            model.service(),
            Map.of("examples", names(inner(file(folder, "examples-1"), "examples"))),
            Map.of("examples", names(inner(smithy.examples(), "examples")))));
    return found;
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, Object> file(Path folder, String name) throws IOException {
    Path path = folder.resolve(name + ".json");
    return Files.exists(path)
        ? (Map<String, Object>) new JsonReader(Files.readAllBytes(path)).readValue()
        : Map.of();
  }

  private static Map<?, ?> inner(Map<String, Object> file, String key) {
    return file.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  private static Map<String, Object> names(Map<?, ?> map) {
    Map<String, Object> names = new LinkedHashMap<>();
    map.keySet().forEach(key -> names.put(String.valueOf(key), Map.of()));
    return names;
  }

  /** Returns a tree without texts, and with lists whose order has no meaning sorted. */
  private static Object comparable(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach(
        (key, child) -> {
          if (key.equals("documentation") && child instanceof String) {
            return;
          }
          if (key.equals("errors") && child instanceof List<?> errors) {
            tree.put("errors", errorNames(errors));
          } else if (key.equals("required") && child instanceof List<?> required) {
            tree.put("required", new TreeSet<Object>(required));
          } else {
            tree.put(String.valueOf(key), comparable(child));
          }
        });
    return tree;
  }

  private static Map<String, Object> errorNames(List<?> errors) {
    Map<String, Object> names = new LinkedHashMap<>();
    for (Object error : errors) {
      names.put(String.valueOf(((Map<?, ?>) error).get("shape")), Map.of());
    }
    return names;
  }
}
