package io.boto4j.local.sns;

import io.boto4j.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a topic: which there are, their rules and defaults. */
final class TopicAttributes {
  private static final Set<String> NAMES =
      Set.of(
          "DisplayName",
          "Policy",
          "DeliveryPolicy",
          "KmsMasterKeyId",
          "SignatureVersion",
          "TracingConfig",
          "FifoTopic",
          "ContentBasedDeduplication",
          "FifoThroughputScope");

  /** Attributes such as {@code SQSSuccessFeedbackRoleArn}. */
  private static final List<String> FEEDBACK_PROTOCOLS =
      List.of("HTTP", "Firehose", "Lambda", "Application", "SQS");

  private static final List<String> FEEDBACK_KINDS =
      List.of("SuccessFeedbackRoleArn", "SuccessFeedbackSampleRate", "FailureFeedbackRoleArn");

  private TopicAttributes() {}

  static boolean isKnown(String name) {
    return NAMES.contains(name)
        || FEEDBACK_PROTOCOLS.stream()
            .anyMatch(
                protocol -> FEEDBACK_KINDS.stream().anyMatch(kind -> name.equals(protocol + kind)));
  }

  /** Checks a value, and returns it as it is stored; empty to remove it. */
  static String checked(String name, String value) {
    return switch (name) {
      case "Policy" -> value.isEmpty() ? "" : Json.write(json(name, value));
      case "DeliveryPolicy" -> {
        if (!value.isEmpty()) {
          json(name, value);
        }
        yield value;
      }
      case "FifoTopic", "ContentBasedDeduplication" -> bool(name, value);
      case "SignatureVersion" -> oneOf(name, value, List.of("1", "2"));
      case "TracingConfig" -> oneOf(name, value, List.of("PassThrough", "Active"));
      case "FifoThroughputScope" -> oneOf(name, value, List.of("Topic", "MessageGroup"));
      case "DisplayName" -> {
        if (value.length() > 100) {
          throw SnsErrors.parameter("DisplayName Reason: must be at most 100 characters long");
        }
        yield value;
      }
      default -> value;
    };
  }

  private static String bool(String name, String value) {
    return oneOf(name, value.toLowerCase(Locale.ROOT), List.of("true", "false"));
  }

  private static String oneOf(String name, String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw SnsErrors.parameter("Attributes Reason: " + name + ": Invalid value [" + value + "].");
    }
    return value;
  }

  private static Map<?, ?> json(String name, String value) {
    try {
      if (Json.read(value) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (IllegalArgumentException e) {
      throw SnsErrors.parameter(name + ": Unable to parse: " + e.getMessage());
    }
    throw SnsErrors.parameter(name + ": Unable to parse");
  }

  static String defaultPolicy(String topicArn, String account) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", "__default_statement_ID");
    statement.put("Effect", "Allow");
    statement.put("Principal", Map.of("AWS", "*"));
    statement.put(
        "Action",
        List.of(
            "SNS:GetTopicAttributes",
            "SNS:SetTopicAttributes",
            "SNS:AddPermission",
            "SNS:RemovePermission",
            "SNS:DeleteTopic",
            "SNS:Subscribe",
            "SNS:ListSubscriptionsByTopic",
            "SNS:Publish"));
    statement.put("Resource", topicArn);
    statement.put("Condition", Map.of("StringEquals", Map.of("AWS:SourceOwner", account)));
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2008-10-17");
    policy.put("Id", "__default_policy_ID");
    policy.put("Statement", List.of(statement));
    return Json.write(policy);
  }

  /**
   * Returns the retry policy for deliveries over HTTP: the default with the changes of the topic.
   */
  static Map<String, @Nullable Object> effectiveDeliveryPolicy(@Nullable String policy) {
    Map<String, @Nullable Object> retry = new LinkedHashMap<>();
    retry.put("numNoDelayRetries", 0);
    retry.put("numMinDelayRetries", 0);
    retry.put("minDelayTarget", 20);
    retry.put("maxDelayTarget", 20);
    retry.put("numMaxDelayRetries", 0);
    retry.put("numRetries", 3);
    retry.put("backoffFunction", "linear");
    Map<String, @Nullable Object> effective = new LinkedHashMap<>();
    if (policy != null
        && !policy.isEmpty()
        && Json.read(policy) instanceof Map<?, ?> given
        && given.get("http") instanceof Map<?, ?> http
        && http.get("defaultHealthyRetryPolicy") instanceof Map<?, ?> changes) {
      changes.forEach((name, value) -> retry.put(String.valueOf(name), value));
    }
    effective.put("defaultHealthyRetryPolicy", retry);
    effective.put("sicklyRetryPolicy", null);
    effective.put("throttlePolicy", null);
    effective.put("guaranteed", false);
    return effective;
  }
}
