package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.pattern.JsonPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** EventBridge: buses, rules, schedules, archives, connections. */
final class EventsEngine implements Engine {
  private interface Operation {
    Map<String, ?> run(EngineCall call);
  }

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Destinations destinations;

  EventsEngine(EngineContext context) {
    PartnerSources sources = new PartnerSources(context);
    Buses buses = new Buses(context, sources);
    Schedules schedules = new Schedules(context);
    Rules rules = new Rules(context, buses, schedules);
    Connections connections = new Connections(context);
    destinations = new Destinations(context, connections);
    Archives archives = new Archives(context, buses, rules);
    Router router = new Router(context, rules, new Targets(context, archives, destinations));
    schedules.start(rules::isCurrent, router::run);
    rules.resume();
    addBuses(buses, rules);
    addRules(rules, new EventTags(buses, rules));
    operations.put("PutEvents", new PutEvents(context, buses, router)::put);
    operations.put("TestEventPattern", EventsEngine::testPattern);
    addArchives(archives, new Replays(context, buses, archives, router));
    addConnections(connections);
    addPartners(sources);
  }

  private void addPartners(PartnerSources sources) {
    operations.put("CreatePartnerEventSource", sources::create);
    operations.put("DeletePartnerEventSource", sources::delete);
    operations.put("DescribePartnerEventSource", sources::describeOffered);
    operations.put("ListPartnerEventSources", sources::listOffered);
    operations.put("ListPartnerEventSourceAccounts", sources::listCustomers);
    operations.put("DescribeEventSource", sources::describe);
    operations.put("ListEventSources", sources::list);
    operations.put(
        "ActivateEventSource",
        call -> sources.activate(Names.text(call.input(), "Name"), "ACTIVE"));
    operations.put(
        "DeactivateEventSource",
        call -> sources.activate(Names.text(call.input(), "Name"), "PENDING"));
    operations.put("PutPartnerEvents", sources::putEvents);
  }

  private void addBuses(Buses buses, Rules rules) {
    operations.put("CreateEventBus", buses::create);
    operations.put("UpdateEventBus", buses::update);
    operations.put("DeleteEventBus", call -> buses.delete(call, rules::removeAll));
    operations.put("DescribeEventBus", buses::describe);
    operations.put("ListEventBuses", buses::list);
    operations.put("PutPermission", buses::putPermission);
    operations.put("RemovePermission", buses::removePermission);
  }

  private void addRules(Rules rules, EventTags tags) {
    operations.put("PutRule", rules::put);
    operations.put("DeleteRule", rules::delete);
    operations.put("DescribeRule", rules::describe);
    operations.put("EnableRule", call -> rules.setState(call, "ENABLED"));
    operations.put("DisableRule", call -> rules.setState(call, "DISABLED"));
    operations.put("ListRules", rules::list);
    operations.put("ListRuleNamesByTarget", rules::listNamesByTarget);
    operations.put("PutTargets", rules::putTargets);
    operations.put("RemoveTargets", rules::removeTargets);
    operations.put("ListTargetsByRule", rules::listTargets);
    operations.put("TagResource", tags::tag);
    operations.put("UntagResource", tags::untag);
    operations.put("ListTagsForResource", tags::list);
  }

  private void addArchives(Archives archives, Replays replays) {
    operations.put("CreateArchive", archives::create);
    operations.put("UpdateArchive", archives::update);
    operations.put("DeleteArchive", archives::delete);
    operations.put("DescribeArchive", archives::describe);
    operations.put("ListArchives", archives::list);
    operations.put("StartReplay", replays::start);
    operations.put("DescribeReplay", replays::describe);
    operations.put("ListReplays", replays::list);
    operations.put("CancelReplay", replays::cancel);
  }

  private void addConnections(Connections connections) {
    operations.put("CreateConnection", connections::create);
    operations.put("UpdateConnection", connections::update);
    operations.put("DeleteConnection", connections::delete);
    operations.put("DescribeConnection", connections::describe);
    operations.put("ListConnections", connections::list);
    operations.put("DeauthorizeConnection", connections::deauthorize);
    operations.put("CreateApiDestination", destinations::create);
    operations.put("UpdateApiDestination", destinations::update);
    operations.put("DeleteApiDestination", destinations::delete);
    operations.put("DescribeApiDestination", destinations::describe);
    operations.put("ListApiDestinations", destinations::list);
  }

  private static Map<String, ?> testPattern(EngineCall call) {
    Map<?, ?> pattern = EventPattern.read(Names.text(call.input(), "EventPattern"));
    try {
      if (Json.read(Names.text(call.input(), "Event")) instanceof Map<?, ?> event) {
        for (String member :
            new String[] {
              "id", "detail-type", "source", "account", "time", "region", "resources"
            }) {
          if (!event.containsKey(member)) {
            throw EventsErrors.validation(
                "Parameter Event is not valid. Reason: " + member + " is a required argument.");
          }
        }
        return Map.of("Result", JsonPattern.matches(pattern, event));
      }
    } catch (IllegalArgumentException e) {
      throw EventsErrors.parameter("Event", "Invalid JSON");
    }
    throw EventsErrors.parameter("Event", "Invalid JSON");
  }

  @Override
  public Set<String> operations() {
    return operations.keySet();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Operation operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalArgumentException("Not emulated: " + call.operation());
    }
    return operation.run(call);
  }

  @Override
  public void close() {
    destinations.close();
  }
}
