package io.boto4j.local.lambda;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.pattern.JsonPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters of an event source mapping: a record passes if one of them matches. */
final class EventFilter {
  private final List<Map<?, ?>> patterns = new ArrayList<>();
  private final boolean filters;

  EventFilter(Structure mapping) {
    List<Structure> given = mapping.structures("FilterCriteria", "Filters");
    this.filters = !given.isEmpty();
    for (Structure filter : given) {
      String pattern = filter.text("Pattern");
      if (pattern != null && json(pattern) instanceof Map<?, ?> map) {
        patterns.add(map);
      }
    }
  }

  static @Nullable Object json(String text) {
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  boolean passes(Map<String, ?> record) {
    return !filters || patterns.stream().anyMatch(each -> JsonPattern.matches(each, record));
  }
}
