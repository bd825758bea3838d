package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Invokes a function with the records of a DynamoDB stream, in their order.
 *
 * <p>The position in the stream is stored when a batch is done. A batch that fails is tried again
 * with the next poll until it is too old or has failed too often; no later record passes it.
 */
final class StreamPoller implements EventSourceMappings.Poller {
  private static final int BATCH = 100;

  private final Functions functions;
  private final Runner runner;
  private final MVMap<String, Object> positions;

  /** The iterator at the end of the stream, for a mapping that begins there. */
  private @Nullable String latest;

  /** Batches that failed, in order: those that remain of a divided one. One thread uses them. */
  private final List<Batch> failed = new ArrayList<>();

  private record Batch(List<Structure> records, int attempts) {}

  StreamPoller(
      Functions functions, Runner runner, MVMap<String, Object> positions, Structure mapping) {
    this.functions = functions;
    this.runner = runner;
    this.positions = positions;
    if ("LATEST".equals(mapping.text("StartingPosition")) && position(mapping) == null) {
      latest = latest(mapping);
    }
  }

  private @Nullable String latest(Structure mapping) {
    try {
      return iterator(mapping, "LATEST", null);
    } catch (EngineException e) {
      // The first poll begins with the records that are newer than the mapping.
      return null;
    }
  }

  private @Nullable String position(Structure mapping) {
    return Functions.structure(positions.get(Functions.text(mapping, "UUID"))).text("Sequence");
  }

  private void advance(Structure mapping, Structure last) {
    String uuid = Functions.text(mapping, "UUID");
    Map<String, String> position = Map.of("Sequence", sequence(last));
    functions.context.store().write(() -> positions.put(uuid, position));
    latest = null;
  }

  private static String sequence(Structure record) {
    return Functions.text(record, "dynamodb", "SequenceNumber");
  }

  private EventSources source(Structure mapping) {
    return new EventSources(functions.context, Functions.text(mapping, "EventSourceArn"));
  }

  private @Nullable String shard(Structure mapping) {
    List<Structure> shards =
        source(mapping)
            .streams("DescribeStream", Map.of("StreamArn", mapping.text("EventSourceArn") + ""))
            .structures("StreamDescription", "Shards");
    return shards.isEmpty() ? null : shards.get(0).text("ShardId");
  }

  private @Nullable String iterator(Structure mapping, String type, @Nullable String sequence) {
    String shard = shard(mapping);
    if (shard == null) {
      return null;
    }
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("StreamArn", Functions.text(mapping, "EventSourceArn"));
    input.put("ShardId", shard);
    input.put("ShardIteratorType", type);
    if (sequence != null) {
      input.put("SequenceNumber", sequence);
    }
    return source(mapping).streams("GetShardIterator", input).text("ShardIterator");
  }

  @Override
  public void poll(Structure mapping) {
    while (true) {
      while (!failed.isEmpty()) {
        if (!run(mapping, failed.remove(0))) {
          return;
        }
      }
      List<Structure> records = read(mapping);
      if (records.isEmpty()) {
        return;
      }
      EventFilter filter = new EventFilter(mapping);
      List<Structure> passing = new ArrayList<>();
      for (Structure record : records) {
        if (filter.passes(event(mapping, record))) {
          passing.add(record);
        }
      }
      if (passing.isEmpty()) {
        advance(mapping, records.get(records.size() - 1));
      } else if (!run(mapping, new Batch(passing, 0))) {
        return;
      } else if (failed.isEmpty()) {
        advance(mapping, records.get(records.size() - 1));
      }
    }
  }

  private List<Structure> read(Structure mapping) {
    String position = position(mapping);
    boolean fromEnd = "LATEST".equals(mapping.text("StartingPosition")) && position == null;
    String iterator = position == null ? latest : null;
    try {
      if (iterator == null) {
        iterator =
            position == null
                ? iterator(mapping, "TRIM_HORIZON", null)
                : iterator(mapping, "AFTER_SEQUENCE_NUMBER", position);
      }
      return iterator == null ? List.of() : read(mapping, iterator, fromEnd);
    } catch (EngineException e) {
      if (e.code().equals("ExpiredIteratorException")) {
        latest = null;
        return List.of();
      }
      if (e.code().equals("TrimmedDataAccessException")) {
        String oldest = iterator(mapping, "TRIM_HORIZON", null);
        return oldest == null ? List.of() : read(mapping, oldest, fromEnd);
      }
      throw e;
    }
  }

  private List<Structure> read(Structure mapping, String iterator, boolean fromEnd) {
    Integer size = mapping.integer("BatchSize");
    Structure answer =
        source(mapping)
            .streams(
                "GetRecords",
                Map.of("ShardIterator", iterator, "Limit", size == null ? BATCH : size));
    List<Structure> records = new ArrayList<>(answer.structures("Records"));
    if (fromEnd && latest == null) {
      // The iterator of the end was lost: the records that are older than the mapping are not its.
      Instant created = mapping.instant("Created");
      Instant start = created == null ? Instant.EPOCH : created.minusMillis(999);
      records.removeIf(each -> created(each).isBefore(start));
    } else if (fromEnd && records.isEmpty()) {
      latest = answer.text("NextShardIterator");
    }
    return records;
  }

  private static Instant created(Structure record) {
    Instant time = record.instant("dynamodb", "ApproximateCreationDateTime");
    return time == null ? Instant.EPOCH : time;
  }

  /** Runs a batch. Returns false if the poll ends with it, since it must be tried again. */
  private boolean run(Structure mapping, Batch batch) {
    List<Structure> records = batch.records();
    Integer oldest = mapping.integer("MaximumRecordAgeInSeconds");
    if (oldest != null
        && oldest >= 0
        && age(records.get(0)).compareTo(Duration.ofSeconds(oldest)) > 0) {
      discard(mapping, batch, null, "RecordAgeExceeded");
      advance(mapping, records.get(records.size() - 1));
      return true;
    }
    List<Map<String, Object>> events = new ArrayList<>();
    List<String> sequences = new ArrayList<>();
    for (Structure record : records) {
      events.add(event(mapping, record));
      sequences.add(sequence(record));
    }
    Runner.Result result;
    try {
      result =
          runner.run(
              FunctionId.of(mapping.text("FunctionArn")),
              BatchResponse.event(events),
              Functions.newId(),
              null);
    } catch (EngineException e) {
      failed.add(0, batch);
      return false;
    }
    Set<String> failures = BatchResponse.failures(mapping, result, sequences);
    if (failures.isEmpty()) {
      advance(mapping, records.get(records.size() - 1));
      return true;
    }
    // Everything from the first failure on is tried again.
    int first = sequences.indexOf(failures.iterator().next());
    for (String each : failures) {
      first = Math.min(first, sequences.indexOf(each));
    }
    if (first > 0) {
      advance(mapping, records.get(first - 1));
    }
    Batch rest = new Batch(records.subList(first, records.size()), batch.attempts() + 1);
    return again(mapping, rest, result);
  }

  private Duration age(Structure record) {
    return Duration.between(created(record), functions.now());
  }

  private boolean again(Structure mapping, Batch batch, Runner.Result result) {
    Integer most = mapping.integer("MaximumRetryAttempts");
    List<Structure> records = batch.records();
    boolean divides =
        Boolean.TRUE.equals(mapping.bool("BisectBatchOnFunctionError")) && records.size() > 1;
    if (divides) {
      int middle = records.size() / 2;
      failed.add(0, new Batch(records.subList(0, middle), 0));
      failed.add(1, new Batch(records.subList(middle, records.size()), 0));
      return false;
    }
    if (most != null && most >= 0 && batch.attempts() > most) {
      discard(mapping, batch, result, "RetryAttemptsExhausted");
      advance(mapping, records.get(records.size() - 1));
      return true;
    }
    failed.add(0, batch);
    return false;
  }

  /** Reports a batch that is given up to the destination for failures. */
  private void discard(
      Structure mapping, Batch batch, Runner.@Nullable Result result, String condition) {
    String destination = mapping.text("DestinationConfig", "OnFailure", "Destination");
    if (destination == null || destination.isEmpty()) {
      return;
    }
    List<Structure> records = batch.records();
    Structure first = records.get(0);
    Structure last = records.get(records.size() - 1);
    String arn = Functions.text(mapping, "FunctionArn");
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("requestId", Functions.newId());
    request.put("functionArn", arn);
    request.put("condition", condition);
    request.put("approximateInvokeCount", batch.attempts());
    document.put("requestContext", request);
    if (result != null) {
      document.put("responseContext", Destinations.response(result));
    }
    document.put("version", "1.0");
    document.put("timestamp", Destinations.timestamp(functions.now()));
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("shardId", String.valueOf(shard(mapping)));
    info.put("startSequenceNumber", sequence(first));
    info.put("endSequenceNumber", sequence(last));
    info.put("approximateArrivalOfFirstRecord", created(first).toString());
    info.put("approximateArrivalOfLastRecord", created(last).toString());
    info.put("batchSize", records.size());
    info.put("streamArn", Functions.text(mapping, "EventSourceArn"));
    document.put("DDBStreamBatchInfo", info);
    new Destinations(functions).deliver(destination, arn, document, /* succeeded= */ false);
  }

  // Events

  private static Map<String, Object> event(Structure mapping, Structure record) {
    Map<String, Object> event = new LinkedHashMap<>();
    record.forEach(
        (name, value) -> {
          if (!name.equals("dynamodb") && !name.equals("userIdentity")) {
            event.put(name, value);
          }
        });
    Structure identity = record.structure("userIdentity");
    if (identity != null) {
      event.put(
          "userIdentity",
          Map.of(
              "type", Functions.text(identity, "Type"),
              "principalId", Functions.text(identity, "PrincipalId")));
    }
    event.put("dynamodb", json(record.map("dynamodb")));
    event.put("eventSourceARN", Functions.text(mapping, "EventSourceArn"));
    return event;
  }

  /** Values as the JSON of events has them: times in seconds, bytes in base 64. */
  private static Object json(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> made = new LinkedHashMap<>();
      map.forEach((name, each) -> made.put(String.valueOf(name), json(each)));
      return made;
    }
    if (value instanceof Iterable<?> items) {
      List<Object> made = new ArrayList<>();
      items.forEach(each -> made.add(json(each)));
      return made;
    }
    if (value instanceof Instant time) {
      return time.getEpochSecond();
    }
    return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value;
  }
}
