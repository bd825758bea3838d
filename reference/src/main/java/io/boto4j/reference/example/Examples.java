package io.boto4j.reference.example;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.text.Grammar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The examples of an operation: those that AWS publishes, or else one made from the model. */
public final class Examples {
  private Examples() {}

  /**
   * Returns the examples of an operation.
   *
   * @param service the service
   * @param operation one of its operations
   * @return at least one example
   */
  public static List<Example> of(ServiceModel service, OperationModel operation) {
    List<Example> examples = new ArrayList<>();
    if (ModelParts.of(service).examples().get(operation.name()) instanceof List<?> published) {
      for (Object each : published) {
        Example example = each instanceof Map<?, ?> map ? published(service, operation, map) : null;
        if (example != null) {
          examples.add(example);
        }
      }
    }
    if (examples.isEmpty()) {
      Call call = new Call(service, operation, Inputs.of(service, operation));
      examples.add(new Example("Example", null, code(call), null));
    }
    examples.addAll(TableExamples.of(service.name(), operation.name()));
    return List.copyOf(examples);
  }

  private static @Nullable Example published(
      ServiceModel service, OperationModel operation, Map<?, ?> published) {
    Object json = published.get("input");
    StructureShape shape = operation.input();
    Value.Entries input =
        json == null || shape == null
            ? new Value.Entries(Map.of())
            : new Published(service).structure(json, shape);
    if (input == null || (shape != null && shape.requiredCount() > 0 && json == null)) {
      return null;
    }
    String title = text(published.get("title"));
    return new Example(
        title == null ? "Example" : title,
        text(published.get("description")),
        code(new Call(service, operation, input, names(published.get("output")))),
        output(published.get("output")));
  }

  private static @Nullable String text(@Nullable Object html) {
    String text = html instanceof String string ? Jsoup.parse(string).text().trim() : "";
    return text.isEmpty() ? null : text;
  }

  private static Set<String> names(@Nullable Object map) {
    Set<String> names = new TreeSet<>();
    if (map instanceof Map<?, ?> output) {
      output.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  private static @Nullable Code output(@Nullable Object output) {
    if (!(output instanceof Map<?, ?> map) || map.isEmpty()) {
      return null;
    }
    StringBuilder json = new StringBuilder();
    new JsonLiterals(true).of(Published.document(output)).print(json, 0, 0);
    return Code.of(json.toString(), Grammar.JSON);
  }

  static Map<Language, Code> code(Call call) {
    Map<Language, Code> code = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String text = source(language, call);
      if (text != null) {
        code.put(language, Code.of(text, language.grammar()));
      }
    }
    return code;
  }

  private static @Nullable String source(Language language, Call call) {
    return switch (language) {
      case JAVA -> JavaProgram.of(call);
      case KOTLIN -> KotlinProgram.of(call);
      // boto3 cannot send events.
      case BOTO3 -> call.operation().eventInput() == null ? PythonProgram.of(call) : null;
      case CLI -> CliCommand.of(call);
    };
  }
}
