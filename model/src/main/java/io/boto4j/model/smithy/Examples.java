package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the {@code examples} of operations, except those of errors. */
final class Examples {
  private static final String EXAMPLES = "smithy.api#examples";

  private Examples() {}

  /** Returns the content of {@code examples-1.json}. */
  static Map<String, Object> file(Map<String, AstShape> operations) {
    Map<String, Object> examples = new LinkedHashMap<>();
    for (Map.Entry<String, AstShape> operation : operations.entrySet()) {
      Node trait = operation.getValue().trait(EXAMPLES);
      List<Object> converted = trait == null ? List.of() : converted(trait);
      if (!converted.isEmpty()) {
        examples.put(operation.getKey(), converted);
      }
    }
    return examples.isEmpty() ? Map.of() : Map.of("version", "1.0", "examples", examples);
  }

  private static List<Object> converted(Node trait) {
    List<Object> converted = new ArrayList<>();
    for (Node example : trait.elements()) {
      if (example.get("error") == null) {
        converted.add(converted(example, converted.size() + 1));
      }
    }
    return converted;
  }

  private static Map<String, Object> converted(Node example, int number) {
    String title = example.require("title").text();
    Map<String, Object> tree = new LinkedHashMap<>();
    putObject(tree, "input", example.get("input"));
    putObject(tree, "output", example.get("output"));
    String description = example.textOf("documentation");
    if (description != null) {
      tree.put("description", description);
    }
    tree.put("id", title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number);
    tree.put("title", title);
    return tree;
  }

  private static void putObject(Map<String, Object> tree, String name, @Nullable Node value) {
    if (value != null) {
      tree.put(name, value.object());
    }
  }
}
