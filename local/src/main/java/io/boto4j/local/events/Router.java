package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.pattern.JsonPattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes events to the targets of the rules that match them. */
final class Router {
  private final EngineContext context;
  private final Rules rules;
  private final Targets targets;

  Router(EngineContext context, Rules rules, Targets targets) {
    this.context = context;
    this.rules = rules;
    this.targets = targets;
  }

  /** Creates an event of this account and region. */
  Map<String, @Nullable Object> event(
      String detailType,
      String source,
      Instant time,
      List<? extends Object> resources,
      @Nullable Object detail) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", detailType);
    event.put("source", source);
    event.put("account", context.account());
    event.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", context.region());
    event.put("resources", resources);
    event.put("detail", detail);
    return event;
  }

  /**
   * Takes an event to all rules of a bus that match it.
   *
   * @param bus the bus
   * @param event the event
   * @param forwarded whether the event comes from another bus
   * @param onlyRules ARNs of the rules to which a replay is limited; empty for all
   */
  void route(String bus, Map<?, ?> event, boolean forwarded, List<String> onlyRules) {
    for (Structure rule : rules.of(bus)) {
      String pattern = rule.text("EventPattern");
      boolean chosen = onlyRules.isEmpty() || onlyRules.contains(rule.text("Arn"));
      if (pattern != null
          && chosen
          && String.valueOf(rule.text("State")).startsWith("ENABLED")
          && Json.read(pattern) instanceof Map<?, ?> map
          && JsonPattern.matches(map, event)) {
        send(rule, event, forwarded);
      }
    }
  }

  /** Runs a scheduled rule. */
  void run(String ruleKey, Instant time) {
    Structure rule = rules.find(ruleKey);
    if (rule != null) {
      send(
          rule,
          event("Scheduled Event", "aws.events", time, List.of(Names.text(rule, "Arn")), Map.of()),
          false);
    }
  }

  private void send(Structure rule, Map<?, ?> event, boolean forwarded) {
    for (Structure target : rule.structures("targets")) {
      targets.send(rule, target, event, forwarded);
    }
  }
}
