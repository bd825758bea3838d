package io.boto4j.resource;

import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, which are filled in from the identifiers and data of resources, and
 * completed by those of the caller.
 */
final class Parameters {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * Fills in the parameters of one resource.
   *
   * @param bindings the parameters and their sources
   * @param scope the resource
   * @param index the number of the resource in a batch, from 0; the element of {@code [*]}
   */
  void fill(List<Binding> bindings, Scope scope, int index) {
    for (Binding each : bindings) {
      Source source = each.source();
      switch (source.kind()) {
        case IDENTIFIER -> set(each.target(), scope.identifier(source.text()), index);
        case DATA -> set(each.target(), scope.data().search(source.text()), index);
        case CONSTANT -> set(each.target(), source.value(), index);
        case INPUT, RESPONSE, REQUEST -> {} // the caller's, and not of parameters
      }
    }
  }

  /** Returns the parameters with those of the caller, which replace others but in maps. */
  Map<String, Object> with(Map<String, ?> given) {
    return Merge.replaceLists(values, given);
  }

  /** Returns the parameters with those of the caller, whose lists are appended. */
  Map<String, Object> appending(Map<String, ?> given) {
    return Merge.appendLists(values, given);
  }

  private void set(String target, @Nullable Object value, int index) {
    Map<String, Object> map = values;
    String rest = target;
    while (true) {
      int dot = rest.indexOf('.');
      String step = dot < 0 ? rest : rest.substring(0, dot);
      int bracket = step.indexOf('[');
      if (bracket < 0 && dot < 0) {
        put(map, step, value);
        return;
      }
      if (bracket < 0) {
        map = inner(map, step);
      } else {
        String position = step.substring(bracket + 1, step.indexOf(']'));
        List<@Nullable Object> list = list(map, step.substring(0, bracket));
        int at = position(position, list.size(), index);
        if (dot < 0) {
          pad(list, at);
          list.set(at, value);
          return;
        }
        map = element(list, at);
      }
      rest = rest.substring(dot + 1);
    }
  }

  private static int position(String written, int size, int index) {
    return switch (written) {
      case "" -> size;
      case "*" -> index;
      default -> Integer.parseInt(written);
    };
  }

  @SuppressWarnings("unchecked") // only maps with string keys are put there
  private static Map<String, Object> inner(Map<String, Object> map, String name) {
    return (Map<String, Object>) map.computeIfAbsent(name, key -> new LinkedHashMap<>());
  }

  @SuppressWarnings("unchecked") // only lists are put there
  private static List<@Nullable Object> list(Map<String, Object> map, String name) {
    return (List<@Nullable Object>) map.computeIfAbsent(name, key -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked") // only maps with string keys are put there
  private static Map<String, Object> element(List<@Nullable Object> list, int at) {
    pad(list, at);
    return (Map<String, Object>) list.get(at);
  }

  private static void pad(List<@Nullable Object> list, int at) {
    while (list.size() <= at) {
      list.add(new LinkedHashMap<String, Object>());
    }
  }

  @SuppressWarnings("NullAway") // a null is sent on, so that the validation of the call names it
  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    map.put(name, value);
  }
}
