package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Event source mappings: functions that are invoked with the messages of queues and streams. */
final class EventSourceMappings {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private static final List<String> MEMBERS =
      List.of(
          "BatchSize",
          "FilterCriteria",
          "MaximumBatchingWindowInSeconds",
          "ParallelizationFactor",
          "StartingPosition",
          "StartingPositionTimestamp",
          "DestinationConfig",
          "MaximumRecordAgeInSeconds",
          "BisectBatchOnFunctionError",
          "MaximumRetryAttempts",
          "TumblingWindowInSeconds",
          "Topics",
          "Queues",
          "SourceAccessConfigurations",
          "SelfManagedEventSource",
          "FunctionResponseTypes",
          "AmazonManagedKafkaEventSourceConfig",
          "SelfManagedKafkaEventSourceConfig",
          "ScalingConfig",
          "DocumentDBEventSourceConfig",
          "KMSKeyArn",
          "MetricsConfig",
          "LoggingConfig",
          "ProvisionedPollerConfig",
          "EventSourceArn");

  private final Functions functions;
  private final EngineContext context;
  private final Runner runner;
  private final OperationTable table;
  private final Background background;
  private final MVMap<String, Object> map;
  private final MVMap<String, Object> positions;
  private final Map<String, Poller> pollers = new ConcurrentHashMap<>();

  EventSourceMappings(
      Functions functions, Runner runner, OperationTable table, Background background) {
    this.functions = functions;
    this.context = functions.context;
    this.runner = runner;
    this.table = table;
    this.background = background;
    this.map = context.store().map("mappings");
    this.positions = context.store().map("positions");
  }

  /** Reads an event source, and invokes the function with what it finds. */
  interface Poller {
    void poll(Structure mapping);
  }

  void register() {
    table.read("CreateEventSourceMapping", this::create);
    table.read("GetEventSourceMapping", call -> view(get(call)));
    table.write("UpdateEventSourceMapping", this::update);
    table.write("DeleteEventSourceMapping", this::delete);
    table.read("ListEventSourceMappings", this::list);
  }

  /** Goes on with the mappings of an earlier process. */
  void resume() {
    for (String id : map.keySet()) {
      start(Functions.structure(map.get(id)));
    }
  }

  // Operations

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"));
    String source = input.text("EventSourceArn");
    functions.checkQualifier(id);
    String kind = kind(source);
    Map<String, Object> mapping = new LinkedHashMap<>();
    String uuid = Functions.newId();
    mapping.put("UUID", uuid);
    mapping.put("EventSourceMappingArn", functions.arn("event-source-mapping:" + uuid));
    boolean stream = kind.equals("dynamodb");
    if (stream) {
      mapping.put("ParallelizationFactor", 1);
      mapping.put("DestinationConfig", Map.of("OnFailure", Map.of()));
      mapping.put("MaximumRecordAgeInSeconds", -1);
      mapping.put("BisectBatchOnFunctionError", false);
      mapping.put("MaximumRetryAttempts", -1);
      mapping.put("TumblingWindowInSeconds", 0);
      mapping.put("LastProcessingResult", "No records processed");
    }
    mapping.put("BatchSize", stream ? 100 : 10);
    mapping.put("MaximumBatchingWindowInSeconds", 0);
    mapping.put("FunctionResponseTypes", List.of());
    apply(input, mapping);
    check(kind, source, id, Functions.structure(mapping));
    mapping.put("FunctionArn", functions.arn(id.name(), id.qualifier()));
    mapping.put("State", Boolean.FALSE.equals(input.bool("Enabled")) ? "Disabled" : "Enabled");
    mapping.put("StateTransitionReason", "USER_INITIATED");
    mapping.put("LastModified", functions.now());
    mapping.put("Created", functions.now());
    if (input.get("Tags") != null) {
      mapping.put("Tags", input.map("Tags"));
    }
    Structure made =
        table.change(
            () -> {
              checkUnique(source, id);
              map.put(uuid, mapping);
              return Functions.structure(mapping);
            });
    start(made);
    return view(made);
  }

  private static void apply(Structure input, Map<String, Object> mapping) {
    for (String member : MEMBERS) {
      Object value = input.get(member);
      if (value != null) {
        mapping.put(member, value);
      }
    }
  }

  private static String kind(@Nullable String source) {
    if (source == null) {
      throw LambdaErrors.parameter(
          "Unrecognized event source, must be kinesis, dynamodb stream, sqs or kafka");
    }
    String[] parts = source.split(":", -1);
    String kind = parts.length > 2 ? parts[2] : "";
    if (kind.equals("sqs") || kind.equals("dynamodb")) {
      return kind;
    }
    throw LambdaErrors.parameter(
        List.of("kinesis", "kafka", "mq", "rds").contains(kind)
            ? "boto4j-local does not emulate event sources of " + kind
            : "Unrecognized event source, must be kinesis, dynamodb stream, sqs or kafka");
  }

  private void checkUnique(@Nullable String source, FunctionId id) {
    String arn = functions.arn(id.name(), id.qualifier());
    for (Object stored : map.values()) {
      Structure other = Functions.structure(stored);
      if (Objects.equals(source, other.text("EventSourceArn"))
          && arn.equals(other.text("FunctionArn"))) {
        throw LambdaErrors.conflict(
            "The event source arn (\" "
                + source
                + " \") and function (\" "
                + id.name()
                + " \") provided mapping already exists. Please update or delete the existing"
                + " mapping with UUID "
                + other.text("UUID"));
      }
    }
  }

  private void check(String kind, @Nullable String source, FunctionId id, Structure mapping) {
    EventSources sources = new EventSources(context, String.valueOf(source));
    if (kind.equals("sqs")) {
      Integer size = mapping.integer("BatchSize");
      Integer window = mapping.integer("MaximumBatchingWindowInSeconds");
      if (size != null && size > 10 && (window == null || window == 0)) {
        throw LambdaErrors.parameter(
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is"
                + " greater than 10");
      }
      sources.checkQueue(functions.resolve(id).integer("Configuration", "Timeout"));
    } else {
      if (mapping.text("StartingPosition") == null) {
        throw LambdaErrors.constraint("null", "startingPosition", "Member must not be null");
      }
      sources.checkStream();
    }
  }

  private Structure get(EngineCall call) {
    Object stored = map.get(Functions.text(call.input(), "UUID"));
    if (stored == null) {
      throw LambdaErrors.nothing();
    }
    return Functions.structure(stored);
  }

  private static Map<String, Object> view(Structure mapping) {
    Map<String, Object> shown = new LinkedHashMap<>(mapping);
    shown.remove("Created");
    shown.remove("Tags");
    return shown;
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure before = get(call);
    Map<String, Object> mapping = new LinkedHashMap<>(before);
    apply(input, mapping);
    String name = input.text("FunctionName");
    if (name != null) {
      FunctionId id = FunctionId.of(name);
      functions.checkQualifier(id);
      mapping.put("FunctionArn", functions.arn(id.name(), id.qualifier()));
    }
    Boolean enabled = input.bool("Enabled");
    if (enabled != null) {
      mapping.put("State", enabled ? "Enabled" : "Disabled");
    }
    mapping.put("LastModified", functions.now());
    map.put(Functions.text(before, "UUID"), mapping);
    Structure made = Functions.structure(mapping);
    start(made);
    return view(made);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure mapping = get(call);
    String uuid = Functions.text(mapping, "UUID");
    map.remove(uuid);
    positions.remove(uuid);
    pollers.remove(uuid);
    return Params.copyOf(view(mapping)).with("State", "Deleting");
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    String source = input.text("EventSourceArn");
    String name = input.text("FunctionName");
    String arn = null;
    if (name != null) {
      FunctionId id = FunctionId.of(name);
      arn = functions.arn(id.name(), id.qualifier());
    }
    List<Map<String, ?>> found = new ArrayList<>();
    for (Object stored : map.values()) {
      Structure mapping = Functions.structure(stored);
      if ((source == null || source.equals(mapping.text("EventSourceArn")))
          && (arn == null || arn.equals(mapping.text("FunctionArn")))) {
        found.add(view(mapping));
      }
    }
    return Pages.page(input, "EventSourceMappings", found);
  }

  // Polling

  private void start(Structure mapping) {
    String uuid = Functions.text(mapping, "UUID");
    if (!"Enabled".equals(mapping.text("State")) || pollers.containsKey(uuid)) {
      return;
    }
    Poller poller =
        kind(mapping.text("EventSourceArn")).equals("sqs")
            ? new QueuePoller(functions, runner)
            : new StreamPoller(functions, runner, positions, mapping);
    if (pollers.putIfAbsent(uuid, poller) == null) {
      tick(uuid, poller, new AtomicBoolean());
    }
  }

  /** Polls at an interval, unless the last poll still runs. */
  private void tick(String uuid, Poller poller, AtomicBoolean busy) {
    background.after(
        INTERVAL,
        () -> {
          Object stored = map.get(uuid);
          if (stored == null || pollers.get(uuid) != poller) {
            return;
          }
          Structure mapping = Functions.structure(stored);
          if (!"Enabled".equals(mapping.text("State"))) {
            pollers.remove(uuid, poller);
            return;
          }
          tick(uuid, poller, busy);
          if (busy.compareAndSet(false, true)) {
            try {
              poller.poll(mapping);
            } catch (EngineException e) {
              System.getLogger("io.boto4j.local")
                  .log(System.Logger.Level.DEBUG, "The event source mapping {0}: {1}", uuid, e);
            } finally {
              busy.set(false);
            }
          }
        });
  }
}
