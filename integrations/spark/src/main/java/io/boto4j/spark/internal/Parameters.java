package io.boto4j.spark.internal;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an operation, as options give them: {@code parameters} is a JSON object, and
 * {@code param.Name} a single value.
 */
public final class Parameters {
  /** The names of the options with parameters. */
  public static final List<String> OPTIONS = List.of("parameters", "param.");

  private Parameters() {}

  /**
   * Reads the parameters of an operation and checks their names.
   *
   * @param options options that know {@link #OPTIONS}
   * @param operation the operation
   * @return the parameters; a {@code param.} option wins over the same name in {@code parameters}
   * @throws IllegalArgumentException if the JSON is invalid, or the operation has no such parameter
   */
  public static Map<String, Object> of(Options options, OperationModel operation) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String json = options.text("parameters");
    if (json != null) {
      parameters.putAll(object(json, "parameters"));
    }
    for (Map.Entry<String, String> single : options.withPrefix("param.").entrySet()) {
      Member member = member(operation, single.getKey());
      parameters.put(member.name(), value(member, single.getValue()));
    }
    check(parameters, operation);
    return parameters;
  }

  /**
   * Reads a JSON object.
   *
   * @param json the text
   * @param option the option it comes from, for messages
   * @return the members in their order
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public static Map<String, Object> object(String json, String option) {
    try {
      return Params.copyOf(Json.read(json, Structure.class));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The option '" + option + "' is not a JSON object: " + e.getMessage(), e);
    }
  }

  /**
   * Checks the names of parameters.
   *
   * @param parameters the parameters
   * @param operation the operation
   * @throws IllegalArgumentException if the operation has no such parameter
   */
  public static void check(Map<String, ?> parameters, OperationModel operation) {
    for (String name : parameters.keySet()) {
      StructureShape input = operation.input();
      if (input == null || input.member(name) == null) {
        throw unknown(operation, name);
      }
    }
  }

  private static Member member(OperationModel operation, String name) {
    StructureShape input = operation.input();
    if (input != null) {
      for (Member member : input.members()) {
        if (member.name().equalsIgnoreCase(name)) {
          return member;
        }
      }
    }
    throw unknown(operation, name);
  }

  private static IllegalArgumentException unknown(OperationModel operation, String name) {
    StructureShape input = operation.input();
    List<String> known = input == null ? List.of() : input.memberNames();
    return new IllegalArgumentException(
        operation.name()
            + " has no parameter '"
            + name
            + "'."
            + NearNames.hint(name, known)
            + " Its parameters are: "
            + String.join(", ", known)
            + ".");
  }

  /** Text for texts and timestamps; JSON for all other types. */
  private static @Nullable Object value(Member member, String text) {
    ShapeType type = member.shape().type();
    if (type == ShapeType.STRING || type == ShapeType.TIMESTAMP || type == ShapeType.BLOB) {
      return text;
    }
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The option 'param." + member.name() + "' is not JSON: " + e.getMessage(), e);
    }
  }
}
