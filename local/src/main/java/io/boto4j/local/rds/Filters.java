package io.boto4j.local.rds;

import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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
    List<Structure> given = input.structures("Filters");
    for (Structure filter : given) {
      check(filter);
    }
    return resources.stream()
        .filter(resource -> given.stream().allMatch(filter -> matches(filter, resource)))
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

  private boolean matches(Structure given, Structure resource) {
    Filter filter = filters.get(String.valueOf(given.text("Name")));
    return filter != null
        && filter.values.apply(resource).stream()
            .anyMatch(
                value ->
                    given.texts("Values").stream()
                        .anyMatch(
                            wanted ->
                                wanted
                                    .toLowerCase(Locale.ROOT)
                                    .equals(value.toLowerCase(Locale.ROOT))));
  }
}
