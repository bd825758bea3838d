package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints of a service by partition and region, according to botocore's endpoints file. */
final class Endpoints {
  private Endpoints() {}

  static List<EndpointGroup> of(ServiceModel model, ModelLoader models) {
    List<EndpointGroup> groups = new ArrayList<>();
    if (models.root("endpoints").get("partitions") instanceof List<?> partitions) {
      for (Object each : partitions) {
        Map<?, ?> partition = map(each);
        Map<?, ?> service = map(map(partition.get("services")).get(model.endpointPrefix()));
        List<EndpointRow> rows = rows(model, partition, service);
        if (!rows.isEmpty()) {
          groups.add(new EndpointGroup(text(partition.get("partitionName")), rows));
        }
      }
    }
    return groups;
  }

  private static List<EndpointRow> rows(
      ServiceModel model, Map<?, ?> partition, Map<?, ?> service) {
    List<EndpointRow> rows = new ArrayList<>();
    Map<?, ?> regions = map(partition.get("regions"));
    for (Map.Entry<?, ?> entry : map(service.get("endpoints")).entrySet()) {
      String region = text(entry.getKey());
      Map<?, ?> endpoint = map(entry.getValue());
      if (!region.contains("fips") && endpoint.get("deprecated") == null) {
        String host = hostname(endpoint, service, partition);
        host =
            host.replace("{service}", model.endpointPrefix())
                .replace("{region}", region)
                .replace("{dnsSuffix}", text(partition.get("dnsSuffix")));
        String signing = text(map(endpoint.get("credentialScope")).get("region"));
        rows.add(
            new EndpointRow(
                region,
                text(map(regions.get(region)).get("description")),
                host,
                signing.equals(region) ? "" : signing));
      }
    }
    return rows;
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
