package io.boto4j.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publish and PublishBatch. */
final class Publishing {
  private static final int LARGEST = 262_144;
  private static final int LONGEST_SUBJECT = 100;
  private static final int MOST_ENTRIES = 10;

  private final EngineContext context;
  private final Topics topics;
  private final Subscriptions subscriptions;
  private final Applications applications;
  private final Phones phones;
  private final Delivery delivery;
  private final FifoTopics fifo;

  Publishing(
      EngineContext context,
      Topics topics,
      Subscriptions subscriptions,
      Applications applications,
      Phones phones,
      Delivery delivery) {
    this.context = context;
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.applications = applications;
    this.phones = phones;
    this.delivery = delivery;
    this.fifo = new FifoTopics(context);
  }

  Map<String, ?> publish(EngineCall call) {
    Structure input = call.input();
    String message = Objects.requireNonNullElse(input.text("Message"), "");
    String phone = input.text("PhoneNumber");
    checkMessage(input, message);
    if (phone != null) {
      return phones.publish(phone, message);
    }
    String target =
        input.text("TargetArn") == null ? input.text("TopicArn") : input.text("TargetArn");
    if (target == null) {
      throw SnsErrors.parameter("TopicArn or TargetArn Reason: no value for required parameter");
    }
    if (target.contains(":endpoint/")) {
      applications.publish(target, message);
      return Map.of("MessageId", UUID.randomUUID().toString());
    }
    Arns.checked(input.text("TargetArn") == null ? "TopicArn" : "TargetArn", target);
    return publish(target, topics.get(target), input, message, false);
  }

  private static void checkMessage(Structure input, String message) {
    String subject = input.text("Subject");
    if (subject != null && subject.length() > LONGEST_SUBJECT) {
      throw SnsErrors.invalid("Subject must be less than 100 characters");
    }
    if (message.isEmpty()) {
      throw SnsErrors.parameter("Empty message");
    }
    if (subject != null && (subject.isEmpty() || subject.indexOf('\n') >= 0)) {
      throw SnsErrors.parameter("Subject");
    }
    if (input.text("PhoneNumber") == null && size(input, message) > LARGEST) {
      throw SnsErrors.parameter("Message too long");
    }
    PublishedAttributes.check(input.structureMap("MessageAttributes"));
  }

  private static int size(Structure input, String message) {
    int size = message.getBytes(UTF_8).length;
    for (Map.Entry<String, Structure> entry : input.structureMap("MessageAttributes").entrySet()) {
      Structure value = entry.getValue();
      byte[] bytes = value.bytes("BinaryValue");
      String text = Objects.requireNonNullElse(value.text("StringValue"), "");
      size +=
          entry.getKey().length()
              + Objects.requireNonNullElse(value.text("DataType"), "").length()
              + (bytes == null ? text.getBytes(UTF_8).length : bytes.length);
    }
    return size;
  }

  private Map<String, ?> publish(
      String topicArn, Structure topic, Structure input, String message, boolean batch) {
    Map<String, String> messages = messages(input.text("MessageStructure"), message);
    String group = input.text("MessageGroupId");
    String deduplication = input.text("MessageDeduplicationId");
    boolean isFifo = Topics.isFifo(topic);
    if (!isFifo && deduplication != null) {
      throw SnsErrors.parameter(
          "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter"
              + " that is not valid for this topic type");
    }
    if (!isFifo) {
      Publication publication =
          publication(UUID.randomUUID().toString(), topicArn, messages, input, null, null);
      deliver(publication);
      return Map.of("MessageId", publication.id());
    }
    if (group == null || group.isEmpty()) {
      throw batch
          ? SnsErrors.parameter("The MessageGroupId parameter is required for FIFO topics")
          : new EngineException(
              "MissingParameter", "The request must contain the parameter MessageGroupId.");
    }
    if (deduplication == null
        && !"true".equals(topic.text("attributes", "ContentBasedDeduplication"))) {
      throw SnsErrors.parameter(
          "The topic should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
    String id = deduplication == null ? FifoTopics.digest(message) : deduplication;
    boolean perGroup = "MessageGroup".equals(topic.text("attributes", "FifoThroughputScope"));
    return fifo.publish(
        topicArn,
        perGroup ? group + "\u0000" + id : id,
        accepted ->
            deliver(
                publication(
                    accepted.messageId(),
                    topicArn,
                    messages,
                    input,
                    id,
                    accepted.sequenceNumber())));
  }

  private Publication publication(
      String id,
      String topicArn,
      Map<String, String> messages,
      Structure input,
      @Nullable String deduplication,
      @Nullable String sequence) {
    return new Publication(
        id,
        topicArn,
        messages,
        input.text("Subject"),
        input.structureMap("MessageAttributes"),
        input.text("MessageGroupId"),
        deduplication,
        sequence,
        context.clock().instant(),
        Topics.signatureVersion(topics.get(topicArn)));
  }

  private void deliver(Publication publication) {
    subscriptions
        .confirmed(publication.topicArn())
        .forEach((arn, subscription) -> delivery.deliver(arn, subscription, publication));
  }

  /** The message by protocol. */
  private static Map<String, String> messages(@Nullable String structure, String message) {
    if (structure == null || structure.isEmpty()) {
      return Map.of("default", message);
    }
    if (!structure.equals("json")) {
      throw SnsErrors.parameter("MessageStructure");
    }
    Map<String, String> messages = new LinkedHashMap<>();
    try {
      if (Json.read(message) instanceof Map<?, ?> map) {
        map.forEach(
            (protocol, text) -> {
              if (text instanceof String plain) {
                messages.put(String.valueOf(protocol), plain);
              }
            });
      }
    } catch (IllegalArgumentException e) {
      throw SnsErrors.parameter("Message Structure - JSON message body failed to parse");
    }
    if (!messages.containsKey("default")) {
      throw SnsErrors.parameter("Message Structure - No default entry in JSON message body");
    }
    return messages;
  }

  Map<String, ?> publishBatch(EngineCall call) {
    String topicArn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    Structure topic = topics.get(topicArn);
    List<Structure> entries = call.input().structures("PublishBatchRequestEntries");
    checkBatch(entries);
    if (Topics.isFifo(topic)
        && entries.stream().anyMatch(entry -> entry.text("MessageGroupId") == null)) {
      throw SnsErrors.parameter("The MessageGroupId parameter is required for FIFO topics");
    }
    List<Map<String, Object>> successful = new ArrayList<>();
    List<Map<String, Object>> failed = new ArrayList<>();
    for (Structure entry : entries) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("Id", Objects.requireNonNullElse(entry.text("Id"), ""));
      String message = Objects.requireNonNullElse(entry.text("Message"), "");
      try {
        checkMessage(entry, message);
        result.putAll(publish(topicArn, topic, entry, message, true));
        successful.add(result);
      } catch (EngineException e) {
        result.put("Code", SnsErrors.entryCode(e));
        result.put("Message", e.serviceMessage());
        result.put("SenderFault", true);
        failed.add(result);
      }
    }
    return Map.of("Successful", successful, "Failed", failed);
  }

  private static void checkBatch(List<Structure> entries) {
    if (entries.isEmpty()) {
      throw new EngineException(
          "EmptyBatchRequestException", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new EngineException(
          "TooManyEntriesInBatchRequestException",
          "The batch request contains more entries than permissible.");
    }
    Set<String> ids = new HashSet<>();
    int size = 0;
    for (Structure entry : entries) {
      String id = Objects.requireNonNullElse(entry.text("Id"), "");
      if (!ids.add(id)) {
        throw new EngineException(
            "BatchEntryIdsNotDistinctException",
            "Two or more batch entries in the request have the same Id.");
      }
      if (id.isEmpty() || id.length() > 80) {
        throw new EngineException(
            "InvalidBatchEntryIdException",
            "The Id of a batch entry in a batch request doesn't abide by the specification.");
      }
      size += size(entry, Objects.requireNonNullElse(entry.text("Message"), ""));
    }
    if (size > LARGEST) {
      throw new EngineException(
          "BatchRequestTooLongException",
          "The length of all the messages put together is more than the limit.");
    }
  }
}
