package io.boto4j.local.events;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Event sources of partners, on both sides: the account of the partner, which creates them and
 * sends events, and that of the customer, who creates a bus with the name of the source.
 */
final class PartnerSources {
  /**
   * The member with which the partner's engine reaches the customer's; the model does not have it.
   */
  private static final String CUSTOMER_SIDE = "boto4j:customer";

  private static final List<String> SOURCE =
      List.of("Arn", "CreatedBy", "CreationTime", "ExpirationTime", "Name", "State");

  private final EngineContext context;
  private final Table offered;
  private final Table received;

  PartnerSources(EngineContext context) {
    this.context = context;
    this.offered = new Table(context.store(), "partnerSources");
    this.received = new Table(context.store(), "eventSources");
  }

  private String arn(String name) {
    return "arn:"
        + Names.partition(context.region())
        + ":events:"
        + context.region()
        + "::event-source/aws.partner/"
        + name;
  }

  private static String key(String name, String account) {
    return name + "\u0000" + account;
  }

  synchronized Map<String, ?> create(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    String account = Names.text(call.input(), "Account");
    if (Boolean.TRUE.equals(call.input().get(CUSTOMER_SIDE))) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("Name", name);
      source.put("Arn", arn(name));
      source.put("CreatedBy", name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
      source.put("CreationTime", context.clock().instant());
      source.put("State", "PENDING");
      received.write(() -> received.put(name, source));
      return Map.of();
    }
    if (offered.get(key(name, account)) != null) {
      throw EventsErrors.exists("Event source " + name + " already exists.");
    }
    offered.write(
        () ->
            offered.put(
                key(name, account), Map.of("Name", name, "Arn", arn(name), "Account", account)));
    atCustomer(account, "CreatePartnerEventSource", name);
    return Map.of("EventSourceArn", arn(name));
  }

  private void atCustomer(String account, String operation, String name) {
    context
        .world(account, context.region())
        .call("events", operation, Map.of("Name", name, "Account", account, CUSTOMER_SIDE, true));
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    String account = Names.text(call.input(), "Account");
    if (Boolean.TRUE.equals(call.input().get(CUSTOMER_SIDE))) {
      setState(name, "DELETED");
      return Map.of();
    }
    offered.write(() -> offered.remove(key(name, account)));
    atCustomer(account, "DeletePartnerEventSource", name);
    return Map.of();
  }

  private void setState(String name, String state) {
    Structure source = received.get(name);
    if (source != null) {
      Map<String, Object> changed = new LinkedHashMap<>(source);
      changed.put("State", state);
      received.write(() -> received.put(name, changed));
    }
  }

  /** The offers of one source, to each customer. */
  private List<Structure> offers(String name) {
    return new ArrayList<>(offered.all(key(name, "")).values());
  }

  Map<String, ?> describeOffered(EngineCall call) {
    List<Structure> offers = offers(Names.text(call.input(), "Name"));
    if (offers.isEmpty()) {
      throw noSource(Names.text(call.input(), "Name"));
    }
    return Names.members(offers.get(0), List.of("Arn", "Name"));
  }

  private static io.boto4j.local.engine.EngineException noSource(String name) {
    return EventsErrors.notFound("Event source " + name + " does not exist.");
  }

  Map<String, ?> listOffered(EngineCall call) {
    Map<String, Object> byName = new LinkedHashMap<>();
    offered
        .all(Names.text(call.input(), "NamePrefix"))
        .values()
        .forEach(
            offer ->
                byName.put(
                    Names.text(offer, "Name"), Names.members(offer, List.of("Arn", "Name"))));
    return Names.page("PartnerEventSources", new ArrayList<>(byName.values()), call.input());
  }

  Map<String, ?> listCustomers(EngineCall call) {
    List<Map<String, Object>> customers = new ArrayList<>();
    offers(Names.text(call.input(), "EventSourceName"))
        .forEach(offer -> customers.add(Map.of("Account", Names.text(offer, "Account"))));
    return Names.page("PartnerEventSourceAccounts", customers, call.input());
  }

  private Structure get(String name) {
    Structure source = received.get(name);
    if (source == null) {
      throw noSource(name);
    }
    return source;
  }

  Map<String, ?> describe(EngineCall call) {
    return Names.members(get(Names.text(call.input(), "Name")), SOURCE);
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, Object>> sources = new ArrayList<>();
    received
        .all(Names.text(call.input(), "NamePrefix"))
        .values()
        .forEach(source -> sources.add(Names.members(source, SOURCE)));
    return Names.page("EventSources", sources, call.input());
  }

  /** Notes that a bus was created for a source, or that the customer turned it on or off. */
  synchronized Map<String, ?> activate(String name, String state) {
    get(name);
    setState(name, state);
    return Map.of();
  }

  /** Sends events of a partner to the buses of all customers. */
  Map<String, ?> putEvents(EngineCall call) {
    List<Map<String, Object>> results = new ArrayList<>();
    int failed = 0;
    for (Structure entry : call.input().structures("Entries")) {
      String source = Names.text(entry, "Source");
      List<Structure> offers = offers(source);
      if (offers.isEmpty()) {
        failed++;
        results.add(
            Map.of(
                "ErrorCode",
                "ResourceNotFoundException",
                "ErrorMessage",
                "Event source " + source + " does not exist."));
        continue;
      }
      Map<String, Object> result = Map.of();
      for (Structure offer : offers) {
        Map<String, Object> forCustomer = new LinkedHashMap<>(entry);
        forCustomer.put("EventBusName", source);
        Map<String, ?> answer =
            context
                .world(Names.text(offer, "Account"), context.region())
                .call("events", "PutEvents", Map.of("Entries", List.of(forCustomer)));
        if (answer.get("Entries") instanceof List<?> entries
            && entries.get(0) instanceof Map<?, ?> first) {
          Map<String, Object> copy = new LinkedHashMap<>();
          first.forEach((name, value) -> copy.put(String.valueOf(name), value));
          result = copy;
        }
      }
      failed += result.containsKey("ErrorCode") ? 1 : 0;
      results.add(result);
    }
    return Map.of("FailedEntryCount", failed, "Entries", results);
  }
}
