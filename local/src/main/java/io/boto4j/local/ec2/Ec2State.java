package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.h2.mvstore.MVMap;

/** Everything that the EC2 of an account and region holds. */
final class Ec2State {
  private static final String LAST = "last";

  final EngineContext context;
  final OperationTable table;
  final Duration delay;
  final Tags tags;
  private final Map<Kind, Resources> resources = new EnumMap<>(Kind.class);
  private final MVMap<String, Object> counters;

  Ec2State(EngineContext context, Duration delay) {
    this.context = context;
    this.delay = delay;
    this.table = new OperationTable(context.store());
    this.tags = new Tags(context.store().map("tags"));
    this.counters = context.store().map("counters");
    for (Kind kind : Kind.values()) {
      resources.put(kind, new Resources(kind, context.store().map(kind.type())));
    }
  }

  Resources of(Kind kind) {
    Resources found = resources.get(kind);
    if (found == null) {
      throw new IllegalStateException("No resources of the kind " + kind);
    }
    return found;
  }

  /** The time in whole seconds, as EC2 reports it. */
  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  String newId(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('0');
    for (int i = 0; i < 16; i++) {
      id.append(Character.forDigit(context.random().nextInt(16), 16));
    }
    return id.toString();
  }

  String newId(Kind kind) {
    return newId(kind.prefix());
  }

  /** Adds a resource. Must be called within a change. */
  Structure add(Kind kind, String id, Map<String, ?> members) {
    long next = counters.get(LAST) instanceof Long last ? last + 1 : 1;
    counters.put(LAST, next);
    return of(kind).add(id, next, members);
  }

  /** Removes a resource with its tags. */
  void remove(Kind kind, String id) {
    of(kind).remove(id);
    tags.remove(id);
  }

  String arn(String resource) {
    return "arn:"
        + Partition.of(context.region())
        + ":ec2:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  /** A resource as the output has it, with its tags. */
  Params view(Structure document) {
    return Resources.open(document).withAll(tags.member(Resources.id(document)));
  }

  /**
   * Describes resources of a kind.
   *
   * @param ids the member of the input that has the ids
   * @param member the member of the output that has the resources
   */
  Params describe(EngineCall call, Kind kind, String ids, String member, Filters filters) {
    return describe(call, kind, ids, member, filters, this::view);
  }

  Params describe(
      EngineCall call,
      Kind kind,
      String ids,
      String member,
      Filters filters,
      Function<Structure, Params> view) {
    List<String> wanted = call.input().texts(ids);
    Resources all = of(kind);
    List<Structure> found = new ArrayList<>();
    for (Structure each : wanted.isEmpty() ? all.all() : all.require(wanted)) {
      found.add(Structures.of(view.apply(each)));
    }
    return Pages.of(call.input(), member, filters.apply(call.input(), found));
  }
}
