package io.boto4j.local.dynamodb.streams;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.DynamoDbEngine;
import io.boto4j.local.dynamodb.table.StreamRecord;
import io.boto4j.local.dynamodb.table.Streams;
import io.boto4j.local.dynamodb.table.TableStream;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.ValueWriter;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The streams of the tables in one world. Each stream has one shard. */
final class StreamsEngine implements Engine {
  private static final int MOST = 1000;
  private static final int MOST_STREAMS = 100;
  private static final long MOST_BYTES = 1024 * 1024;
  private static final Duration ITERATOR = Duration.ofMinutes(15);

  /** Sequence numbers of AWS have 21 digits and more. */
  private static final long FIRST_DIGITS = 100;

  private final EngineContext context;

  StreamsEngine(EngineContext context) {
    this.context = context;
  }

  @Override
  public Set<String> operations() {
    return Set.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams");
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Structure input = call.input();
    return switch (call.operation()) {
      case "DescribeStream" -> describeStream(input);
      case "GetRecords" -> getRecords(input);
      case "GetShardIterator" -> getShardIterator(input);
      case "ListStreams" -> listStreams(input);
      default -> throw new IllegalArgumentException("not emulated: " + call.operation());
    };
  }

  private Streams streams() {
    if (context.engine("dynamodb") instanceof DynamoDbEngine dynamodb) {
      return dynamodb.tables().streams();
    }
    throw new IllegalStateException("The engine of DynamoDB streams needs that of DynamoDB");
  }

  private Streams.Entry stream(@Nullable String arn) {
    Streams.Entry entry = arn == null ? null : streams().find(arn);
    if (entry == null) {
      throw new EngineException(
          "ResourceNotFoundException",
          "Requested resource not found: Stream: " + arn + " not found");
    }
    return entry;
  }

  private static String sequence(long number) {
    return String.format(Locale.ROOT, "%d%018d", FIRST_DIGITS, number);
  }

  private static long number(String sequence) {
    String prefix = Long.toString(FIRST_DIGITS);
    try {
      return Long.parseLong(
          sequence.startsWith(prefix) && sequence.length() > 18
              ? sequence.substring(prefix.length())
              : sequence);
    } catch (NumberFormatException e) {
      throw new EngineException("ValidationException", "Invalid SequenceNumber: " + sequence);
    }
  }

  private static String shard(TableStream stream) {
    return "shardId-" + String.format(Locale.ROOT, "%020d-%08x", 1, stream.label().hashCode());
  }

  private Map<String, ?> listStreams(Structure input) {
    String table = input.text("TableName");
    SortedMap<String, Streams.Entry> all = streams().all();
    String start = input.text("ExclusiveStartStreamArn");
    Integer wanted = input.integer("Limit");
    int limit = wanted == null ? MOST_STREAMS : Math.min(wanted, MOST_STREAMS);
    List<Object> found = new ArrayList<>();
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Streams", found);
    String last = null;
    for (Streams.Entry entry : (start == null ? all : all.tailMap(start + "\0")).values()) {
      if (table != null && !table.equals(entry.stream().table())) {
        continue;
      }
      if (found.size() == limit) {
        output.put("LastEvaluatedStreamArn", String.valueOf(last));
        break;
      }
      last = entry.arn();
      found.add(
          Map.of(
              "StreamArn", entry.arn(),
              "TableName", entry.stream().table(),
              "StreamLabel", entry.stream().label()));
    }
    return output;
  }

  private Map<String, ?> describeStream(Structure input) {
    Streams.Entry entry = stream(input.text("StreamArn"));
    TableStream stream = entry.stream();
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("StartingSequenceNumber", sequence(stream.oldest()));
    if (!entry.enabled()) {
      range.put("EndingSequenceNumber", sequence(Math.max(stream.oldest(), stream.next() - 1)));
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("StreamArn", entry.arn());
    description.put("StreamLabel", stream.label());
    description.put("StreamStatus", entry.enabled() ? "ENABLED" : "DISABLED");
    description.put("StreamViewType", stream.viewType());
    description.put("CreationRequestDateTime", entry.created());
    description.put("TableName", stream.table());
    description.put("KeySchema", entry.keySchema());
    List<Object> shards = new ArrayList<>();
    if (!shard(stream).equals(input.text("ExclusiveStartShardId"))) {
      shards.add(Map.of("ShardId", shard(stream), "SequenceNumberRange", range));
    }
    description.put("Shards", shards);
    return Map.of("StreamDescription", description);
  }

  private Map<String, ?> getShardIterator(Structure input) {
    Streams.Entry entry = stream(input.text("StreamArn"));
    TableStream stream = entry.stream();
    if (!shard(stream).equals(input.text("ShardId"))) {
      throw new EngineException(
          "ResourceNotFoundException", "Requested resource not found: Shard does not exist");
    }
    String sequence = input.text("SequenceNumber");
    String type = String.valueOf(input.text("ShardIteratorType"));
    boolean needsNumber = type.endsWith("_SEQUENCE_NUMBER");
    if (needsNumber && sequence == null) {
      throw new EngineException(
          "ValidationException", "SequenceNumber is required for ShardIteratorType: " + type);
    }
    long oldest = stream.oldest();
    long next =
        switch (type) {
          case "TRIM_HORIZON" -> oldest;
          case "LATEST" -> stream.next();
          case "AT_SEQUENCE_NUMBER" -> number(String.valueOf(sequence));
          case "AFTER_SEQUENCE_NUMBER" -> number(String.valueOf(sequence)) + 1;
          default ->
              throw new EngineException(
                  "ValidationException",
                  "1 validation error detected: Value '"
                      + type
                      + "' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy"
                      + " enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER,"
                      + " TRIM_HORIZON]");
        };
    checkNotTrimmed(next, oldest);
    return Map.of("ShardIterator", position(entry, next));
  }

  private static void checkNotTrimmed(long next, long oldest) {
    if (next < oldest) {
      throw new EngineException(
          "TrimmedDataAccessException",
          "The operation attempted to read past the oldest stream record in a shard");
    }
  }

  private String position(Streams.Entry entry, long next) {
    return new ShardIterators.Position(entry.arn(), next, context.clock().millis()).text();
  }

  private Map<String, ?> getRecords(Structure input) {
    ShardIterators.Position position =
        ShardIterators.parse(String.valueOf(input.text("ShardIterator")));
    if (position.time() < context.clock().millis() - ITERATOR.toMillis()) {
      throw new EngineException(
          "ExpiredIteratorException",
          "The shard iterator has expired: it is older than 15 minutes");
    }
    Streams.Entry entry = stream(position.stream());
    TableStream stream = entry.stream();
    checkNotTrimmed(position.next(), stream.oldest());
    Integer limit = input.integer("Limit");
    List<Object> records = new ArrayList<>();
    long next = position.next();
    long bytes = 0;
    for (TableStream.Numbered each :
        stream.read(next, limit == null ? MOST : Math.min(limit, MOST))) {
      Map<String, Object> record = record(stream, each);
      bytes += size(each.record(), stream.viewType());
      if (bytes > MOST_BYTES && !records.isEmpty()) {
        break;
      }
      records.add(record);
      next = each.number() + 1;
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Records", records);
    if (entry.enabled() || next < stream.next()) {
      output.put("NextShardIterator", position(entry, next));
    }
    return output;
  }

  private Map<String, Object> record(TableStream stream, TableStream.Numbered numbered) {
    StreamRecord change = numbered.record();
    String view = stream.viewType();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("ApproximateCreationDateTime", Instant.ofEpochSecond(change.time() / 1000));
    content.put("Keys", ValueWriter.wire(change.keys()));
    Attributes item = change.item();
    if (item != null && view.startsWith("NEW")) {
      content.put("NewImage", ValueWriter.wire(item));
    }
    Attributes old = change.old();
    if (old != null && view.contains("OLD")) {
      content.put("OldImage", ValueWriter.wire(old));
    }
    content.put("SequenceNumber", sequence(numbered.number()));
    content.put("SizeBytes", size(change, view));
    content.put("StreamViewType", view);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("eventID", eventId(stream, numbered.number()));
    record.put("eventName", change.eventName());
    record.put("eventVersion", "1.1");
    record.put("eventSource", "aws:dynamodb");
    record.put("awsRegion", context.region());
    record.put("dynamodb", content);
    if (change.expired()) {
      record.put(
          "userIdentity", Map.of("PrincipalId", "dynamodb.amazonaws.com", "Type", "Service"));
    }
    return record;
  }

  private static long size(StreamRecord change, String view) {
    long bytes = change.keys().bytes();
    Attributes item = change.item();
    Attributes old = change.old();
    bytes += item != null && view.startsWith("NEW") ? item.bytes() : 0;
    bytes += old != null && view.contains("OLD") ? old.bytes() : 0;
    return bytes;
  }

  /** Returns the id of a record, which is the same every time it is read. */
  private static String eventId(TableStream stream, long number) {
    return String.format(
        Locale.ROOT, "%08x%08x%016x", stream.table().hashCode(), stream.label().hashCode(), number);
  }
}
