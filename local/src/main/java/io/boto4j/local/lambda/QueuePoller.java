package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invokes a function with the messages of a queue. */
final class QueuePoller implements EventSourceMappings.Poller {
  private static final int MOST_IN_ONE_CALL = 10;

  private final Functions functions;
  private final Runner runner;

  /** Messages that wait for the batch to fill, and since when. Used by one thread at a time. */
  private final List<Structure> waiting = new ArrayList<>();

  private @Nullable Instant since;

  QueuePoller(Functions functions, Runner runner) {
    this.functions = functions;
    this.runner = runner;
  }

  @Override
  public void poll(Structure mapping) {
    EventSources queue = new EventSources(functions.context, source(mapping));
    Integer given = mapping.integer("BatchSize");
    int size = given == null ? MOST_IN_ONE_CALL : given;
    while (true) {
      boolean more = receive(queue, size - waiting.size());
      if (waiting.isEmpty()) {
        since = null;
        return;
      }
      if (waiting.size() < size && !isOver(mapping)) {
        return;
      }
      List<Structure> batch = List.copyOf(waiting);
      waiting.clear();
      since = null;
      if (!handle(mapping, queue, batch) || !more) {
        return;
      }
    }
  }

  private static String source(Structure mapping) {
    return Functions.text(mapping, "EventSourceArn");
  }

  /** Fills the batch. Returns whether there may be more messages. */
  private boolean receive(EventSources queue, int wanted) {
    int missing = wanted;
    while (missing > 0) {
      List<Structure> messages =
          queue
              .sqs(
                  "ReceiveMessage",
                  Map.of(
                      "MaxNumberOfMessages", Math.min(MOST_IN_ONE_CALL, missing),
                      "WaitTimeSeconds", 0,
                      "AttributeNames", List.of("All"),
                      "MessageAttributeNames", List.of("All")))
              .structures("Messages");
      if (messages.isEmpty()) {
        return false;
      }
      if (since == null) {
        since = functions.now();
      }
      waiting.addAll(messages);
      missing -= messages.size();
    }
    return true;
  }

  private boolean isOver(Structure mapping) {
    Integer window = mapping.integer("MaximumBatchingWindowInSeconds");
    Instant start = since;
    return window == null || start == null || !start.plusSeconds(window).isAfter(functions.now());
  }

  /** Invokes the function, and deletes what it has handled. Returns whether to go on. */
  private boolean handle(Structure mapping, EventSources queue, List<Structure> batch) {
    EventFilter filter = new EventFilter(mapping);
    List<Map<String, Object>> records = new ArrayList<>();
    Map<String, String> receipts = new LinkedHashMap<>();
    List<String> done = new ArrayList<>();
    for (Structure message : batch) {
      String receipt = Functions.text(message, "ReceiptHandle");
      Map<String, Object> record = record(mapping, message);
      if (filter.passes(filtered(record))) {
        records.add(record);
        receipts.put(Functions.text(message, "MessageId"), receipt);
      } else {
        done.add(receipt);
      }
    }
    boolean succeeded = true;
    if (!records.isEmpty()) {
      succeeded = invoke(mapping, records, receipts, done);
    }
    for (String receipt : done) {
      queue.sqs("DeleteMessage", Map.of("ReceiptHandle", receipt));
    }
    return succeeded;
  }

  private boolean invoke(
      Structure mapping,
      List<Map<String, Object>> records,
      Map<String, String> receipts,
      List<String> done) {
    FunctionId id = FunctionId.of(mapping.text("FunctionArn"));
    Set<String> failed;
    try {
      Runner.Result result = runner.run(id, BatchResponse.event(records), Functions.newId(), null);
      failed = BatchResponse.failures(mapping, result, List.copyOf(receipts.keySet()));
    } catch (EngineException e) {
      // Throttled: the messages become visible again by themselves.
      return false;
    }
    receipts.forEach(
        (message, receipt) -> {
          if (!failed.contains(message)) {
            done.add(receipt);
          }
        });
    return failed.isEmpty();
  }

  /** A record as filters see it: a body that is JSON is an object. */
  private static Map<String, Object> filtered(Map<String, Object> record) {
    Map<String, Object> seen = new LinkedHashMap<>(record);
    Object body = EventFilter.json(String.valueOf(record.get("body")));
    if (body instanceof Map<?, ?> || body instanceof List<?>) {
      seen.put("body", body);
    }
    return seen;
  }

  private static Map<String, Object> record(Structure mapping, Structure message) {
    String source = source(mapping);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("messageId", Functions.text(message, "MessageId"));
    record.put("receiptHandle", Functions.text(message, "ReceiptHandle"));
    record.put("body", Functions.text(message, "Body"));
    record.put("attributes", message.map("Attributes"));
    Map<String, Object> attributes = new LinkedHashMap<>();
    message
        .structureMap("MessageAttributes")
        .forEach((name, value) -> attributes.put(name, attribute(value)));
    record.put("messageAttributes", attributes);
    String digest = message.text("MD5OfMessageAttributes");
    if (digest != null) {
      record.put("md5OfMessageAttributes", digest);
    }
    record.put("md5OfBody", Functions.text(message, "MD5OfBody"));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", source);
    record.put("awsRegion", source.split(":", -1)[3]);
    return record;
  }

  private static Map<String, Object> attribute(Structure value) {
    Map<String, Object> shown = new LinkedHashMap<>();
    String text = value.text("StringValue");
    if (text != null) {
      shown.put("stringValue", text);
    }
    byte[] bytes = value.bytes("BinaryValue");
    if (bytes != null) {
      shown.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
    }
    shown.put("stringListValues", List.of());
    shown.put("binaryListValues", List.of());
    shown.put("dataType", Objects.toString(value.text("DataType")));
    return shown;
  }
}
