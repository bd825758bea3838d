package io.boto4j.local.sqs;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule that moves messages of a queue to its dead-letter queue.
 *
 * @param targetArn the dead-letter queue
 * @param maxReceiveCount how many times a message is received at most
 * @param text the policy as it is stored
 */
record RedrivePolicy(String targetArn, int maxReceiveCount, String text) {
  private static final int MOST = 1000;

  /**
   * Reads a policy.
   *
   * @return null for an empty policy, which removes the one that the queue has
   */
  static @Nullable RedrivePolicy read(String text) {
    if (text.isBlank()) {
      return null;
    }
    if (!(parsed("RedrivePolicy", text) instanceof Map<?, ?> map)) {
      throw unsupported("RedrivePolicy", text);
    }
    if (map.isEmpty()) {
      return null;
    }
    if (!(map.get("deadLetterTargetArn") instanceof String target)) {
      throw lacks("RedrivePolicy", text, "deadLetterTargetArn");
    }
    Object count = map.get("maxReceiveCount");
    if (count == null) {
      throw lacks("RedrivePolicy", text, "maxReceiveCount");
    }
    int most = count(text, count);
    if (count instanceof Number) {
      return new RedrivePolicy(target, most, text);
    }
    Map<String, Object> normal = new LinkedHashMap<>();
    normal.put("deadLetterTargetArn", target);
    normal.put("maxReceiveCount", most);
    return new RedrivePolicy(target, most, Json.write(normal));
  }

  private static int count(String text, Object count) {
    try {
      int most = new BigDecimal(count.toString()).intValueExact();
      if (most >= 1 && most <= MOST) {
        return most;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw badCount(text, count);
    }
    throw badCount(text, count);
  }

  private static EngineException badCount(String text, Object count) {
    return SqsErrors.parameter(
        "RedrivePolicy",
        text,
        "Invalid value for maxReceiveCount: "
            + count
            + ", valid values are from 1 to "
            + MOST
            + " both inclusive.");
  }

  private static EngineException lacks(String parameter, String text, String name) {
    return SqsErrors.parameter(
        parameter, text, "Redrive policy does not contain mandatory attribute: " + name + ".");
  }

  private static EngineException unsupported(String parameter, String text) {
    return SqsErrors.parameter(
        parameter,
        text,
        "Amazon SQS can't create the redrive policy, as it's in an unsupported format.");
  }

  private static @Nullable Object parsed(String parameter, String text) {
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      throw unsupported(parameter, text);
    }
  }

  /** Checks the policy of a dead-letter queue on its sources; an empty one removes it. */
  static void checkAllowPolicy(String text) {
    if (text.isBlank()) {
      return;
    }
    if (!(parsed("RedriveAllowPolicy", text) instanceof Map<?, ?> map)) {
      throw unsupported("RedriveAllowPolicy", text);
    }
    Structure policy = Structures.of(withTextKeys(map));
    String permission = map.get("redrivePermission") instanceof String given ? given : "";
    boolean hasSources = map.get("sourceQueueArns") instanceof List<?>;
    boolean valid =
        switch (permission) {
          case "allowAll", "denyAll" -> !hasSources;
          case "byQueue" -> hasSources && policy.list("sourceQueueArns").size() <= 10;
          default -> false;
        };
    if (!valid) {
      throw SqsErrors.parameter(
          "RedriveAllowPolicy",
          text,
          "Amazon SQS can't create the redrive allow policy, as it's in an unsupported format.");
    }
  }

  /** Whether the policy of a dead-letter queue permits a source. */
  static boolean permits(@Nullable String allowPolicy, String sourceArn) {
    if (allowPolicy == null || !(Json.read(allowPolicy) instanceof Map<?, ?> policy)) {
      return true;
    }
    return switch (String.valueOf(policy.get("redrivePermission"))) {
      case "denyAll" -> false;
      case "byQueue" ->
          policy.get("sourceQueueArns") instanceof List<?> sources && sources.contains(sourceArn);
      default -> true;
    };
  }

  private static Map<String, Object> withTextKeys(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(String.valueOf(name), value);
          }
        });
    return copy;
  }
}
