package io.boto4j.local.sns;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Topics: their attributes, permissions, tags and data protection policies. */
final class Topics {
  static final int PAGE = 100;
  private static final int MOST_TAGS = 50;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,256}");
  private static final Pattern FIFO_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,251}\\.fifo");
  private static final String NAME_RULE =
      "must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and"
          + " hyphens, and must be between 1 and 256 characters long.";
  private static final List<String> ACTIONS =
      List.of(
          "GetTopicAttributes",
          "SetTopicAttributes",
          "AddPermission",
          "RemovePermission",
          "DeleteTopic",
          "Subscribe",
          "ListSubscriptionsByTopic",
          "Publish",
          "Receive");

  private final EngineContext context;
  private final Table topics;
  private final Table subscriptions;

  Topics(EngineContext context) {
    this.context = context;
    this.topics = new Table(context.store(), "topics");
    this.subscriptions = new Table(context.store(), "subscriptions");
  }

  /** Returns a topic, which must exist. */
  Structure get(@Nullable String arn) {
    Structure topic = topics.get(Arns.checked("TopicArn", arn));
    if (topic == null) {
      throw SnsErrors.noTopic();
    }
    return topic;
  }

  static boolean isFifo(Structure topic) {
    return "true".equals(topic.text("attributes", "FifoTopic"));
  }

  static String signatureVersion(Structure topic) {
    return Objects.requireNonNullElse(topic.text("attributes", "SignatureVersion"), "1");
  }

  synchronized Map<String, ?> create(EngineCall call) {
    String name = Objects.requireNonNullElse(call.input().text("Name"), "");
    Map<String, String> attributes = new TreeMap<>();
    Table.texts(call.input(), "Attributes")
        .forEach(
            (attribute, value) -> {
              if (!TopicAttributes.isKnown(attribute)) {
                throw SnsErrors.parameter("Attributes Reason: Unknown attribute " + attribute);
              }
              attributes.put(attribute, TopicAttributes.checked(attribute, value));
            });
    checkName(name, "true".equals(attributes.get("FifoTopic")));
    if ("false".equals(attributes.get("FifoTopic"))) {
      attributes.remove("FifoTopic");
    }
    Map<String, String> tags = tags(call.input().structures("Tags"));
    checkTags(tags);
    String arn = Arns.of(context, name);
    Structure existing = topics.get(arn);
    if (existing != null) {
      checkSame(existing, attributes, tags);
      return Map.of("TopicArn", arn);
    }
    Map<String, Object> topic = new LinkedHashMap<>();
    topic.put("name", name);
    topic.put("attributes", attributes);
    topic.put("tags", tags);
    String protection = call.input().text("DataProtectionPolicy");
    if (protection != null && !protection.isEmpty()) {
      topic.put("protection", protection);
    }
    topics.write(() -> topics.put(arn, topic));
    return Map.of("TopicArn", arn);
  }

  private static void checkName(String name, boolean fifo) {
    if (fifo && !FIFO_NAME.matcher(name).matches()) {
      throw SnsErrors.invalid("Fifo Topic names must end with .fifo and " + NAME_RULE);
    }
    if (!fifo && !NAME.matcher(name).matches()) {
      throw SnsErrors.invalid("Topic names " + NAME_RULE);
    }
  }

  private static void checkSame(
      Structure existing, Map<String, String> attributes, Map<String, String> tags) {
    Map<String, String> current = Table.texts(existing, "attributes");
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (!attribute.getValue().equals(current.get(attribute.getKey()))) {
        throw SnsErrors.parameter(
            "Attributes Reason: Topic already exists with different attributes");
      }
    }
    if (!tags.isEmpty() && !tags.equals(Table.texts(existing, "tags"))) {
      throw SnsErrors.parameter("Tags Reason: Topic already exists with different tags");
    }
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    String arn = Arns.checked("TopicArn", call.input().text("TopicArn"));
    topics.write(
        () -> {
          topics.remove(arn);
          subscriptions.all(arn + ":").keySet().forEach(subscriptions::remove);
        });
    return Map.of();
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, String>> arns =
        topics.all("").keySet().stream().map(arn -> Map.of("TopicArn", arn)).toList();
    return Table.page("Topics", arns, Tokens.read(call.input().text("NextToken")), PAGE);
  }

  Map<String, ?> getAttributes(EngineCall call) {
    String arn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    Structure topic = get(arn);
    Map<String, String> stored = Table.texts(topic, "attributes");
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("Owner", context.account());
    attributes.put("TopicArn", arn);
    attributes.put("Policy", policy(arn, topic));
    attributes.put("DisplayName", "");
    attributes.put("DeliveryPolicy", "");
    attributes.put(
        "EffectiveDeliveryPolicy",
        Json.write(TopicAttributes.effectiveDeliveryPolicy(stored.get("DeliveryPolicy"))));
    int pending = 0;
    Map<String, Structure> all = subscriptions.all(arn + ":");
    for (Structure subscription : all.values()) {
      pending += Boolean.TRUE.equals(subscription.bool("pending")) ? 1 : 0;
    }
    attributes.put("SubscriptionsPending", Integer.toString(pending));
    attributes.put("SubscriptionsConfirmed", Integer.toString(all.size() - pending));
    attributes.put("SubscriptionsDeleted", "0");
    if (isFifo(topic)) {
      attributes.put("ContentBasedDeduplication", "false");
      attributes.put("FifoThroughputScope", "Topic");
    }
    attributes.putAll(stored);
    return Map.of("Attributes", attributes);
  }

  private String policy(String arn, Structure topic) {
    String policy = topic.text("attributes", "Policy");
    return policy == null ? TopicAttributes.defaultPolicy(arn, context.account()) : policy;
  }

  synchronized Map<String, ?> setAttributes(EngineCall call) {
    Structure topic = get(call.input().text("TopicArn"));
    String name = Objects.requireNonNullElse(call.input().text("AttributeName"), "");
    String value = Objects.requireNonNullElse(call.input().text("AttributeValue"), "");
    if (!TopicAttributes.isKnown(name)) {
      throw SnsErrors.parameter("AttributeName");
    }
    if (name.equals("FifoTopic")
        || (!isFifo(topic) && (name.startsWith("Fifo") || name.startsWith("ContentBased")))) {
      throw SnsErrors.parameter("AttributeName");
    }
    String checked = TopicAttributes.checked(name, value);
    change(
        call.input().text("TopicArn"),
        topic,
        "attributes",
        attributes -> {
          if (checked.isEmpty()) {
            attributes.remove(name);
          } else {
            attributes.put(name, checked);
          }
        });
    return Map.of();
  }

  /** Changes a map of texts of a topic. */
  private void change(
      @Nullable String arn,
      Structure topic,
      String member,
      java.util.function.Consumer<Map<String, String>> change) {
    Map<String, String> texts = Table.texts(topic, member);
    change.accept(texts);
    Map<String, Object> changed = new LinkedHashMap<>(topic);
    changed.put(member, texts);
    topics.write(() -> topics.put(Objects.requireNonNullElse(arn, ""), changed));
  }

  synchronized Map<String, ?> addPermission(EngineCall call) {
    String arn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    Structure topic = get(arn);
    String label = Objects.requireNonNullElse(call.input().text("Label"), "");
    List<String> actions = call.input().texts("ActionName");
    String partition = Arns.partition(context.region());
    List<String> principals =
        call.input().texts("AWSAccountId").stream()
            .map(account -> "arn:" + partition + ":iam::" + account + ":root")
            .toList();
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", label);
    statement.put("Effect", "Allow");
    statement.put("Principal", Map.of("AWS", oneOrMore(principals)));
    statement.put("Action", oneOrMore(actions.stream().map(action -> "SNS:" + action).toList()));
    statement.put("Resource", arn);
    changePolicy(
        arn,
        topic,
        statements -> {
          if (statements.stream().anyMatch(each -> hasLabel(each, label))) {
            throw SnsErrors.invalid("Statement already exists");
          }
          if (actions.isEmpty() || !ACTIONS.containsAll(actions)) {
            throw SnsErrors.invalid("Policy statement action out of service scope!");
          }
          statements.add(statement);
        });
    return Map.of();
  }

  private static Object oneOrMore(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  synchronized Map<String, ?> removePermission(EngineCall call) {
    String arn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    String label = Objects.requireNonNullElse(call.input().text("Label"), "");
    changePolicy(arn, get(arn), statements -> statements.removeIf(each -> hasLabel(each, label)));
    return Map.of();
  }

  private static boolean hasLabel(@Nullable Object statement, String label) {
    return statement instanceof Map<?, ?> map && label.equals(map.get("Sid"));
  }

  private void changePolicy(
      String arn, Structure topic, java.util.function.Consumer<List<@Nullable Object>> change) {
    Map<String, @Nullable Object> policy = new LinkedHashMap<>();
    if (Json.read(policy(arn, topic)) instanceof Map<?, ?> stored) {
      stored.forEach((name, value) -> policy.put(String.valueOf(name), value));
    }
    List<@Nullable Object> statements = new ArrayList<>();
    if (policy.get("Statement") instanceof List<?> list) {
      statements.addAll(list);
    } else if (policy.get("Statement") != null) {
      statements.add(policy.get("Statement"));
    }
    change.accept(statements);
    policy.put("Statement", statements);
    change(arn, topic, "attributes", attributes -> attributes.put("Policy", Json.write(policy)));
  }

  Map<String, ?> listTags(EngineCall call) {
    List<Map<String, String>> tags = new ArrayList<>();
    Table.texts(resource(call), "tags")
        .forEach((key, value) -> tags.add(Map.of("Key", key, "Value", value)));
    return Map.of("Tags", tags);
  }

  synchronized Map<String, ?> tag(EngineCall call) {
    Structure topic = resource(call);
    Map<String, String> given = tags(call.input().structures("Tags"));
    change(
        call.input().text("ResourceArn"),
        topic,
        "tags",
        tags -> {
          tags.putAll(given);
          checkTags(tags);
        });
    return Map.of();
  }

  synchronized Map<String, ?> untag(EngineCall call) {
    List<String> keys = call.input().texts("TagKeys");
    change(
        call.input().text("ResourceArn"),
        resource(call),
        "tags",
        tags -> tags.keySet().removeAll(keys));
    return Map.of();
  }

  private Structure resource(EngineCall call) {
    Structure topic = topics.get(Objects.requireNonNullElse(call.input().text("ResourceArn"), ""));
    if (topic == null) {
      throw SnsErrors.noResource();
    }
    return topic;
  }

  private static Map<String, String> tags(List<Structure> given) {
    Map<String, String> tags = new TreeMap<>();
    for (Structure tag : given) {
      String key = Objects.requireNonNullElse(tag.text("Key"), "");
      if (tags.put(key, Objects.requireNonNullElse(tag.text("Value"), "")) != null) {
        throw SnsErrors.parameter("Duplicated keys are not allowed.");
      }
    }
    return tags;
  }

  private static void checkTags(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw new EngineException(
          "TagLimitExceededException",
          "Could not complete request: tag quota of per resource exceeded");
    }
  }

  Map<String, ?> getDataProtectionPolicy(EngineCall call) {
    String policy = resource(call).text("protection");
    return policy == null ? Map.of() : Map.of("DataProtectionPolicy", policy);
  }

  synchronized Map<String, ?> putDataProtectionPolicy(EngineCall call) {
    Map<String, Object> changed = new LinkedHashMap<>(resource(call));
    String policy = Objects.requireNonNullElse(call.input().text("DataProtectionPolicy"), "");
    if (policy.isEmpty()) {
      changed.remove("protection");
    } else {
      try {
        Json.read(policy);
      } catch (IllegalArgumentException e) {
        throw SnsErrors.parameter("DataProtectionPolicy Reason: " + e.getMessage());
      }
      changed.put("protection", policy);
    }
    String arn = Objects.requireNonNullElse(call.input().text("ResourceArn"), "");
    topics.write(() -> topics.put(arn, changed));
    return Map.of();
  }
}
