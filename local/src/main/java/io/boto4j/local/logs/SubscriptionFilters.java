package io.boto4j.local.logs;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.logs.pattern.FilterPattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Subscription filters, which send matching events to functions and streams. */
final class SubscriptionFilters {
  private static final int MOST = 2;

  private final LogGroups groups;
  private final Destinations destinations;
  private final MVMap<String, Object> map;

  SubscriptionFilters(LogGroups groups, Destinations destinations) {
    this.groups = groups;
    this.destinations = destinations;
    this.map = groups.context.store().map("subscriptionFilters");
  }

  void register(OperationTable table) {
    table.read("PutSubscriptionFilter", call -> put(call, table));
    table.read("DescribeSubscriptionFilters", this::describe);
    table.write("DeleteSubscriptionFilter", this::delete);
  }

  void groupDeleted(String group) {
    LogGroups.keys(map, group + LogGroups.SEPARATOR).forEach(map::remove);
  }

  private Map<String, ?> put(EngineCall call, OperationTable table) {
    Structure input = call.input();
    String group = LogGroups.text(input, "logGroupName");
    groups.group(group);
    ReadEvents.pattern(input.text("filterPattern"));
    checkDestination(LogGroups.text(input, "destinationArn"));
    String key = group + LogGroups.SEPARATOR + LogGroups.text(input, "filterName");
    return table.change(() -> store(group, key, input));
  }

  private Map<String, ?> store(String group, String key, Structure input) {
    Structure before = LogGroups.structure(map.get(key));
    if (before.isEmpty() && LogGroups.keys(map, group + LogGroups.SEPARATOR).size() >= MOST) {
      throw LogsErrors.limit();
    }
    Long created = before.longInteger("creationTime");
    Map<String, Object> stored = new LinkedHashMap<>(input);
    stored.putIfAbsent("distribution", "ByLogStream");
    stored.put("creationTime", created == null ? groups.now() : created);
    map.put(key, stored);
    return Map.of();
  }

  private void checkDestination(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      throw LogsErrors.parameter("The destination ARN is not valid.");
    }
    EngineContext world = groups.context.world(parts[4], parts[3]);
    switch (parts[2]) {
      case "lambda" -> {
        try {
          world.call("lambda", "GetFunctionConfiguration", Map.of("FunctionName", arn));
        } catch (EngineException e) {
          throw LogsErrors.parameter(
              "Could not execute the lambda function. Make sure you have given CloudWatch Logs"
                  + " permission to execute your function.");
        }
      }
      case "logs" -> {
        if (destinations.target(arn) == null) {
          throw LogsErrors.notFound("The specified destination does not exist.");
        }
      }
      case "kinesis", "firehose" -> {
        if (world.engine(parts[2]) == null) {
          throw new EngineException(
              "NotImplemented", "boto4j-local does not emulate subscriptions of " + parts[2]);
        }
      }
      default ->
          throw LogsErrors.parameter(
              "PutSubscriptionFilter operation cannot work with destinationArn for vendor "
                  + parts[2]);
    }
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String group = LogGroups.text(input, "logGroupName");
    groups.group(group);
    String prefix = input.text("filterNamePrefix");
    List<Structure> found = new ArrayList<>();
    for (String key : LogGroups.keys(map, group + LogGroups.SEPARATOR)) {
      Structure filter = LogGroups.structure(map.get(key));
      if (prefix == null || LogGroups.text(filter, "filterName").startsWith(prefix)) {
        found.add(filter);
      }
    }
    return Pages.page(
        input, "subscriptionFilters", found, filter -> LogGroups.text(filter, "filterName"));
  }

  private Map<String, ?> delete(EngineCall call) {
    String group = LogGroups.text(call.input(), "logGroupName");
    groups.group(group);
    String key = group + LogGroups.SEPARATOR + LogGroups.text(call.input(), "filterName");
    if (!map.containsKey(key)) {
      throw LogsErrors.notFound("The specified subscription filter does not exist.");
    }
    map.remove(key);
    return Map.of();
  }

  // Delivery

  /** Sends new events to the subscriptions of their group. */
  void added(String group, List<Events.Event> events) {
    if (events.isEmpty()) {
      return;
    }
    for (String key : LogGroups.keys(map, group + LogGroups.SEPARATOR)) {
      Structure filter = LogGroups.structure(map.get(key));
      FilterPattern pattern = ReadEvents.pattern(filter.text("filterPattern"));
      List<Map<String, Object>> matching = new ArrayList<>();
      for (Events.Event event : events) {
        Map<String, String> values = pattern.match(event.message());
        if (values != null) {
          matching.add(event(event, values));
        }
      }
      if (!matching.isEmpty()) {
        byte[] data = data(group, events.get(0).stream(), filter, matching);
        groups.context.schedule(Duration.ZERO, () -> deliver(filter, data));
      }
    }
  }

  private static Map<String, Object> event(Events.Event event, Map<String, String> values) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("id", event.id());
    made.put("timestamp", event.timestamp());
    made.put("message", event.message());
    if (!values.isEmpty()) {
      Map<String, String> fields = new LinkedHashMap<>();
      values.forEach((name, value) -> fields.put(name.replaceFirst("^\\$\\.?", ""), value));
      made.put("extractedFields", fields);
    }
    return made;
  }

  private byte[] data(
      String group, String stream, Structure filter, List<Map<String, Object>> events) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("messageType", "DATA_MESSAGE");
    document.put("owner", groups.context.account());
    document.put("logGroup", group);
    document.put("logStream", stream);
    document.put("subscriptionFilters", List.of(LogGroups.text(filter, "filterName")));
    document.put("logEvents", events);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(Json.write(document).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void deliver(Structure filter, byte[] data) {
    String arn = LogGroups.text(filter, "destinationArn");
    @Nullable String target = arn.contains(":logs:") ? destinations.target(arn) : arn;
    String[] parts = String.valueOf(target).split(":", 6);
    if (parts.length < 6) {
      return;
    }
    EngineContext world = groups.context.world(parts[4], parts[3]);
    String name = parts[5].substring(parts[5].indexOf('/') + 1);
    try {
      switch (parts[2]) {
        case "lambda" ->
            world.call(
                "lambda",
                "Invoke",
                Map.of(
                    "FunctionName",
                    String.valueOf(target),
                    "InvocationType",
                    "Event",
                    "Payload",
                    Json.write(
                            Map.of(
                                "awslogs",
                                Map.of("data", Base64.getEncoder().encodeToString(data))))
                        .getBytes(StandardCharsets.UTF_8)));
        case "kinesis" ->
            world.call(
                "kinesis",
                "PutRecord",
                Map.of("StreamName", name, "Data", data, "PartitionKey", arn));
        default ->
            world.call(
                "firehose",
                "PutRecord",
                Map.of("DeliveryStreamName", name, "Record", Map.of("Data", data)));
      }
    } catch (EngineException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "The subscription to {0} failed: {1}", arn, e);
    }
  }
}
