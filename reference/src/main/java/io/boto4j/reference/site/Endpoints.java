package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.reference.view.EndpointGroup;
import io.boto4j.reference.view.EndpointRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a service by partition and region.
 *
 * <p>The regions are those of botocore's file {@code endpoints.json}. The hosts follow from the
 * endpoint rules of the service; the file has them too, but is older than the rules, and lacks one
 * service in four.
 */
final class Endpoints {
  /** A region for the host of a service whose regions are not listed. */
  private static final String ANY_REGION = "eu-west-1";

  private final ServiceModel model;
  private final @Nullable Hosts hosts;

  private Endpoints(ServiceModel model, @Nullable Hosts hosts) {
    this.model = model;
    this.hosts = hosts;
  }

  /**
   * Returns the endpoints.
   *
   * @param model the service
   * @param models the loader of the file
   * @param hosts the hosts according to the rules; null for those of the file
   */
  static List<EndpointGroup> of(ServiceModel model, ModelLoader models, @Nullable Hosts hosts) {
    Endpoints endpoints = new Endpoints(model, hosts);
    List<EndpointGroup> groups = new ArrayList<>();
    if (models.root("endpoints").get("partitions") instanceof List<?> partitions) {
      for (Object each : partitions) {
        Map<?, ?> partition = map(each);
        List<EndpointRow> rows = endpoints.rows(partition);
        if (!rows.isEmpty()) {
          groups.add(new EndpointGroup(text(partition.get("partitionName")), rows));
        }
      }
    }
    return groups.isEmpty() ? endpoints.unlisted() : groups;
  }

  /** Returns the form of the host, for a service whose regions are not listed. */
  private List<EndpointGroup> unlisted() {
    String host = hosts == null ? null : hosts.of(model, ANY_REGION);
    if (host == null) {
      return List.of();
    }
    String form = host.replace(ANY_REGION, "REGION");
    return List.of(
        new EndpointGroup(
            "AWS publishes no list of the regions of this service",
            List.of(new EndpointRow("REGION", "", form, ""))));
  }

  private List<EndpointRow> rows(Map<?, ?> partition) {
    List<EndpointRow> rows = new ArrayList<>();
    Map<?, ?> service = map(map(partition.get("services")).get(model.endpointPrefix()));
    Map<?, ?> regions = map(partition.get("regions"));
    for (Map.Entry<?, ?> entry : map(service.get("endpoints")).entrySet()) {
      String region = text(entry.getKey());
      Map<?, ?> endpoint = map(entry.getValue());
      // The file has other names too, for single endpoints such as those with FIPS.
      boolean global = region.endsWith("-global");
      if (endpoint.get("deprecated") == null && (global || regions.containsKey(region))) {
        String signing = text(map(endpoint.get("credentialScope")).get("region"));
        rows.add(
            new EndpointRow(
                region,
                global ? "all regions" : text(map(regions.get(region)).get("description")),
                host(region, endpoint, service, partition),
                signing.equals(region) ? "" : signing));
      }
    }
    return rows;
  }

  private String host(String region, Map<?, ?> endpoint, Map<?, ?> service, Map<?, ?> partition) {
    String host = hosts == null ? null : hosts.of(model, region);
    if (host != null) {
      return host;
    }
    return hostname(endpoint, service, partition)
        .replace("{service}", model.endpointPrefix())
        .replace("{region}", region)
        .replace("{dnsSuffix}", text(partition.get("dnsSuffix")));
  }

  private static String hostname(Map<?, ?> endpoint, Map<?, ?> service, Map<?, ?> partition) {
    for (Map<?, ?> each :
        List.of(endpoint, map(service.get("defaults")), map(partition.get("defaults")))) {
      if (each.get("hostname") instanceof String hostname) {
        return hostname;
      }
    }
    return "{service}.{region}.{dnsSuffix}";
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
