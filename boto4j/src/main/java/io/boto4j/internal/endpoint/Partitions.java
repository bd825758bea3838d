package io.boto4j.internal.endpoint;

import io.boto4j.model.ModelLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The partitions in {@code partitions.json}, with their regions and properties, and the models to
 * which they belong.
 *
 * <p>The file is read on first use. Thread-safe. All clients of a session share one instance, until
 * the session reloads its models and replaces both: a class of its own for the pair would cost a
 * cold start 0.3 ms.
 */
public final class Partitions {
  private static final String DEFAULT = "aws";

  private final ModelLoader models;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable List<?> partitions;

  /** The last result, since most lookups are of the same region. */
  private volatile Map.@Nullable Entry<String, Map<?, ?>> last;

  /**
   * Creates the partitions of a session.
   *
   * @param models loads {@code partitions.json}
   */
  public Partitions(ModelLoader models) {
    this.models = models;
  }

  /**
   * The models to which the partitions belong.
   *
   * @return the loader
   */
  public ModelLoader models() {
    return models;
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
   * Returns the label of the service in the name of a host in a region: the last one before the
   * region's domain, such as {@code eu-west-1.amazonaws.com} or its dual-stack variant.
   *
   * @param region the region
   * @param host the host
   * @return the label, such as {@code timestream} in {@code query.timestream.…}, or null if the
   *     host is not one of AWS's in the region
   */
  public @Nullable String label(String region, String host) {
    Map<?, ?> outputs = outputs(region);
    String label = labelBefore("." + region + "." + outputs.get("dnsSuffix"), host);
    return label == null
        ? labelBefore("." + region + "." + outputs.get("dualStackDnsSuffix"), host)
        : label;
  }

  private static @Nullable String labelBefore(String domain, String host) {
    int end = host.length() - domain.length();
    return end > 0 && host.regionMatches(/* ignoreCase= */ true, end, domain, 0, domain.length())
        ? host.substring(host.lastIndexOf('.', end - 1) + 1, end)
        : null;
  }

  /**
   * The result of the function {@code aws.partition}: DNS suffixes and supported features.
   *
   * @param region the region
   * @return the outputs of its partition, which include its id as {@code name}
   */
  Map<?, ?> outputs(String region) {
    Map.Entry<String, Map<?, ?>> found = last;
    if (found == null || !found.getKey().equals(region)) {
      found = Map.entry(region, outputs(find(region)));
      last = found;
    }
    return found.getValue();
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
    List<?> created = partitions;
    if (created == null) {
      created =
          models.root("partitions").get("partitions") instanceof List<?> list ? list : List.of();
      partitions = created;
    }
    return created;
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

  /** Whether a region matches a pattern, which is checked only if no partition lists the region. */
  private static boolean matches(@Nullable Object pattern, String region) {
    return pattern instanceof String regex && RegionPattern.matches(regex, region);
  }
}
