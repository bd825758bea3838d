package io.boto4j.modelcompiler.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two versions of botocore's {@code endpoints.json}, and of {@code
 * partitions.json}: partitions, regions, and the endpoints of services.
 */
final class EndpointComparison {
  private final List<Change> changes = new ArrayList<>();

  private EndpointComparison() {}

  /**
   * Returns the differences.
   *
   * @param before the content of {@code endpoints.json}; empty for none
   * @param after its new content
   * @return the differences, sorted by partition
   */
  static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
    EndpointComparison comparison = new EndpointComparison();
    Map<String, Map<?, ?>> old = byName(before);
    Map<String, Map<?, ?>> now = byName(after);
    comparison.names("partition", "", old.keySet(), now.keySet());
    now.forEach(
        (name, partition) -> {
          Map<?, ?> earlier = old.get(name);
          if (earlier != null) {
            comparison.partition(name, earlier, partition);
          }
        });
    return comparison.changes;
  }

  private static Map<String, Map<?, ?>> byName(Map<String, Object> content) {
    Map<String, Map<?, ?>> partitions = new TreeMap<>();
    if (content.get("partitions") instanceof List<?> list) {
      for (Object each : list) {
        Map<?, ?> partition = map(each);
        partitions.put(String.valueOf(partition.get("partition")), partition);
      }
    }
    return partitions;
  }

  private void partition(String name, Map<?, ?> before, Map<?, ?> after) {
    String where = " in the partition " + name;
    names("region", where, map(before.get("regions")).keySet(), map(after.get("regions")).keySet());
    Map<?, ?> old = map(before.get("services"));
    Map<?, ?> now = map(after.get("services"));
    Set<Object> services = new TreeSet<>(old.keySet());
    services.addAll(now.keySet());
    for (Object service : services) {
      names(
          "endpoint",
          " of " + service + where,
          map(map(old.get(service)).get("endpoints")).keySet(),
          map(map(now.get(service)).get("endpoints")).keySet());
    }
  }

  private void names(String noun, String where, Set<?> before, Set<?> after) {
    Set<Object> added = new TreeSet<>(after);
    added.removeAll(before);
    Set<Object> removed = new TreeSet<>(before);
    removed.removeAll(after);
    if (!added.isEmpty()) {
      changes.add(Change.of("new " + noun + plural(added) + where + ": " + joined(added)));
    }
    if (!removed.isEmpty()) {
      changes.add(
          Change.breaking("removed " + noun + plural(removed) + where + ": " + joined(removed)));
    }
  }

  private static String plural(Set<Object> names) {
    return names.size() == 1 ? "" : "s";
  }

  private static String joined(Set<Object> names) {
    return String.join(", ", names.stream().map(String::valueOf).toList());
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
