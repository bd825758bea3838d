package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import io.boto4j.model.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Dashboards, as texts. */
final class Dashboards {
  private static final int PAGE = 1000;

  private final EngineContext context;
  private final MVMap<String, Object> dashboards;

  Dashboards(EngineContext context) {
    this.context = context;
    this.dashboards = context.store().map("dashboards");
  }

  void register(OperationTable table) {
    table.write("PutDashboard", this::put);
    table.read("GetDashboard", this::get);
    table.read("ListDashboards", this::list);
    table.write("DeleteDashboards", this::delete);
  }

  @SuppressWarnings("unchecked") // put() writes the map
  private @Nullable Structure find(String name) {
    return dashboards.get(name) instanceof Map<?, ?> dashboard
        ? Structures.of((Map<String, ?>) dashboard)
        : null;
  }

  private static EngineException missing(String name) {
    return new EngineException(
        "DashboardNotFoundError", "Dashboard " + name + " does not exist", 404, Map.of());
  }

  private Map<String, ?> put(EngineCall call) {
    String name = String.valueOf(call.input().text("DashboardName"));
    String body = String.valueOf(call.input().text("DashboardBody"));
    if (!name.matches("[A-Za-z0-9_-]{1,255}")) {
      throw CloudWatchErrors.invalid(
          "The value "
              + name
              + " for field DashboardName contains invalid characters. It can only"
              + " contain alphanumerics, dash (-) and underscore (_).\n");
    }
    checkBody(body);
    dashboards.put(
        name,
        Params.of(
            "DashboardName",
            name,
            "DashboardBody",
            body,
            "DashboardArn",
            "arn:"
                + Partition.of(context.region())
                + ":cloudwatch::"
                + context.account()
                + ":dashboard/"
                + name,
            "LastModified",
            context.clock().instant()));
    return Params.of("DashboardValidationMessages", List.of());
  }

  private static void checkBody(String body) {
    try {
      if (new JsonReader(body.getBytes(StandardCharsets.UTF_8)).readValue() instanceof Map<?, ?>) {
        return;
      }
    } catch (RuntimeException e) {
      throw invalidBody();
    }
    throw invalidBody();
  }

  private static EngineException invalidBody() {
    return new EngineException(
        "DashboardInvalidInputError",
        "The field DashboardBody must be a valid JSON object",
        400,
        Map.of());
  }

  private Map<String, ?> get(EngineCall call) {
    String name = String.valueOf(call.input().text("DashboardName"));
    Structure dashboard = find(name);
    if (dashboard == null) {
      throw missing(name);
    }
    return Params.copyOf(dashboard).without("LastModified");
  }

  private Map<String, ?> list(EngineCall call) {
    String prefix = call.input().text("DashboardNamePrefix");
    List<Object> found = new ArrayList<>();
    for (String name : dashboards.keySet()) {
      Structure dashboard = find(name);
      if (dashboard != null && (prefix == null || name.startsWith(prefix))) {
        String body = String.valueOf(dashboard.text("DashboardBody"));
        found.add(
            Params.copyOf(dashboard)
                .without("DashboardBody")
                .with("Size", (long) body.getBytes(StandardCharsets.UTF_8).length));
      }
    }
    int first = Math.min(Alarms.from(call.input().text("NextToken")), found.size());
    int end = Math.min(found.size(), first + PAGE);
    return Params.of(
        "DashboardEntries",
        found.subList(first, end),
        "NextToken",
        end < found.size() ? Integer.toString(end) : null);
  }

  private Map<String, ?> delete(EngineCall call) {
    List<String> names = call.input().texts("DashboardNames");
    if (names.isEmpty()) {
      throw CloudWatchErrors.invalid("The list DashboardNames must not be empty.");
    }
    for (String name : names) {
      if (find(name) == null) {
        throw missing(name);
      }
    }
    names.forEach(dashboards::remove);
    return Map.of();
  }
}
