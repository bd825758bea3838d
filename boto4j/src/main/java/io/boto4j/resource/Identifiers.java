package io.boto4j.resource;

import io.boto4j.model.NearNames;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.SnakeCase;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The identifiers of a sub-resource: some from the resource it belongs to, the rest given. */
final class Identifiers {
  private Identifiers() {}

  static Map<String, Object> inOrder(
      TypeModel to, ResourceResult result, Scope scope, @Nullable Object[] given) {
    List<String> open = open(to, result);
    if (given.length > open.size()) {
      throw new IllegalArgumentException(
          to.label() + " takes " + list(open) + ", but " + given.length + " values are given");
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i++) {
      named.put(open.get(i), given[i]);
    }
    return complete(to, result, scope, named);
  }

  static Map<String, Object> byName(
      TypeModel to, ResourceResult result, Scope scope, Map<String, ?> given) {
    List<String> open = open(to, result);
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          Identifier identifier = to.identifier(name);
          if (identifier == null) {
            List<String> names = to.identifiers().names();
            throw new IllegalArgumentException(
                to.label()
                    + " has no identifier '"
                    + name
                    + "'."
                    + NearNames.hint(name, names)
                    + " It takes "
                    + list(open)
                    + ".");
          }
          if (!open.contains(identifier.name())) {
            throw new IllegalArgumentException(
                "The identifier "
                    + SnakeCase.of(identifier.name())
                    + " of "
                    + to.label()
                    + " is that of the resource it belongs to, and cannot be given");
          }
          named.put(identifier.name(), value);
        });
    return complete(to, result, scope, named);
  }

  /** The identifiers that the caller gives, in the order of the type. */
  private static List<String> open(TypeModel to, ResourceResult result) {
    List<String> open = new ArrayList<>();
    for (Identifier each : to.type().identifiers()) {
      if (source(result, each.name()).kind() == Source.Kind.INPUT) {
        open.add(each.name());
      }
    }
    return open;
  }

  private static Source source(ResourceResult result, String identifier) {
    for (Binding each : result.identifiers()) {
      if (each.target().equals(identifier)) {
        return each.source();
      }
    }
    return new Source(Source.Kind.INPUT, "");
  }

  private static Map<String, Object> complete(
      TypeModel to, ResourceResult result, Scope scope, Map<String, @Nullable Object> given) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Identifier each : to.type().identifiers()) {
      Source source = source(result, each.name());
      Object value =
          switch (source.kind()) {
            case IDENTIFIER -> scope.identifier(source.text());
            case CONSTANT -> source.value();
            case INPUT, DATA, RESPONSE, REQUEST -> given.get(each.name());
          };
      if (value == null) {
        throw new IllegalArgumentException(
            "Required parameter "
                + SnakeCase.of(each.name())
                + " not set: "
                + to.label()
                + " takes "
                + list(open(to, result)));
      }
      values.put(each.name(), value);
    }
    return values;
  }

  private static String list(List<String> names) {
    List<String> snake = new ArrayList<>();
    for (String each : names) {
      snake.add(SnakeCase.of(each));
    }
    return switch (snake.size()) {
      case 0 -> "no identifiers";
      case 1 -> "the identifier " + snake.get(0);
      default -> "the identifiers " + String.join(", ", snake);
    };
  }
}
