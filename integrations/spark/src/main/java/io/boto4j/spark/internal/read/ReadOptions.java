package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.error.ServiceException;
import io.boto4j.model.OperationModel;
import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.Parameters;
import io.boto4j.spark.internal.SessionSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a reader, checked against the model: everything that can be known before a call.
 */
final class ReadOptions {
  private static final List<String> OWN =
      List.of(
          "service",
          "operation",
          "resultKey",
          "regions",
          "native",
          "mode",
          "corruptColumn",
          "sampleSize",
          "requestsPerSecond",
          "readUnitsPerSecond");

  private static final int USUAL_SAMPLE = 1000;
  private static final int MOST_SAMPLE = 1_000_000;

  final Options options;
  final Client client;
  final OperationModel operation;
  final ReadSpec spec;
  final List<ParameterSet> sets;
  final PlanOptions plan;

  ReadOptions(Map<String, String> given) {
    options = Options.of(given, "The source aws", known());
    List<String> regions = regions();
    SessionSpec session = SessionSpec.of(options);
    SessionSpec described =
        regions.isEmpty() || session.region() != null
            ? session
            : session.withRegion(regions.get(0));
    client = described.client(options.required("service", "dynamodb"));
    operation = ReadOperation.find(client, options.required("operation", "Scan"));
    plan = PlanOptions.of(options);
    sets = sets(regions);
    spec = spec(described);
    checkPlan();
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(SessionSpec.OPTIONS);
    known.addAll(Parameters.OPTIONS);
    known.addAll(PlanOptions.OPTIONS);
    return known;
  }

  private List<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    String text = options.text("regions");
    if (text != null) {
      for (String name : text.replace(',', ' ').strip().split(" +", -1)) {
        if (!regions.add(name)) {
          throw options.wrong("regions", text, "a list in which each region occurs once");
        }
      }
    }
    return List.copyOf(regions);
  }

  private List<ParameterSet> sets(List<String> regions) {
    Map<String, Object> base = Parameters.of(options, operation);
    List<?> given = PlanOptions.sets(options);
    Set<ParameterSet> sets = new LinkedHashSet<>();
    List<?> differing = given == null ? List.of(Map.of()) : given;
    List<@Nullable String> places = new ArrayList<>(regions);
    if (places.isEmpty()) {
      places.add(null);
    }
    for (String region : places) {
      for (Object each : differing) {
        if (!sets.add(ParameterSet.of(region, base).with(object(each)))) {
          throw new IllegalArgumentException(
              "The option 'partitions' lists "
                  + Json.write(each)
                  + " twice: its rows would be doubled.");
        }
      }
    }
    return List.copyOf(sets);
  }

  private Map<String, ?> object(Object set) {
    if (!(set instanceof Map<?, ?>)) {
      throw new IllegalArgumentException(
          "The option 'partitions' must list objects of parameters, but one is "
              + Json.write(set)
              + ".");
    }
    Map<String, Object> parameters = Parameters.object(Json.write(set), "partitions");
    Parameters.check(parameters, operation);
    return parameters;
  }

  private ReadSpec spec(SessionSpec session) {
    boolean paginated = client.canPaginate(operation.name());
    boolean items = isItems() && options.bool("native", true);
    String mode = options.oneOf("mode", "failFast", "permissive");
    String corrupt = options.text("corruptColumn");
    return new ReadSpec(
        session,
        client.service(),
        operation.name(),
        paginated,
        items ? List.of("Items") : resultKey(paginated),
        items,
        mode.equals("permissive"),
        corrupt == null ? "_corrupt_record" : corrupt,
        options.positive("requestsPerSecond", Double.POSITIVE_INFINITY),
        options.positive("readUnitsPerSecond", Double.POSITIVE_INFINITY),
        items ? keyNames() : List.of());
  }

  private boolean isItems() {
    return client.service().equals("dynamodb")
        && (operation.name().equals("Scan") || operation.name().equals("Query"));
  }

  private List<String> resultKey(boolean paginated) {
    String given = options.text("resultKey");
    if (given == null && paginated) {
      return ResultPath.names(client.paginator(operation.name()).resultKeys().get(0));
    }
    return given == null || given.equals("$") ? List.of() : ResultPath.names(given);
  }

  /** For messages and projections; a role that may only scan is fine too. */
  private List<String> keyNames() {
    Object table = sets.get(0).parameters().get("TableName");
    List<String> names = new ArrayList<>();
    if (table != null) {
      try {
        client
            .call("DescribeTable", Map.of("TableName", table))
            .structures("Table", "KeySchema")
            .forEach(key -> names.add(String.valueOf(key.text("AttributeName"))));
      } catch (ServiceException e) {
        return List.of();
      }
    }
    return names;
  }

  private void checkPlan() {
    boolean objects = spec.name().equals("s3.ListObjectsV2");
    boolean ranges = plan.prefixes() || !plan.splitKeys().isEmpty();
    if (ranges && !objects) {
      throw new IllegalArgumentException(
          "The options 'partitions=prefixes' and 'splitKeys' are for s3.ListObjectsV2, not for "
              + spec.name()
              + ": give 'partitions' as a JSON array of parameters.");
    }
    if (plan.segments() > 0 && !spec.name().equals("dynamodb.Scan")) {
      throw new IllegalArgumentException(
          "The option 'segments' is for dynamodb.Scan, not for " + spec.name() + ".");
    }
    if (!Double.isInfinite(spec.readUnitsPerSecond()) && !isItems()) {
      throw new IllegalArgumentException(
          "The option 'readUnitsPerSecond' is for dynamodb.Scan and Query, not for "
              + spec.name()
              + ": use 'requestsPerSecond'.");
    }
    if (ranges) {
      sets.forEach(set -> KeyRanges.check(set.parameters()));
    }
  }

  /** Returns the client for a region, or that of the session for null. */
  Client client(@Nullable String region) {
    return region == null ? client : spec.session().withRegion(region).client(spec.service());
  }

  int sampleSize() {
    return options.integer("sampleSize", USUAL_SAMPLE, 1, MOST_SAMPLE);
  }
}
