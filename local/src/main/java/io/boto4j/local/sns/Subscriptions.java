package io.boto4j.local.sns;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subscriptions: subscribing, confirming, their attributes. */
final class Subscriptions {
  private static final Set<String> NAMES =
      Set.of(
          "RawMessageDelivery",
          "DeliveryPolicy",
          "FilterPolicy",
          "FilterPolicyScope",
          "RedrivePolicy",
          "SubscriptionRoleArn");
  private static final Set<String> RAW = Set.of("sqs", "http", "https", "firehose");

  private final Topics topics;
  private final Endpoints endpoints;
  private final Confirmations confirmations;
  private final Table subscriptions;

  Subscriptions(
      EngineContext context, Topics topics, Endpoints endpoints, Confirmations confirmations) {
    this.topics = topics;
    this.endpoints = endpoints;
    this.confirmations = confirmations;
    this.subscriptions = new Table(context.store(), "subscriptions");
  }

  Map<String, ?> subscribe(EngineCall call) {
    String topicArn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    Structure topic = topics.get(topicArn);
    String protocol = Objects.requireNonNullElse(call.input().text("Protocol"), "");
    String endpoint = Objects.requireNonNullElse(call.input().text("Endpoint"), "");
    endpoints.check(topic, protocol, endpoint);
    Map<String, String> given = checkedAttributes(protocol, call.input());
    boolean wantsArn = Boolean.TRUE.equals(call.input().bool("ReturnSubscriptionArn"));
    String arn;
    Structure subscription;
    synchronized (this) {
      Map.Entry<String, Structure> existing = find(topicArn, protocol, endpoint);
      if (existing != null) {
        checkSame(existing.getValue(), given);
        arn = existing.getKey();
        subscription = existing.getValue();
      } else {
        arn = topicArn + ":" + UUID.randomUUID();
        subscription = create(arn, topicArn, protocol, endpoint, given, call.caller().account());
      }
    }
    boolean pending = isPending(subscription);
    if (pending) {
      confirmations.ask(arn, subscription, Topics.signatureVersion(topic));
    }
    return Map.of("SubscriptionArn", pending && !wantsArn ? "pending confirmation" : arn);
  }

  static boolean isPending(Structure subscription) {
    return Boolean.TRUE.equals(subscription.bool("pending"));
  }

  private Structure create(
      String arn,
      String topicArn,
      String protocol,
      String endpoint,
      Map<String, String> attributes,
      String owner) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("topic", topicArn);
    document.put("protocol", protocol);
    document.put("endpoint", endpoint);
    document.put("owner", owner);
    document.put("attributes", attributes);
    document.put("pending", Endpoints.mustConfirm(protocol, endpoint));
    document.put("token", Confirmations.newToken());
    subscriptions.write(() -> subscriptions.put(arn, document));
    return Structures.of(document);
  }

  private Map.@Nullable Entry<String, Structure> find(
      String topicArn, String protocol, String endpoint) {
    for (Map.Entry<String, Structure> entry : subscriptions.all(topicArn + ":").entrySet()) {
      if (protocol.equals(entry.getValue().text("protocol"))
          && endpoint.equals(entry.getValue().text("endpoint"))) {
        return entry;
      }
    }
    return null;
  }

  private static void checkSame(Structure existing, Map<String, String> given) {
    Map<String, String> current = Table.texts(existing, "attributes");
    for (Map.Entry<String, String> attribute : given.entrySet()) {
      if (!attribute.getValue().equals(current.get(attribute.getKey()))) {
        throw SnsErrors.parameter(
            "Attributes Reason: Subscription already exists with different attributes");
      }
    }
  }

  private static Map<String, String> checkedAttributes(String protocol, Structure input) {
    Map<String, String> given = Table.texts(input, "Attributes");
    Map<String, String> attributes = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw SnsErrors.parameter("Attributes Reason: Unknown attribute " + name);
          }
          String checked = checked(protocol, name, value, given.get("FilterPolicyScope"));
          if (!checked.isEmpty()) {
            attributes.put(name, checked);
          }
        });
    if (protocol.equals("firehose") && !given.containsKey("SubscriptionRoleArn")) {
      throw SnsErrors.parameter(
          "Attributes Reason: SubscriptionRoleArn is required for the firehose protocol");
    }
    return attributes;
  }

  private static String checked(
      String protocol, String name, String value, @Nullable String scope) {
    switch (name) {
      case "RawMessageDelivery" -> {
        String raw = value.toLowerCase(java.util.Locale.ROOT);
        if (!raw.equals("true") && !raw.equals("false")) {
          throw SnsErrors.parameter(
              "Attributes Reason: RawMessageDelivery: Invalid value ["
                  + value
                  + "]. Must be true or false.");
        }
        if (raw.equals("true") && !RAW.contains(protocol)) {
          throw SnsErrors.parameter(
              "Attributes Reason: RawMessageDelivery: Delivery protocol ["
                  + protocol
                  + "] does not support raw message delivery.");
        }
        return raw;
      }
      case "FilterPolicyScope" -> {
        if (!value.equals("MessageAttributes") && !value.equals("MessageBody")) {
          throw SnsErrors.parameter(
              "Attributes Reason: FilterPolicyScope: Invalid value ["
                  + value
                  + "]. Please use either MessageBody or MessageAttributes");
        }
      }
      case "FilterPolicy" -> {
        if (value.isBlank() || value.equals("{}")) {
          return "";
        }
        FilterPolicy.check(value, "MessageBody".equals(scope));
      }
      case "RedrivePolicy" -> {
        if (!value.isBlank()) {
          redriveTarget(value);
        }
      }
      case "DeliveryPolicy" -> json(name, value);
      default -> {
        return value;
      }
    }
    return value;
  }

  private static @Nullable Object json(String name, String value) {
    try {
      return value.isEmpty() ? Map.of() : Json.read(value);
    } catch (IllegalArgumentException e) {
      throw SnsErrors.parameter(name + ": failed to parse JSON.");
    }
  }

  /** The queue of a redrive policy. */
  static String redriveTarget(String policy) {
    if (json("RedrivePolicy", policy) instanceof Map<?, ?> map
        && map.get("deadLetterTargetArn") instanceof String target
        && Arns.parts(target) != null) {
      return target;
    }
    throw SnsErrors.parameter("RedrivePolicy: deadLetterTargetArn is an invalid arn");
  }

  Map<String, ?> confirm(EngineCall call) {
    String topicArn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    topics.get(topicArn);
    String token = Objects.requireNonNullElse(call.input().text("Token"), "");
    boolean authenticated = "true".equals(call.input().text("AuthenticateOnUnsubscribe"));
    synchronized (this) {
      for (Map.Entry<String, Structure> entry : subscriptions.all(topicArn + ":").entrySet()) {
        if (token.equals(entry.getValue().text("token"))) {
          Map<String, Object> changed = new LinkedHashMap<>(entry.getValue());
          changed.put("pending", false);
          changed.put("authenticated", authenticated);
          subscriptions.write(() -> subscriptions.put(entry.getKey(), changed));
          return Map.of("SubscriptionArn", entry.getKey());
        }
      }
    }
    throw SnsErrors.parameter("Token");
  }

  synchronized Map<String, ?> unsubscribe(EngineCall call) {
    String arn = Arns.checked("SubscriptionArn", call.input().text("SubscriptionArn"));
    subscriptions.write(() -> subscriptions.remove(arn));
    return Map.of();
  }

  Map<String, ?> list(EngineCall call) {
    return page("", call);
  }

  Map<String, ?> listByTopic(EngineCall call) {
    String topicArn = Objects.requireNonNullElse(call.input().text("TopicArn"), "");
    topics.get(topicArn);
    return page(topicArn + ":", call);
  }

  private Map<String, ?> page(String prefix, EngineCall call) {
    List<Map<String, String>> all = new ArrayList<>();
    subscriptions
        .all(prefix)
        .forEach(
            (arn, subscription) -> {
              Map<String, String> member = new LinkedHashMap<>();
              member.put("SubscriptionArn", isPending(subscription) ? "PendingConfirmation" : arn);
              member.put("Owner", text(subscription, "owner"));
              member.put("Protocol", text(subscription, "protocol"));
              member.put("Endpoint", text(subscription, "endpoint"));
              member.put("TopicArn", text(subscription, "topic"));
              all.add(member);
            });
    return Table.page(
        "Subscriptions", all, Tokens.read(call.input().text("NextToken")), Topics.PAGE);
  }

  static String text(Structure subscription, String member) {
    return Objects.requireNonNullElse(subscription.text(member), "");
  }

  private Structure get(@Nullable String arn) {
    Structure subscription = subscriptions.get(Arns.checked("SubscriptionArn", arn));
    if (subscription == null) {
      throw SnsErrors.notFound("Subscription does not exist");
    }
    return subscription;
  }

  Map<String, ?> getAttributes(EngineCall call) {
    String arn = Objects.requireNonNullElse(call.input().text("SubscriptionArn"), "");
    Structure subscription = get(arn);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("SubscriptionArn", arn);
    attributes.put("TopicArn", text(subscription, "topic"));
    attributes.put("Protocol", text(subscription, "protocol"));
    attributes.put("Endpoint", text(subscription, "endpoint"));
    attributes.put("Owner", text(subscription, "owner"));
    attributes.put("PendingConfirmation", Boolean.toString(isPending(subscription)));
    attributes.put(
        "ConfirmationWasAuthenticated",
        Boolean.toString(!Boolean.FALSE.equals(subscription.bool("authenticated"))));
    attributes.put("RawMessageDelivery", "false");
    attributes.putAll(Table.texts(subscription, "attributes"));
    if (!attributes.containsKey("FilterPolicy")) {
      attributes.remove("FilterPolicyScope");
    } else {
      attributes.putIfAbsent("FilterPolicyScope", "MessageAttributes");
    }
    if (attributes.getOrDefault("Protocol", "").startsWith("http")) {
      String policy = topics.get(attributes.get("TopicArn")).text("attributes", "DeliveryPolicy");
      attributes.put(
          "EffectiveDeliveryPolicy", Json.write(TopicAttributes.effectiveDeliveryPolicy(policy)));
    }
    return Map.of("Attributes", attributes);
  }

  synchronized Map<String, ?> setAttributes(EngineCall call) {
    String arn = Objects.requireNonNullElse(call.input().text("SubscriptionArn"), "");
    String name = Objects.requireNonNullElse(call.input().text("AttributeName"), "");
    String value = Objects.requireNonNullElse(call.input().text("AttributeValue"), "");
    if (!NAMES.contains(name)) {
      throw SnsErrors.parameter("AttributeName");
    }
    Structure subscription = get(arn);
    Map<String, String> attributes = Table.texts(subscription, "attributes");
    String checked =
        checked(text(subscription, "protocol"), name, value, attributes.get("FilterPolicyScope"));
    if (checked.isEmpty()) {
      attributes.remove(name);
    } else {
      attributes.put(name, checked);
    }
    Map<String, Object> changed = new LinkedHashMap<>(subscription);
    changed.put("attributes", attributes);
    subscriptions.write(() -> subscriptions.put(arn, changed));
    return Map.of();
  }

  /** The confirmed subscriptions of a topic, by ARN. */
  Map<String, Structure> confirmed(String topicArn) {
    Map<String, Structure> all = subscriptions.all(topicArn + ":");
    all.values().removeIf(Subscriptions::isPending);
    return all;
  }
}
