package io.boto4j.local.stepfunctions.asl;

import io.boto4j.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in templates: members whose names end in {@code .$} have paths or functions as values. */
public final class Template {
  private final @Nullable Object input;
  private final Map<String, ?> context;

  /**
   * Creates a way to fill in templates.
   *
   * @param input what {@code $} means
   * @param context what {@code $$} means
   */
  public Template(@Nullable Object input, Map<String, ?> context) {
    this.input = input;
    this.context = context;
  }

  /**
   * Fills in a template.
   *
   * @param template the template
   * @return the document
   * @throws Failure if a path leads nowhere
   */
  public @Nullable Object fill(@Nullable Object template) {
    if (template instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (name.endsWith(".$")) {
              String expression = String.valueOf(value);
              filled.put(name.substring(0, name.length() - 2), value(expression, name));
            } else {
              filled.put(name, fill(value));
            }
          });
      return filled;
    }
    if (template instanceof Collection<?> list) {
      List<@Nullable Object> filled = new ArrayList<>();
      list.forEach(each -> filled.add(fill(each)));
      return filled;
    }
    return template;
  }

  private @Nullable Object value(String expression, String field) {
    if (!expression.startsWith("$")) {
      return new Functions(this).call(expression);
    }
    boolean present =
        expression.startsWith("$$")
            ? JsonPath.isPresent(context, expression.substring(1))
            : JsonPath.isPresent(input, expression);
    if (!present && !isIndefinite(expression)) {
      throw Failure.runtime(
          "The JSONPath '"
              + expression
              + "' specified for the field '"
              + field
              + "' could not be found in the input '"
              + Json.write(input)
              + "'");
    }
    return path(expression);
  }

  private static boolean isIndefinite(String path) {
    return path.contains("*") || path.contains("..") || path.contains("?") || path.contains(":");
  }

  /**
   * Reads a path on the input, or on the context if it begins with {@code $$}.
   *
   * @param path the path
   * @return what it leads to
   * @throws Failure if it leads nowhere
   */
  public @Nullable Object path(String path) {
    return path.startsWith("$$")
        ? JsonPath.read(context, path.substring(1))
        : JsonPath.read(input, path);
  }

  /**
   * Whether a path leads to a value.
   *
   * @param path the path
   * @return whether there is one
   */
  public boolean isPresent(String path) {
    return path.startsWith("$$")
        ? JsonPath.isPresent(context, path.substring(1))
        : JsonPath.isPresent(input, path);
  }

  /**
   * Reads a path or calls a function.
   *
   * @param expression either of them
   * @return the value
   */
  public @Nullable Object evaluate(String expression) {
    return expression.startsWith("$") ? path(expression) : new Functions(this).call(expression);
  }
}
