package io.boto4j.internal.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The regions of the services, as listed in {@code endpoints.json}. */
public final class ServiceRegions {
  private final List<?> partitions;

  /**
   * Creates the lists from the content of a file.
   *
   * @param endpoints the content of {@code endpoints.json}
   */
  public ServiceRegions(Map<String, Object> endpoints) {
    this.partitions = endpoints.get("partitions") instanceof List<?> list ? list : List.of();
  }

  /**
   * The ids of the partitions.
   *
   * @return the ids, {@code aws} first
   */
  public List<String> partitionIds() {
    List<String> ids = new ArrayList<>();
    for (Object partition : partitions) {
      ids.add(id(partition));
    }
    return Collections.unmodifiableList(ids);
  }

  /**
   * Returns the regions of a service.
   *
   * @param endpointPrefix the service's endpoint prefix
   * @param partition the partition's id
   * @param others whether to include endpoints that are not regions, such as {@code fips-us-west-2}
   * @return the names, sorted
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
   * The regions of all partitions.
   *
   * @return the names, those of {@code aws} first
   */
  public List<String> all() {
    List<String> names = new ArrayList<>();
    for (Object partition : partitions) {
      for (Object name : map(partition, "regions").keySet()) {
        names.add(String.valueOf(name));
      }
    }
    return Collections.unmodifiableList(names);
  }

  /**
   * Returns the partition that lists a region, else the one whose pattern matches it.
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
      if (partition instanceof Map<?, ?> map
          && map.get("regionRegex") instanceof String regex
          && RegionPattern.matches(regex, region)) {
        return id(partition);
      }
    }
    return null;
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
