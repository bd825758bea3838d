package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations, errors and other properties that services, resources and operations inherit. */
final class MixinProperties {
  private final Map<String, Object> inherited = new LinkedHashMap<>();
  private final Budget budget;

  MixinProperties(Budget budget) {
    this.budget = budget;
  }

  /** Adds the properties of a mixin. */
  void add(Node mixin) {
    for (Map.Entry<String, Node> each : mixin.members().entrySet()) {
      if (!isOfTheShapeAlone(each.getKey())) {
        merge(inherited, each.getKey(), each.getValue());
      }
    }
  }

  /** Returns a shape with the properties, of which its own come last. */
  Node of(Node shape) {
    Map<String, Object> all = new LinkedHashMap<>(inherited);
    for (Map.Entry<String, Node> each : shape.members().entrySet()) {
      if (isOfTheShapeAlone(each.getKey())) {
        all.put(each.getKey(), each.getValue().value());
      } else {
        merge(all, each.getKey(), each.getValue());
      }
    }
    return shape.with(all);
  }

  /** Whether a property is not inherited, or not this way. */
  private static boolean isOfTheShapeAlone(String property) {
    return switch (property) {
      case "type", "members", "member", "key", "value", "traits", "mixins" -> true;
      default -> false;
    };
  }

  private void merge(Map<String, Object> into, String key, Node added) {
    Object old = into.get(key);
    if (old instanceof List<?> first && added.value() instanceof List<?> second) {
      budget.spend(first.size() + second.size(), added);
      List<Object> both = new ArrayList<>(first);
      both.addAll(second);
      into.put(key, both);
    } else if (old instanceof Map<?, ?> first && added.value() instanceof Map<?, ?> second) {
      budget.spend(first.size() + second.size(), added);
      Map<Object, Object> both = new LinkedHashMap<>(first);
      both.putAll(second);
      into.put(key, both);
    } else {
      into.put(key, added.value());
    }
  }
}
