package io.boto4j.local.sqs;

import io.boto4j.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a queue that can be set: defaults, rules and changes. Instances never change.
 */
final class QueueAttributes {
  /** Integers, with the least and the greatest value. */
  private record Range(long least, long greatest) {}

  /**
   * AWS asks for at least 60 seconds of retention; tests that wait for its end in real time want
   * less.
   */
  private static final Map<String, Range> RANGES =
      Map.of(
          "DelaySeconds", new Range(0, 900),
          "MaximumMessageSize", new Range(1024, 1_048_576),
          "MessageRetentionPeriod", new Range(1, 1_209_600),
          "ReceiveMessageWaitTimeSeconds", new Range(0, 20),
          "VisibilityTimeout", new Range(0, 43_200),
          "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400));

  private static final Set<String> FIFO_ONLY =
      Set.of("ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "DeduplicationScope", List.of("queue", "messageGroup"),
          "FifoThroughputLimit", List.of("perQueue", "perMessageGroupId"));

  private final Map<String, String> values;

  private QueueAttributes(Map<String, String> values) {
    this.values = values;
  }

  static QueueAttributes defaults(boolean fifo) {
    TreeMap<String, String> values = new TreeMap<>();
    values.put("DelaySeconds", "0");
    values.put("MaximumMessageSize", "1048576");
    values.put("MessageRetentionPeriod", "345600");
    values.put("ReceiveMessageWaitTimeSeconds", "0");
    values.put("VisibilityTimeout", "30");
    values.put("SqsManagedSseEnabled", "true");
    if (fifo) {
      values.put("FifoQueue", "true");
      values.put("ContentBasedDeduplication", "false");
      values.put("DeduplicationScope", "queue");
      values.put("FifoThroughputLimit", "perQueue");
    }
    return new QueueAttributes(values);
  }

  static QueueAttributes stored(Map<String, ?> document) {
    TreeMap<String, String> values = new TreeMap<>();
    document.forEach((name, value) -> values.put(name, String.valueOf(value)));
    return new QueueAttributes(values);
  }

  Map<String, String> values() {
    return values;
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  long number(String name) {
    return Long.parseLong(values.getOrDefault(name, "0"));
  }

  boolean isFifo() {
    return is("FifoQueue");
  }

  boolean is(String name) {
    return "true".equals(values.get(name));
  }

  /**
   * Returns a copy in which given attributes are changed; an empty value removes a policy or key.
   */
  QueueAttributes with(Map<String, String> changes) {
    TreeMap<String, String> changed = new TreeMap<>(values);
    changes.forEach(
        (name, given) -> {
          String value = checked(name, given);
          if (value.isEmpty()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    if (changed.containsKey("KmsMasterKeyId")) {
      changed.putIfAbsent("KmsDataKeyReusePeriodSeconds", "300");
      if (!changes.containsKey("SqsManagedSseEnabled")) {
        changed.put("SqsManagedSseEnabled", "false");
      }
    }
    if ("perMessageGroupId".equals(changed.get("FifoThroughputLimit"))
        && !"messageGroup".equals(changed.get("DeduplicationScope"))) {
      throw SqsErrors.attributeValue("FifoThroughputLimit");
    }
    return new QueueAttributes(changed);
  }

  /** Checks the value of an attribute, and returns it as it is stored; empty to remove it. */
  private String checked(String name, String value) {
    Range range = RANGES.get(name);
    if (range != null) {
      return integer(name, value, range);
    }
    if (FIFO_ONLY.contains(name) && !isFifo()) {
      throw SqsErrors.attributeName(name);
    }
    List<String> choices = CHOICES.get(name);
    if (choices != null) {
      if (!choices.contains(value)) {
        throw SqsErrors.attributeValue(name);
      }
      return value;
    }
    return switch (name) {
      case "ContentBasedDeduplication", "SqsManagedSseEnabled" -> bool(name, value);
      case "FifoQueue" -> {
        if (isFifo() != value.equalsIgnoreCase("true")) {
          throw SqsErrors.attributeValue(name);
        }
        yield isFifo() ? "true" : "";
      }
      case "Policy" -> policy(value);
      case "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId" -> value;
      default -> throw SqsErrors.attributeName(name);
    };
  }

  private static String integer(String name, String value, Range range) {
    try {
      BigInteger number = new BigInteger(value.strip());
      if (number.compareTo(BigInteger.valueOf(range.least)) >= 0
          && number.compareTo(BigInteger.valueOf(range.greatest)) <= 0) {
        return number.toString();
      }
    } catch (NumberFormatException e) {
      throw SqsErrors.attributeValue(name);
    }
    throw SqsErrors.attributeValue(name);
  }

  private static String bool(String name, String value) {
    return switch (value.toLowerCase(java.util.Locale.ROOT)) {
      case "true" -> "true";
      case "false" -> "false";
      default -> throw SqsErrors.attributeValue(name);
    };
  }

  private static String policy(String value) {
    if (value.isBlank()) {
      return "";
    }
    try {
      if (Json.read(value) instanceof Map<?, ?> policy) {
        return policy.isEmpty() ? "" : value;
      }
    } catch (IllegalArgumentException e) {
      throw SqsErrors.attributeValue("Policy");
    }
    throw SqsErrors.attributeValue("Policy");
  }

  /** The names of attributes as given, without blanks around them. */
  static Map<String, String> given(Map<String, ?> input) {
    Map<String, String> given = new LinkedHashMap<>();
    input.forEach((name, value) -> given.put(name.strip(), String.valueOf(value)));
    return given;
  }
}
