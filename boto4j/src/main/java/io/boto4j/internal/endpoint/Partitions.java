package io.boto4j.internal.endpoint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the partition of a region in {@code partitions.json}. */
public final class Partitions {
  private static final String DEFAULT = "aws";

  private Partitions() {}

  /**
   * The partition that lists a region, else the one whose pattern matches it, else {@code aws}.
   *
   * @param region the region
   * @param partitions the content of {@code partitions.json}
   * @return the partition's id
   */
  public static String partitionOf(String region, Map<String, Object> partitions) {
    String byPattern = null;
    for (Object each : list(partitions.get("partitions"))) {
      if (each instanceof Map<?, ?> partition && partition.get("id") instanceof String id) {
        if (partition.get("regions") instanceof Map<?, ?> regions && regions.containsKey(region)) {
          return id;
        }
        if (byPattern == null && matches(partition.get("regionRegex"), region)) {
          byPattern = id;
        }
      }
    }
    return byPattern == null ? DEFAULT : byPattern;
  }

  private static boolean matches(@Nullable Object pattern, String region) {
    try {
      return pattern instanceof String regex && Pattern.matches(regex, region);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
