package io.boto4j.internal.endpoint;

import io.boto4j.error.NoRegionException;
import io.boto4j.internal.error.Errors;
import io.boto4j.model.ServiceModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a client, which for some services differ from the configured region.
 *
 * @param name the client's region, equal to boto3's {@code client.meta.region_name}
 * @param rules the region that endpoint rules are evaluated with
 * @param signing the region in signatures, unless the rules specify another
 * @param signingName the service's name in signatures, unless the rules specify another
 */
public record ClientRegion(String name, String rules, String signing, String signingName) {
  /**
   * Determines the regions of a client.
   *
   * @param service the service
   * @param region the configured region, or null
   * @param options the configuration
   * @param partitions the partitions
   * @return the regions
   * @throws NoRegionException if no region is set and the service has no global region
   */
  public static ClientRegion of(
      ServiceModel service,
      @Nullable String region,
      EndpointOptions options,
      Partitions partitions) {
    Map<String, Object> facts = service.signingRegions();
    if (facts.isEmpty()) {
      if (region == null) {
        throw Errors.noRegion();
      }
      return new ClientRegion(region, region, region, service.signingName());
    }
    ClientRegion found = of(facts, service, region, options.endpointUrl() != null, partitions);
    return region == null ? found.withRules(found.name) : found;
  }

  /**
   * Returns these regions with another one for the endpoint rules.
   *
   * @param region the region that the endpoint rules get
   * @return the regions
   */
  public ClientRegion withRules(String region) {
    return new ClientRegion(name, region, signing, signingName);
  }

  private static ClientRegion of(
      Map<String, Object> facts,
      ServiceModel service,
      @Nullable String region,
      boolean custom,
      Partitions partitions) {
    // With no region, botocore consults only the first partition in its file.
    String partition = region == null ? "aws" : partitions.idOf(region);
    Map<?, ?> own = map(facts.get(partition));
    Map<?, ?> endpoints = map(own.get("endpoints"));
    String global = own.get("partitionEndpoint") instanceof String text ? text : null;
    String name = region;
    if (region == null
        || (Boolean.FALSE.equals(own.get("isRegionalized")) && !endpoints.containsKey(region))) {
      name = global;
    }
    if (name == null) {
      name = region;
    }
    if (name == null) {
      throw Errors.noRegion();
    }
    Map<?, ?> scope =
        map(endpoints.containsKey(name) ? endpoints.get(name) : own.get("credentialScope"));
    String signingName = scope.get("service") instanceof String text ? text : service.signingName();
    if (custom && region != null) {
      return new ClientRegion(region, region, region, signingName);
    }
    String signing = scope.get("region") instanceof String text ? text : name;
    return new ClientRegion(name, region == null ? name : region, signing, signingName);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
