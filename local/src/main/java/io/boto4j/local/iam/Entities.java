package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The entities of one kind, such as users, by name or ARN. */
final class Entities {
  private final MVMap<String, Object> map;
  private final UnaryOperator<String> missing;

  /**
   * Wraps a map.
   *
   * @param missing the message for a key that is absent
   */
  Entities(MVMap<String, Object> map, UnaryOperator<String> missing) {
    this.map = map;
    this.missing = missing;
  }

  Structure get(@Nullable String key) {
    Structure found = find(key);
    if (found == null) {
      throw IamErrors.noSuchEntity(missing.apply(String.valueOf(key)));
    }
    return found;
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String key) {
    return key != null && map.get(key) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  /** Whether there is a key that differs in case at most, which AWS takes for the same name. */
  boolean hasName(String name) {
    if (map.containsKey(name)) {
      return true;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return map.keySet().stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).equals(lower));
  }

  List<Structure> all() {
    return all(each -> true);
  }

  List<Structure> all(Predicate<Structure> wanted) {
    List<Structure> all = new ArrayList<>();
    for (String key : map.keySet()) {
      Structure each = find(key);
      if (each != null && wanted.test(each)) {
        all.add(each);
      }
    }
    return all;
  }

  int size() {
    return map.size();
  }

  void put(String key, Map<String, ?> entity) {
    map.put(key, new LinkedHashMap<>(entity));
  }

  /** Changes members; null removes one. */
  Structure edit(String key, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(get(key));
    members.forEach(
        (name, value) -> {
          if (value == null) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    map.put(key, changed);
    return Structures.of(changed);
  }

  Structure edit(String key, String member, @Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(member, value);
    return edit(key, members);
  }

  void remove(String key) {
    map.remove(key);
  }
}
