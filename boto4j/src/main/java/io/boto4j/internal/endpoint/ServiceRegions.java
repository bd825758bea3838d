package io.boto4j.internal.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Which service is where, as {@code endpoints.json} lists it. */
public final class ServiceRegions {
  private final List<?> partitions;

  /**
   * Takes the lists of a file.
   *
   * @param endpoints the content of {@code endpoints.json}
   */
  public ServiceRegions(Map<String, Object> endpoints) {
    this.partitions = endpoints.get("partitions") instanceof List<?> list ? list : List.of();
  }

  /**
   * The partitions.
   *
   * @return their ids, {@code aws} first
   */
  public List<String> partitionIds() {
    List<String> ids = new ArrayList<>();
    for (Object partition : partitions) {
      ids.add(id(partition));
    }
    return Collections.unmodifiableList(ids);
  }

  /**
   * Where a service is.
   *
   * @param endpointPrefix the service's name there
   * @param partition the partition's id
   * @param others whether endpoints count that are no region, as {@code fips-us-west-2}
   * @return their names, sorted
   */
  public List<String> of(String endpointPrefix, String partition, boolean others) {
    List<String> names = new ArrayList<>();
    for (Object each : partitions) {
      if (id(each).equals(partition)) {
        Map<?, ?> regions = map(each, "regions");
        for (Object name : map(map(map(each, "services"), endpointPrefix), "endpoints").keySet()) {
          if (others || regions.containsKey(name)) {
            names.add(String.valueOf(name));
          }
        }
      }
    }
    Collections.sort(names);
    return Collections.unmodifiableList(names);
  }

  /**
   * The partition that lists a region, else the one whose pattern matches it.
   *
   * @param region the region
   * @return the partition's id, or null if there is none
   */
  public @Nullable String partitionOf(String region) {
    for (Object partition : partitions) {
      if (map(partition, "regions").containsKey(region)) {
        return id(partition);
      }
    }
    for (Object partition : partitions) {
      if (matches(((Map<?, ?>) partition).get("regionRegex"), region)) {
        return id(partition);
      }
    }
    return null;
  }

  private static boolean matches(@Nullable Object pattern, String region) {
    try {
      return pattern instanceof String regex && Pattern.matches(regex, region);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static String id(Object partition) {
    return String.valueOf(((Map<?, ?>) partition).get("partition"));
  }

  private static Map<?, ?> map(Object parent, String key) {
    return parent instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> child
        ? child
        : Map.of();
  }
}
