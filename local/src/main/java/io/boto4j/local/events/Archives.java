package io.boto4j.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Archives, which keep the events that a rule of theirs matches. */
final class Archives {
  private static final String RULE_PREFIX = "Events-Archive-";
  private static final String MANAGER = "prod.vhs.events.aws.internal";
  private static final int LONGEST_NAME = 48;
  private static final List<String> STATES =
      List.of("ENABLED", "DISABLED", "CREATING", "UPDATING", "CREATE_FAILED", "UPDATE_FAILED");
  private static final List<String> SHORT =
      List.of("ArchiveName", "EventSourceArn", "State", "RetentionDays", "CreationTime");

  private final EngineContext context;
  private final Buses buses;
  private final Rules rules;
  private final Table archives;
  private final Table events;
  private final AtomicLong order = new AtomicLong();

  Archives(EngineContext context, Buses buses, Rules rules) {
    this.context = context;
    this.buses = buses;
    this.rules = rules;
    this.archives = new Table(context.store(), "archives");
    this.events = new Table(context.store(), "archived");
  }

  @Nullable Structure find(String name) {
    return archives.get(name);
  }

  private Structure get(String name) {
    Structure archive = archives.get(name);
    if (archive == null) {
      throw EventsErrors.notFound("Archive " + name + " does not exist.");
    }
    return archive;
  }

  synchronized Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = Names.text(input, "ArchiveName");
    if (name.length() > LONGEST_NAME) {
      throw EventsErrors.validation(
          " 1 validation error detected: Value '"
              + name
              + "' at 'archiveName' failed to satisfy constraint: Member must have length less than"
              + " or equal to "
              + LONGEST_NAME);
    }
    Structure bus = buses.get(input.text("EventSourceArn"));
    if (archives.get(name) != null) {
      throw EventsErrors.exists("Archive " + name + " already exists.");
    }
    Map<String, Object> archive = new LinkedHashMap<>();
    archive.put("ArchiveName", name);
    archive.put("ArchiveArn", Names.arn(context, "archive/" + name));
    archive.put("EventSourceArn", Names.text(bus, "Arn"));
    archive.put("State", "ENABLED");
    archive.put("RetentionDays", 0);
    archive.put("CreationTime", context.clock().instant());
    archive.putAll(
        Names.members(
            input, List.of("Description", "EventPattern", "RetentionDays", "KmsKeyIdentifier")));
    putRule(archive, Names.text(bus, "Name"), Names.text(input, "EventPattern"));
    archives.write(() -> archives.put(name, archive));
    return Map.of(
        "ArchiveArn", Names.arn(context, "archive/" + name),
        "State", "ENABLED",
        "CreationTime", context.clock().instant());
  }

  private void putRule(Map<String, Object> archive, String bus, String pattern) {
    Map<String, @Nullable Object> archived = new LinkedHashMap<>();
    if (!pattern.isEmpty()) {
      EventPattern.read(pattern)
          .forEach((name, value) -> archived.put(String.valueOf(name), value));
    }
    archived.put("replay-name", List.of(Map.of("exists", false)));
    String rule = RULE_PREFIX + archive.get("ArchiveName");
    String template =
        "{\"archive-arn\": \""
            + archive.get("ArchiveArn")
            + ":"
            + UUID.randomUUID()
            + "\", \"event\": <aws.events.event.json>, \"ingestion-time\":"
            + " <aws.events.event.ingestion-time>}";
    rules.putManaged(
        bus,
        rule,
        Json.write(archived),
        MANAGER,
        Map.of(
            "Id",
            rule,
            "Arn",
            "arn:" + Names.partition(context.region()) + ":events:" + context.region() + ":::",
            "InputTransformer",
            Map.of("InputPathsMap", Map.of(), "InputTemplate", template)));
  }

  synchronized Map<String, ?> update(EngineCall call) {
    String name = Names.text(call.input(), "ArchiveName");
    Structure archive = get(name);
    Map<String, Object> changed = new LinkedHashMap<>(archive);
    changed.putAll(
        Names.members(
            call.input(),
            List.of("Description", "EventPattern", "RetentionDays", "KmsKeyIdentifier")));
    String pattern = call.input().text("EventPattern");
    if (pattern != null) {
      putRule(changed, Names.bus(archive.text("EventSourceArn")), pattern);
    }
    archives.write(() -> archives.put(name, changed));
    return Names.members(archive, List.of("ArchiveArn", "State", "CreationTime"));
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    String name = Names.text(call.input(), "ArchiveName");
    Structure archive = get(name);
    rules.remove(Names.bus(archive.text("EventSourceArn")), RULE_PREFIX + name);
    archives.write(
        () -> {
          archives.remove(name);
          events.all(name + "\u0000").keySet().forEach(events::remove);
        });
    return Map.of();
  }

  Map<String, ?> describe(EngineCall call) {
    String name = Names.text(call.input(), "ArchiveName");
    Structure archive = get(name);
    List<String> members = new ArrayList<>(SHORT);
    members.addAll(List.of("ArchiveArn", "Description", "EventPattern", "KmsKeyIdentifier"));
    return withSize(archive, Names.members(archive, members));
  }

  private Map<String, Object> withSize(Structure archive, Map<String, Object> members) {
    long bytes = 0;
    List<Structure> kept = events(archive);
    for (Structure event : kept) {
      bytes += Names.text(event, "event").getBytes(UTF_8).length;
    }
    members.put("EventCount", (long) kept.size());
    members.put("SizeBytes", bytes);
    return members;
  }

  /** The events of an archive that are not older than it keeps them. */
  List<Structure> events(Structure archive) {
    String prefix = Names.text(archive, "ArchiveName") + "\u0000";
    Integer days = archive.integer("RetentionDays");
    Instant oldest =
        days == null || days == 0
            ? Instant.MIN
            : context.clock().instant().minus(Duration.ofDays(days));
    List<Structure> kept = new ArrayList<>();
    events
        .all(prefix)
        .forEach(
            (key, event) -> {
              Instant time = event.instant("time");
              if (time != null && time.isBefore(oldest)) {
                events.remove(key);
              } else {
                kept.add(event);
              }
            });
    return kept;
  }

  Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    Filter filter = Filter.of(input, "ListArchives", STATES);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Structure archive : archives.all("").values()) {
      if (filter.accepts(
          Names.text(archive, "ArchiveName"),
          Names.text(archive, "EventSourceArn"),
          Names.text(archive, "State"))) {
        all.add(withSize(archive, Names.members(archive, SHORT)));
      }
    }
    return Names.page("Archives", all, input);
  }

  /** Keeps an event in the archive whose rule matched it. */
  void add(String rule, Map<?, ?> event) {
    String name = rule.substring(RULE_PREFIX.length());
    Instant now = context.clock().instant();
    String key =
        name + "\u0000" + String.format("%016d.%09d", now.toEpochMilli(), order.incrementAndGet());
    events.write(() -> events.put(key, Map.of("event", Json.write(event), "time", now)));
  }

  /** The filters of lists of archives and replays, of which one at most may be given. */
  record Filter(@Nullable String prefix, @Nullable String source, @Nullable String state) {
    static Filter of(Structure input, String operation, List<String> states) {
      Filter filter =
          new Filter(input.text("NamePrefix"), input.text("EventSourceArn"), input.text("State"));
      int given = filter.prefix == null ? 0 : 1;
      given += filter.source == null ? 0 : 1;
      given += filter.state == null ? 0 : 1;
      if (given > 1) {
        throw EventsErrors.validation(
            "At most one filter is allowed for "
                + operation
                + ". Use either : State, EventSourceArn, or NamePrefix.");
      }
      if (filter.state != null && !states.contains(filter.state)) {
        throw EventsErrors.constraint(
            filter.state,
            "state",
            "Member must satisfy enum value set: [" + String.join(", ", states) + "]");
      }
      return filter;
    }

    boolean accepts(String name, String arn, String itsState) {
      return (prefix == null || name.startsWith(prefix))
          && (source == null || source.equals(arn))
          && (state == null || state.equals(itsState));
    }
  }
}
