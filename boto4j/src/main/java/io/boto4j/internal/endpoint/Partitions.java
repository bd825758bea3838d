package io.boto4j.internal.endpoint;

import io.boto4j.model.ModelLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of {@code partitions.json}: which one a region belongs to, and what is so there.
 *
 * <p>Read when first asked. Thread-safe; one for all clients of a session.
 */
public final class Partitions {
  private static final String DEFAULT = "aws";

  private final ModelLoader models;
  private volatile @Nullable List<?> partitions;

  /** The answer given last, which is asked for again and again. */
  private volatile @Nullable Answer last;

  /**
   * Makes the partitions of a session.
   *
   * @param models where {@code partitions.json} is
   */
  public Partitions(ModelLoader models) {
    this.models = models;
  }

  /**
   * The partition that lists a region, else the one whose pattern matches it, else {@code aws}.
   *
   * @param region the region
   * @return the partition's id
   */
  public String idOf(String region) {
    return outputs(region).get("name") instanceof String id ? id : DEFAULT;
  }

  /**
   * What the function {@code aws.partition} gives: DNS suffixes, what is supported.
   *
   * @param region the region
   * @return the outputs of its partition, its id among them as {@code name}
   */
  Map<?, ?> outputs(String region) {
    Answer answer = last;
    if (answer == null || !answer.region.equals(region)) {
      answer = new Answer(region, outputs(find(region)));
      last = answer;
    }
    return answer.outputs;
  }

  private @Nullable Map<?, ?> find(String region) {
    List<?> all = partitions();
    for (Object each : all) {
      if (each instanceof Map<?, ?> partition
          && partition.get("regions") instanceof Map<?, ?> regions
          && regions.containsKey(region)) {
        return partition;
      }
    }
    for (Object each : all) {
      if (each instanceof Map<?, ?> partition && matches(partition.get("regionRegex"), region)) {
        return partition;
      }
    }
    return all.isEmpty() || !(all.get(0) instanceof Map<?, ?> first) ? null : first;
  }

  private List<?> partitions() {
    List<?> read = partitions;
    if (read == null) {
      read = models.root("partitions").get("partitions") instanceof List<?> list ? list : List.of();
      partitions = read;
    }
    return read;
  }

  private static Map<?, ?> outputs(@Nullable Map<?, ?> partition) {
    if (partition == null) {
      return Map.of();
    }
    Object id = partition.get("id");
    Map<?, ?> outputs = partition.get("outputs") instanceof Map<?, ?> map ? map : Map.of();
    if (id == null || id.equals(outputs.get("name"))) {
      return outputs;
    }
    Map<Object, Object> named = new HashMap<>(outputs);
    named.put("name", id);
    return named;
  }

  /** Only a region that no partition lists is held against patterns. */
  private static boolean matches(@Nullable Object pattern, String region) {
    return pattern instanceof String regex && RegionPattern.matches(regex, region);
  }

  private record Answer(String region, Map<?, ?> outputs) {}
}
