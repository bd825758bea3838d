package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subscriptions to events, which are published to topics of SNS. */
final class EventSubscriptions {
  private final RdsState state;
  private final Resources subscriptions;

  EventSubscriptions(RdsState state) {
    this.state = state;
    this.subscriptions = state.subscriptions;
  }

  void register() {
    state.events.listener(this::publish);
    state.table.write("CreateEventSubscription", this::create);
    state.table.read("DescribeEventSubscriptions", this::describe);
    state.table.write("DeleteEventSubscription", this::delete);
    state.table.write("ModifyEventSubscription", this::modify);
    state.table.write("AddSourceIdentifierToSubscription", this::addSource);
    state.table.write("RemoveSourceIdentifierFromSubscription", this::removeSource);
  }

  private Structure require(@Nullable String name) {
    Structure found = subscriptions.find(name);
    if (found == null) {
      throw RdsErrors.fault("SubscriptionNotFoundFault", "Subscription " + name + " not found.");
    }
    return found;
  }

  private Params answer(Structure subscription) {
    return Params.of("EventSubscription", subscriptions.view(subscription));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("SubscriptionName"));
    if (subscriptions.has(name)) {
      throw RdsErrors.fault(
          "SubscriptionAlreadyExistFault", "Subscription " + name + " already exists.");
    }
    if (!input.list("SourceIds").isEmpty() && input.text("SourceType") == null) {
      throw RdsErrors.combination("Source type must be specified when source ids are.");
    }
    subscriptions.put(
        Params.of(
            "CustSubscriptionId",
            name,
            "CustomerAwsId",
            state.context.account(),
            "SnsTopicArn",
            input.text("SnsTopicArn"),
            "Status",
            "active",
            "SubscriptionCreationTime",
            state.now().toString(),
            "SourceType",
            input.text("SourceType"),
            "SourceIdsList",
            input.list("SourceIds"),
            "EventCategoriesList",
            input.list("EventCategories"),
            "Enabled",
            !Boolean.FALSE.equals(input.bool("Enabled")),
            "EventSubscriptionArn",
            state.arn("es", name),
            "TagList",
            RdsState.tags(input),
            Resources.LOCAL,
            Params.of("Id", name)));
    return answer(subscriptions.get(name));
  }

  private Map<String, ?> describe(EngineCall call) {
    String name = call.input().text("SubscriptionName");
    List<Structure> found = name == null ? subscriptions.all() : List.of(require(name));
    return Pages.of(
        call.input(), "EventSubscriptionsList", found, subscriptions::nameOf, subscriptions::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure subscription = require(call.input().text("SubscriptionName"));
    subscriptions.remove(subscriptions.nameOf(subscription));
    return answer(subscription);
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Structure subscription = require(input.text("SubscriptionName"));
    Map<String, Object> changes = new LinkedHashMap<>();
    RdsState.copy(input, changes, List.of("SnsTopicArn", "SourceType", "Enabled"));
    if (!input.list("EventCategories").isEmpty()) {
      changes.put("EventCategoriesList", input.list("EventCategories"));
    }
    return answer(subscriptions.edit(subscriptions.nameOf(subscription), changes));
  }

  private Map<String, ?> addSource(EngineCall call) {
    Structure subscription = require(call.input().text("SubscriptionName"));
    List<String> sources = new ArrayList<>(subscription.texts("SourceIdsList"));
    String source = String.valueOf(call.input().text("SourceIdentifier"));
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return answer(subscriptions.edit(subscriptions.nameOf(subscription), "SourceIdsList", sources));
  }

  private Map<String, ?> removeSource(EngineCall call) {
    Structure subscription = require(call.input().text("SubscriptionName"));
    List<String> sources = new ArrayList<>(subscription.texts("SourceIdsList"));
    String source = String.valueOf(call.input().text("SourceIdentifier"));
    if (!sources.remove(source)) {
      throw RdsErrors.fault("SourceNotFoundFault", "Source " + source + " not found.");
    }
    return answer(subscriptions.edit(subscriptions.nameOf(subscription), "SourceIdsList", sources));
  }

  private void publish(Structure event) {
    String type = String.valueOf(event.text("SourceType"));
    for (Structure subscription : subscriptions.all()) {
      List<String> sources = subscription.texts("SourceIdsList");
      List<String> categories = subscription.texts("EventCategoriesList");
      String wanted = subscription.text("SourceType");
      if (Boolean.TRUE.equals(subscription.bool("Enabled"))
          && (wanted == null || wanted.equals(type))
          && (sources.isEmpty() || sources.contains(event.text("SourceIdentifier")))
          && (categories.isEmpty()
              || event.texts("EventCategories").stream().anyMatch(categories::contains))) {
        publish(event, type, String.valueOf(subscription.text("SnsTopicArn")));
      }
    }
  }

  private void publish(Structure event, String type, String topic) {
    Params message =
        Params.of(
            "Event Source", type,
            "Event Time", String.valueOf(event.instant("Date")),
            "Identifier Link",
                "https://console.aws.amazon.com/rds/home?region=" + state.context.region(),
            "Source ID", event.text("SourceIdentifier"),
            "Source ARN", event.text("SourceArn"),
            "Event Message", event.text("Message"));
    try {
      state.context.call(
          "sns",
          "Publish",
          Params.of(
              "TopicArn",
              topic,
              "Subject",
              "RDS Notification Message",
              "Message",
              Structures.of(message).toJson()));
    } catch (EngineException e) {
      System.getLogger("io.boto4j.local")
          .log(
              System.Logger.Level.WARNING,
              "An event of RDS was not published to " + topic + ": " + e.serviceMessage());
    }
  }
}
