package io.boto4j.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code endpoints.json} says of a service's regions beyond the ordinary: one region for a
 * whole partition, another name or region in signatures.
 *
 * <p>Hosts follow from the rule sets; of the older file only this is needed to make a client, for
 * about a service in ten, so it stands in the service's own pack.
 */
final class SigningRegions {
  private SigningRegions() {}

  /**
   * Picks what concerns a service.
   *
   * @param endpoints the content of {@code endpoints.json}
   * @param service the service
   * @return by partition: {@code partitionEndpoint}, {@code isRegionalized}, and {@code endpoints}
   *     with their {@code credentialScope}
   */
  static Map<String, Object> of(Map<String, Object> endpoints, ServiceModel service) {
    Map<String, Object> picked = new LinkedHashMap<>();
    if (endpoints.get("partitions") instanceof List<?> partitions) {
      for (Object each : partitions) {
        if (each instanceof Map<?, ?> partition
            && partition.get("partition") instanceof String id
            && map(partition.get("services")).get(service.endpointPrefix())
                instanceof Map<?, ?> facts) {
          Map<String, Object> chosen = pick(facts, service.signingName());
          if (!chosen.isEmpty()) {
            picked.put(id, chosen);
          }
        }
      }
    }
    return picked;
  }

  private static Map<String, Object> pick(Map<?, ?> facts, String signingName) {
    Map<String, Object> picked = new LinkedHashMap<>();
    Object global = facts.get("partitionEndpoint");
    boolean regional = !Boolean.FALSE.equals(facts.get("isRegionalized"));
    if (global != null) {
      picked.put("partitionEndpoint", global);
      if (!regional) {
        picked.put("isRegionalized", false);
      }
    }
    Map<String, Object> endpoints = new LinkedHashMap<>();
    Map<?, ?> general = scope(facts.get("defaults"));
    Map<String, Object> generalScope = unusual(general, "", signingName);
    boolean listed = !regional || !generalScope.isEmpty();
    for (Map.Entry<?, ?> endpoint : map(facts.get("endpoints")).entrySet()) {
      String name = (String) endpoint.getKey();
      Map<?, ?> own = scope(endpoint.getValue());
      Map<String, Object> scope = unusual(own.isEmpty() ? general : own, name, signingName);
      // A fips pseudo-region is never asked for: its name is made an ordinary region's before.
      if (!name.contains("fips-") && !name.contains("-fips") && (!scope.isEmpty() || listed)) {
        endpoints.put(name, scope);
      }
    }
    if (!endpoints.isEmpty()) {
      picked.put("endpoints", endpoints);
    }
    if (!generalScope.isEmpty()) {
      picked.put("credentialScope", generalScope);
    }
    return picked;
  }

  private static Map<String, Object> unusual(Map<?, ?> scope, String region, String signingName) {
    Map<String, Object> unusual = new LinkedHashMap<>();
    Object scopeRegion = scope.get("region");
    Object service = scope.get("service");
    if (scopeRegion != null && !scopeRegion.equals(region)) {
      unusual.put("region", scopeRegion);
    }
    if (service != null && !service.equals(signingName)) {
      unusual.put("service", service);
    }
    return unusual;
  }

  private static Map<?, ?> scope(@Nullable Object facts) {
    return map(map(facts).get("credentialScope"));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
