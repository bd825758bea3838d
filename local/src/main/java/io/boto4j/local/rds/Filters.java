package io.boto4j.local.rds;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of a list: by name, how to read what they compare from a resource. */
final class Filters {
  private record Filter(String subject, Function<Structure, List<String>> values) {}

  private final Map<String, Filter> filters = new LinkedHashMap<>();

  /**
   * Adds a filter.
   *
   * @param name the name, such as {@code db-instance-id}
   * @param subject what the values are, for messages
   * @param values returns the texts of a resource that match
   */
  Filters with(String name, String subject, Function<Structure, List<String>> values) {
    filters.put(name, new Filter(subject, values));
    return this;
  }

  /** Adds a filter that compares a member. */
  Filters member(String name, String subject, String member, String... path) {
    return with(name, subject, resource -> List.of(String.valueOf(resource.text(member, path))));
  }

  /** Returns the resources that match all filters of an input. */
  List<Structure> apply(Structure input, List<Structure> resources) {
    return apply(input, resources, Map.of());
  }

  /**
   * Returns the resources that match all filters of an input.
   *
   * @param more values by filter, from other members of the input; RDS adds them to the values of
   *     the filters
   */
  List<Structure> apply(
      Structure input, List<Structure> resources, Map<String, @Nullable String> more) {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (Structure filter : input.structures("Filters")) {
      check(filter);
      wanted
          .computeIfAbsent(String.valueOf(filter.text("Name")), name -> new ArrayList<>())
          .addAll(filter.texts("Values"));
    }
    more.forEach(
        (name, value) -> {
          if (value != null && !value.isEmpty()) {
            wanted.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
          }
        });
    return resources.stream()
        .filter(
            resource ->
                wanted.entrySet().stream()
                    .allMatch(each -> matches(each.getKey(), each.getValue(), resource)))
        .toList();
  }

  private void check(Structure given) {
    String name = String.valueOf(given.text("Name"));
    Filter filter = filters.get(name);
    if (filter == null) {
      throw RdsErrors.invalid("Unrecognized filter name: " + name);
    }
    if (given.texts("Values").isEmpty()) {
      throw RdsErrors.combination("The list of " + filter.subject + " must not be empty.");
    }
  }

  private boolean matches(String name, List<String> wanted, Structure resource) {
    Filter filter = filters.get(name);
    return filter != null
        && filter.values.apply(resource).stream()
            .anyMatch(value -> wanted.stream().anyMatch(value::equalsIgnoreCase));
  }
}
