package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Operations on queues, their attributes and tags. */
final class QueueOperations {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final Pattern FIFO_NAME = Pattern.compile("[A-Za-z0-9_-]{1,75}\\.fifo");
  private static final int MOST_TAGS = 50;
  private static final int MOST_RESULTS = 1000;
  private static final long MILLIS = 1000;

  /** The attributes in the order in which SQS returns them. */
  private static final List<String> NAMES =
      List.of(
          "Policy",
          "VisibilityTimeout",
          "MaximumMessageSize",
          "MessageRetentionPeriod",
          "ApproximateNumberOfMessages",
          "ApproximateNumberOfMessagesNotVisible",
          "CreatedTimestamp",
          "LastModifiedTimestamp",
          "QueueArn",
          "ApproximateNumberOfMessagesDelayed",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds",
          "RedrivePolicy",
          "FifoQueue",
          "ContentBasedDeduplication",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "DeduplicationScope",
          "FifoThroughputLimit",
          "RedriveAllowPolicy",
          "SqsManagedSseEnabled");

  private final Queues queues;

  QueueOperations(Queues queues) {
    this.queues = queues;
  }

  Map<String, ?> createQueue(EngineCall call) {
    String name = Objects.requireNonNullElse(call.input().text("QueueName"), "");
    Map<String, String> given = QueueAttributes.given(call.input().map("Attributes"));
    boolean fifo = isFifo(name, given.get("FifoQueue"));
    QueueAttributes attributes = checked(name, QueueAttributes.defaults(fifo), given);
    Map<String, String> tags = texts(call.input().map("tags"));
    checkTags(name, tags);
    Queue queue = queues.find(name);
    if (queue == null) {
      long now = queues.nowMillis() / MILLIS;
      queue =
          queues
              .context
              .store()
              .write(() -> queues.create(name, Queue.document(attributes, tags, now, now)));
    }
    checkSame(queue, given, attributes);
    return Map.of("QueueUrl", queue.url(call));
  }

  private static boolean isFifo(String name, @Nullable String fifo) {
    if (fifo != null && fifo.equalsIgnoreCase("true")) {
      if (!FIFO_NAME.matcher(name).matches()) {
        throw SqsErrors.parameter(
            "The name of a FIFO queue can only include alphanumeric characters, hyphens, or"
                + " underscores, must end with .fifo suffix and be 1 to 80 in length.");
      }
      return true;
    }
    if (!NAME.matcher(name).matches()) {
      throw SqsErrors.parameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    return false;
  }

  private QueueAttributes checked(String name, QueueAttributes current, Map<String, String> given) {
    Map<String, String> changes = new LinkedHashMap<>(given);
    String redrive = given.get("RedrivePolicy");
    if (redrive != null) {
      RedrivePolicy policy = RedrivePolicy.read(redrive);
      changes.put("RedrivePolicy", policy == null ? "" : policy.text());
      if (policy != null) {
        checkTarget(name, current.isFifo(), policy);
      }
    }
    String allow = given.get("RedriveAllowPolicy");
    if (allow != null) {
      RedrivePolicy.checkAllowPolicy(allow);
    }
    return current.with(changes);
  }

  private void checkTarget(String name, boolean fifo, RedrivePolicy policy) {
    Queue target = queues.findByArn(policy.targetArn());
    if (target == null) {
      throw SqsErrors.parameter(
          "RedrivePolicy", policy.text(), "Dead letter target does not exist.");
    }
    if (target.isFifo() != fifo) {
      throw SqsErrors.parameter(
          "RedrivePolicy",
          policy.text(),
          "Dead letter queue must be same type of queue as the source.");
    }
    String source = target.arn.substring(0, target.arn.lastIndexOf(':') + 1) + name;
    if (!RedrivePolicy.permits(target.attributes().get("RedriveAllowPolicy"), source)) {
      throw SqsErrors.parameter(
          "RedrivePolicy",
          policy.text(),
          "The dead-letter queue does not permit redrive from this source queue.");
    }
  }

  private void checkSame(Queue queue, Map<String, String> given, QueueAttributes wanted) {
    QueueAttributes current = queues.read(queue, queue::attributes);
    for (String attribute : given.keySet()) {
      if (!Objects.equals(current.get(attribute), wanted.get(attribute))) {
        throw new EngineException(
            "QueueNameExists",
            "A queue already exists with the same name and a different value for attribute "
                + attribute);
      }
    }
  }

  Map<String, ?> deleteQueue(EngineCall call) {
    queues.delete(queue(call));
    return Map.of();
  }

  Map<String, ?> getQueueUrl(EngineCall call) {
    String name = Objects.requireNonNullElse(call.input().text("QueueName"), "");
    Queue queue = queues.find(name);
    if (queue == null) {
      throw SqsErrors.noQueue();
    }
    return Map.of("QueueUrl", queue.url(call));
  }

  Map<String, ?> listQueues(EngineCall call) {
    String prefix = Objects.requireNonNullElse(call.input().text("QueueNamePrefix"), "");
    return list(call, "QueueUrls", queue -> queue.name.startsWith(prefix));
  }

  Map<String, ?> listDeadLetterSourceQueues(EngineCall call) {
    Queue target = queue(call);
    return list(
        call,
        "queueUrls",
        queue -> {
          RedrivePolicy policy = queue.redrivePolicy();
          return policy != null && policy.targetArn().equals(target.arn);
        });
  }

  private Map<String, ?> list(EngineCall call, String member, Predicate<Queue> wanted) {
    Integer most = call.input().integer("MaxResults");
    if (most != null && (most < 1 || most > MOST_RESULTS)) {
      throw SqsErrors.parameter(
          "MaxResults", most, "MaxResults must be an integer between 1 and 1000");
    }
    String token = call.input().text("NextToken");
    String after = token == null ? "" : PageToken.read(token);
    int limit = most == null ? MOST_RESULTS : most;
    List<String> urls = new ArrayList<>();
    String last = "";
    for (Queue queue : queues.all()) {
      if (queue.name.compareTo(after) <= 0 || !wanted.test(queue)) {
        continue;
      }
      if (urls.size() == limit) {
        return most == null
            ? Map.of(member, urls)
            : Map.of(member, urls, "NextToken", PageToken.write(last));
      }
      urls.add(queue.url(call));
      last = queue.name;
    }
    return urls.isEmpty() && member.equals("QueueUrls") ? Map.of() : Map.of(member, urls);
  }

  Map<String, ?> getQueueAttributes(EngineCall call) {
    Queue queue = queue(call);
    List<String> names = call.input().texts("AttributeNames");
    for (String name : names) {
      if (!name.equals("All") && !NAMES.contains(name)) {
        throw SqsErrors.attributeName(name);
      }
    }
    boolean all = names.contains("All");
    Map<String, String> values = new LinkedHashMap<>();
    queues.read(
        queue,
        () -> {
          for (String name : NAMES) {
            String value = all || names.contains(name) ? queue.attribute(name) : null;
            if (value != null) {
              values.put(name, value);
            }
          }
          return true;
        });
    return values.isEmpty() ? Map.of() : Map.of("Attributes", values);
  }

  Map<String, ?> setQueueAttributes(EngineCall call) {
    Queue queue = queue(call);
    Map<String, String> given = QueueAttributes.given(call.input().map("Attributes"));
    queues.write(
        queue,
        () -> {
          queue.setAttributes(
              checked(queue.name, queue.attributes(), given), queues.nowMillis() / MILLIS);
          queues.save(queue);
          queue.changed.signalAll();
          return true;
        });
    return Map.of();
  }

  Map<String, ?> purgeQueue(EngineCall call) {
    Queue queue = queue(call);
    queues.write(
        queue,
        () -> {
          queue.purge();
          return true;
        });
    return Map.of();
  }

  Map<String, ?> tagQueue(EngineCall call) {
    Queue queue = queue(call);
    Map<String, String> given = texts(call.input().map("Tags"));
    if (given.isEmpty()) {
      throw SqsErrors.missing("Tags");
    }
    return changeTags(queue, tags -> tags.putAll(given));
  }

  Map<String, ?> untagQueue(EngineCall call) {
    Queue queue = queue(call);
    List<String> keys = call.input().texts("TagKeys");
    if (keys.isEmpty()) {
      throw SqsErrors.parameter("Tag keys must be between 1 and 128 characters in length.");
    }
    return changeTags(queue, tags -> tags.keySet().removeAll(keys));
  }

  private Map<String, ?> changeTags(
      Queue queue, java.util.function.Consumer<Map<String, String>> change) {
    queues.write(
        queue,
        () -> {
          Map<String, String> tags = new TreeMap<>(queue.tags());
          change.accept(tags);
          checkTags(queue.name, tags);
          queue.setTags(tags);
          queues.save(queue);
          return true;
        });
    return Map.of();
  }

  Map<String, ?> listQueueTags(EngineCall call) {
    Queue queue = queue(call);
    Map<String, String> tags = queues.read(queue, queue::tags);
    return tags.isEmpty() ? Map.of() : Map.of("Tags", tags);
  }

  private static void checkTags(String queue, Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw SqsErrors.parameter("Too many tags added for queue " + queue + ".");
    }
    tags.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > 128) {
            throw SqsErrors.parameter("Tag keys must be between 1 and 128 characters in length.");
          }
          if (value.length() > 256) {
            throw SqsErrors.parameter("Tag values must be between 0 and 256 characters in length.");
          }
          if (key.toLowerCase(java.util.Locale.ROOT).startsWith("aws:")) {
            throw SqsErrors.parameter("Tag keys cannot start with aws:.");
          }
        });
  }

  private Queue queue(EngineCall call) {
    return queues.get(call.input().text("QueueUrl"));
  }

  private static Map<String, String> texts(Structure map) {
    Map<String, String> texts = new TreeMap<>();
    map.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }
}
