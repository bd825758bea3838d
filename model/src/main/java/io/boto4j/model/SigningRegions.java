package io.boto4j.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that {@code endpoints.json} lists for the regions of a service: one region for a
 * whole partition, or another service name or region in signatures.
 *
 * <p>Host names come from the endpoint rule sets. These exceptions are all that a client needs from
 * the older file, and about one service in ten has some, so they are part of the service's pack.
 */
final class SigningRegions {
  private SigningRegions() {}

  /**
   * Returns the exceptions for one service.
   *
   * @param endpoints the content of {@code endpoints.json}
   * @param endpointPrefix the endpoint prefix of the service
   * @param signingName its signing name
   * @return by partition: {@code partitionEndpoint}, {@code isRegionalized}, {@code
   *     credentialScope}, and {@code endpoints}, a credential scope per name
   */
  static Map<String, Object> of(
      Map<String, Object> endpoints, String endpointPrefix, String signingName) {
    Map<String, Object> picked = new LinkedHashMap<>();
    if (endpoints.get("partitions") instanceof List<?> partitions) {
      for (Object each : partitions) {
        if (each instanceof Map<?, ?> partition
            && partition.get("partition") instanceof String id
            && map(partition.get("services")).get(endpointPrefix) instanceof Map<?, ?> facts) {
          Map<String, Object> chosen = pick(facts, signingName);
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
      // A client never asks for a FIPS pseudo-region: it replaces the name by the ordinary region.
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
