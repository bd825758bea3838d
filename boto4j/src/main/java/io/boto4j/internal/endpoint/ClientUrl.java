package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ServiceModel;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The URL that boto3 shows as {@code client.meta.endpoint_url}, derived from {@code
 * endpoints.json}.
 *
 * <p>For display only: calls go to the endpoint that the rules return, which may differ.
 */
public final class ClientUrl {
  private final Map<?, ?> partition;
  private final Map<?, ?> defaults;
  private final Map<?, ?> endpoint;

  private ClientUrl(Map<?, ?> partition, Map<?, ?> service, String region) {
    this.partition = partition;
    this.defaults = map(service.get("defaults"));
    this.endpoint = map(map(service.get("endpoints")).get(region));
  }

  /**
   * Returns the URL of a client without a custom endpoint.
   *
   * @param endpoints the content of {@code endpoints.json}
   * @param service the service
   * @param region the client's region
   * @param partition the id of the region's partition
   * @param options the configuration
   * @param global whether the service has an endpoint that serves all regions
   * @return the URL
   * @throws EndpointResolutionException if a FIPS or dual-stack endpoint is configured but does not
   *     exist
   */
  public static URI of(
      Map<String, Object> endpoints,
      ServiceModel service,
      ClientRegion region,
      String partition,
      EndpointOptions options,
      boolean global) {
    String prefix = service.endpointPrefix();
    String name = global && !options.dualstack() ? "aws-global" : region.name();
    Map<?, ?> found = partition(endpoints, partition);
    Map<?, ?> facts = map(map(found.get("services")).get(prefix));
    return new ClientUrl(found, facts, name).url(prefix, name, options);
  }

  private URI url(String prefix, String region, EndpointOptions options) {
    String suffix = null;
    String host = null;
    if (options.fips() || options.dualstack()) {
      for (Map<?, ?> each : List.of(endpoint, defaults, map(partition.get("defaults")))) {
        Map<?, ?> variant = variant(each, options);
        host = host == null ? text(variant.get("hostname")) : host;
        suffix = suffix == null ? text(variant.get("dnsSuffix")) : suffix;
      }
      if (host == null) {
        throw new EndpointResolutionException(
            "Unable to construct a modeled endpoint with the following variant(s): Endpoint does"
                + " not exist for "
                + prefix
                + " in region "
                + region,
            null);
      }
    }
    for (Map<?, ?> each : List.of(endpoint, defaults, map(partition.get("defaults")))) {
      host = host == null ? text(each.get("hostname")) : host;
    }
    if (suffix == null) {
      suffix = text(partition.get("dnsSuffix"));
    }
    String template = host == null ? "{service}.{region}.{dnsSuffix}" : host;
    return URI.create(
        (options.ssl() ? "https://" : "http://")
            + template
                .replace("{service}", prefix)
                .replace("{region}", region)
                .replace("{dnsSuffix}", suffix == null ? "amazonaws.com" : suffix));
  }

  private static Map<?, ?> variant(Map<?, ?> facts, EndpointOptions options) {
    if (facts.get("variants") instanceof List<?> variants) {
      for (Object each : variants) {
        if (map(each).get("tags") instanceof List<?> tags
            && tags.contains("fips") == options.fips()
            && tags.contains("dualstack") == options.dualstack()) {
          return map(each);
        }
      }
    }
    return Map.of();
  }

  private static Map<?, ?> partition(Map<String, Object> endpoints, String id) {
    if (endpoints.get("partitions") instanceof List<?> partitions) {
      for (Object each : partitions) {
        if (id.equals(map(each).get("partition"))) {
          return map(each);
        }
      }
    }
    return Map.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
