package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SendMessage and SendMessageBatch. */
final class Sending {
  private static final int LARGEST_BATCH = 1_048_576;
  private static final long MILLIS = 1000;
  private static final int LONGEST_DELAY = 900;
  private static final Pattern ID = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");
  private static final String NOT_FOR_THIS_TYPE =
      "The request include parameter that is not valid for this queue type.";

  private final Queues queues;

  Sending(Queues queues) {
    this.queues = queues;
  }

  /** A message that has been checked. */
  private record Draft(
      Message.Content content, @Nullable Attribute trace, @Nullable Integer delaySeconds) {}

  Map<String, ?> send(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    return queues.write(
        queue, () -> add(queue, draft(queue, call.input(), sender(call)), queues.nowMillis()));
  }

  Map<String, ?> sendBatch(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    List<Structure> entries = call.input().structures("Entries");
    Batch.check(entries, "SendMessageBatchRequestEntry");
    int size = 0;
    for (Structure entry : entries) {
      size += size(entry);
    }
    if (size > LARGEST_BATCH) {
      throw new EngineException(
          "BatchRequestTooLong",
          "Batch requests cannot be longer than "
              + LARGEST_BATCH
              + " bytes. You have sent "
              + size
              + " bytes.");
    }
    return queues.write(
        queue,
        () -> {
          entries.forEach(entry -> checkIds(queue, entry));
          long now = queues.nowMillis();
          return Batch.run(entries, entry -> add(queue, draft(queue, entry, sender(call)), now));
        });
  }

  private static int size(Structure message) {
    return MessageAttributes.utf8Length(body(message))
        + MessageAttributes.size(Attribute.all(message.structureMap("MessageAttributes")));
  }

  private static String body(Structure message) {
    return Objects.requireNonNullElse(message.text("MessageBody"), "");
  }

  /** The id of the caller; an account for its root. */
  private static String sender(EngineCall call) {
    String arn = call.caller().arn();
    return arn.endsWith(":root")
        ? call.caller().account()
        : "AIDA" + MessageAttributes.md5(arn).substring(0, 17).toUpperCase(java.util.Locale.ROOT);
  }

  /** Checks the group and the deduplication id, which a FIFO queue needs. */
  private static void checkIds(Queue queue, Structure message) {
    String group = message.text("MessageGroupId");
    String deduplication = message.text("MessageDeduplicationId");
    checkId("MessageGroupId", group);
    checkId("MessageDeduplicationId", deduplication);
    if (!queue.isFifo()) {
      if (deduplication != null) {
        throw SqsErrors.parameter("MessageDeduplicationId", deduplication, NOT_FOR_THIS_TYPE);
      }
      return;
    }
    if (group == null) {
      throw SqsErrors.missing("MessageGroupId");
    }
    if (deduplication == null && !queue.attributes().is("ContentBasedDeduplication")) {
      throw SqsErrors.parameter(
          "The queue should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
  }

  private static void checkId(String parameter, @Nullable String id) {
    if (id != null && !ID.matcher(id).matches()) {
      throw SqsErrors.parameter(
          parameter,
          id,
          parameter
              + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }
  }

  private Draft draft(Queue queue, Structure message, String sender) {
    Map<String, Attribute> attributes = Attribute.all(message.structureMap("MessageAttributes"));
    Map<String, Attribute> system = Attribute.all(message.structureMap("MessageSystemAttributes"));
    MessageAttributes.check(attributes);
    MessageAttributes.checkSystem(system);
    checkIds(queue, message);
    Integer delay = message.integer("DelaySeconds");
    checkDelay(queue, delay);
    String body = body(message);
    checkBody(body);
    long most = queue.attributes().number("MaximumMessageSize");
    if (size(message) > most) {
      throw SqsErrors.parameter(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + most
              + " bytes.");
    }
    Attribute trace = system.get("AWSTraceHeader");
    String deduplication = message.text("MessageDeduplicationId");
    if (deduplication == null && queue.attributes().is("ContentBasedDeduplication")) {
      deduplication = MessageAttributes.sha256(body);
    }
    return new Draft(
        new Message.Content(
            UUID.randomUUID().toString(),
            body,
            attributes,
            trace == null ? null : trace.text(),
            sender,
            message.text("MessageGroupId"),
            deduplication,
            null),
        trace,
        delay);
  }

  private static void checkDelay(Queue queue, @Nullable Integer delay) {
    if (delay == null) {
      return;
    }
    if (queue.isFifo() && delay != 0) {
      throw SqsErrors.parameter("DelaySeconds", delay, NOT_FOR_THIS_TYPE);
    }
    if (delay < 0 || delay > LONGEST_DELAY) {
      throw SqsErrors.parameter(
          "DelaySeconds", delay, "DelaySeconds must be >= 0 and <= " + LONGEST_DELAY + ".");
    }
  }

  /** Texts are those of XML 1.0. */
  private static void checkBody(String body) {
    if (body.isEmpty()) {
      throw SqsErrors.missing("MessageBody");
    }
    boolean valid =
        body.codePoints()
            .allMatch(
                c ->
                    c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    if (!valid) {
      throw new EngineException(
          "InvalidMessageContents",
          "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF |"
              + " #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }
  }

  /** Adds a message, unless it is a duplicate, and returns the answer. */
  private static Map<String, Object> add(Queue queue, Draft draft, long now) {
    Message.Content content = draft.content;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("MD5OfMessageBody", MessageAttributes.md5(content.body()));
    if (!content.attributes().isEmpty()) {
      answer.put("MD5OfMessageAttributes", MessageAttributes.md5(content.attributes()));
    }
    if (draft.trace != null) {
      answer.put(
          "MD5OfMessageSystemAttributes",
          MessageAttributes.md5(Map.of("AWSTraceHeader", draft.trace)));
    }
    String key = "";
    if (queue.isFifo()) {
      key =
          Deduplication.key(
              queue.attributes(),
              Objects.requireNonNullElse(content.deduplicationId(), ""),
              Objects.requireNonNullElse(content.group(), ""));
      Deduplication.Sent earlier = queue.deduplication.find(key, now);
      if (earlier != null) {
        answer.put("MessageId", earlier.messageId());
        answer.put("SequenceNumber", earlier.sequenceNumber());
        return answer;
      }
    }
    long delay =
        draft.delaySeconds == null || queue.isFifo()
            ? queue.attributes().number("DelaySeconds")
            : draft.delaySeconds;
    Message message = queue.add(content, now, now, delay * MILLIS);
    answer.put("MessageId", content.id());
    if (queue.isFifo()) {
      queue.deduplication.remember(key, message, now);
      answer.put("SequenceNumber", message.sequenceNumber());
    }
    return answer;
  }
}
