package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances: their descriptions and changes of state. */
final class Instances {
  private static final Filters FILTERS = InstanceFilters.ofInstances();
  private static final Filters STATUS_FILTERS = InstanceFilters.ofStatuses();
  private static final int FEWEST = 5;

  private final Ec2State state;
  private final Addresses addresses;
  final InstanceStates states;

  Instances(Ec2State state, Addresses addresses) {
    this.state = state;
    this.addresses = addresses;
    this.states = new InstanceStates(state);
  }

  void register() {
    state.table.read("DescribeInstances", this::describe);
    state.table.read("DescribeInstanceStatus", this::describeStatus);
    state.table.write("StartInstances", this::start);
    state.table.write("StopInstances", this::stop);
    state.table.write("RebootInstances", this::reboot);
    state.table.write("TerminateInstances", this::terminate);
    state.table.write("MonitorInstances", call -> monitor(call, "pending", "enabled"));
    state.table.write("UnmonitorInstances", call -> monitor(call, "disabling", "disabled"));
  }

  Structure require(@Nullable String id) {
    if (id == null) {
      throw Ec2Errors.missing("InstanceId");
    }
    return require(List.of(id)).get(0);
  }

  /** The instances of ids as they are by now. */
  List<Structure> require(List<String> ids) {
    List<Structure> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      Kind.INSTANCE.check(id);
      Structure instance = state.of(Kind.INSTANCE).find(id);
      if (instance == null || states.isForgotten(instance)) {
        missing.add(id);
      } else {
        found.add(states.settled(instance));
      }
    }
    if (!missing.isEmpty()) {
      throw Kind.INSTANCE.notFound(missing);
    }
    return found;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (Structure instance : state.of(Kind.INSTANCE).all()) {
      if (!states.isForgotten(instance)) {
        all.add(states.settled(instance));
      }
    }
    return all;
  }

  /** Changes an instance as it is by now. */
  void edit(Structure settled, Map<String, ? extends @Nullable Object> members) {
    String id = Resources.id(settled);
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    Structure stored = state.of(Kind.INSTANCE).require(id);
    stored.keySet().stream()
        .filter(name -> !settled.containsKey(name))
        .forEach(name -> changed.put(name, null));
    changed.putAll(settled);
    changed.putAll(members);
    state.of(Kind.INSTANCE).edit(id, changed);
  }

  Params view(Structure instance) {
    return InstanceView.of(state, addresses, instance);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<String> ids = input.texts("InstanceIds");
    checkPage(input, ids);
    List<Structure> views = new ArrayList<>();
    for (Structure instance : ids.isEmpty() ? all() : require(ids)) {
      views.add(Structures.of(view(instance).with("_reservation", instance.text("_reservation"))));
    }
    Map<String, List<Params>> reservations = new LinkedHashMap<>();
    for (Structure view : FILTERS.apply(input, views)) {
      reservations
          .computeIfAbsent(String.valueOf(view.text("_reservation")), id -> new ArrayList<>())
          .add(Params.copyOf(view).without("_reservation"));
    }
    List<Params> found = new ArrayList<>();
    reservations.forEach((id, instances) -> found.add(reservation(id, instances)));
    return Pages.of(input, "Reservations", found);
  }

  private static void checkPage(Structure input, List<String> ids) {
    Integer most = input.integer("MaxResults");
    if (most == null) {
      return;
    }
    if (!ids.isEmpty()) {
      throw Ec2Errors.combination(
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    if (most < FEWEST) {
      throw Ec2Errors.invalidValue(
          "Value ( "
              + most
              + " ) for parameter maxResults is invalid. Expecting a value greater than or equal to"
              + " 5.");
    }
  }

  Params reservation(String id, List<Params> instances) {
    return Params.of(
        "ReservationId",
        id,
        "OwnerId",
        state.context.account(),
        "Groups",
        List.of(),
        "Instances",
        instances);
  }

  private Map<String, ?> describeStatus(EngineCall call) {
    Structure input = call.input();
    List<String> ids = input.texts("InstanceIds");
    boolean all = Boolean.TRUE.equals(input.bool("IncludeAllInstances"));
    List<Structure> found = new ArrayList<>();
    for (Structure instance : ids.isEmpty() ? all() : require(ids)) {
      boolean running = InstanceStates.name(instance).equals(InstanceStates.RUNNING);
      if (!running && !all) {
        continue;
      }
      Params check =
          running
              ? Params.of(
                  "Details",
                  List.of(Params.of("Name", "reachability", "Status", "passed")),
                  "Status",
                  "ok")
              : Params.of("Status", "not-applicable");
      found.add(
          Structures.of(
              Params.of(
                  "AvailabilityZone", instance.text("Placement", "AvailabilityZone"),
                  "InstanceId", Resources.id(instance),
                  "InstanceState", instance.structure("State"),
                  "InstanceStatus", check,
                  "SystemStatus", check)));
    }
    return Pages.of(input, "InstanceStatuses", STATUS_FILTERS.apply(input, found));
  }

  private static Params change(Structure before, Params now) {
    return Params.of(
        "CurrentState",
        now,
        "InstanceId",
        Resources.id(before),
        "PreviousState",
        before.structure("State"));
  }

  private List<Structure> checked(EngineCall call, Set<String> refused, String verb) {
    List<Structure> instances = require(call.input().texts("InstanceIds"));
    for (Structure instance : instances) {
      if (refused.contains(InstanceStates.name(instance))) {
        throw Ec2Errors.state(
            "The instance '"
                + Resources.id(instance)
                + "' is not in a state from which it can be "
                + verb
                + ".");
      }
    }
    return instances;
  }

  private Map<String, ?> start(EngineCall call) {
    List<Params> changes = new ArrayList<>();
    Set<String> refused =
        Set.of(InstanceStates.STOPPING, InstanceStates.SHUTTING_DOWN, InstanceStates.TERMINATED);
    for (Structure instance : checked(call, refused, "started")) {
      if (!InstanceStates.name(instance).equals(InstanceStates.STOPPED)) {
        changes.add(change(instance, Params.copyOf(instance.map("State"))));
        continue;
      }
      Map<String, @Nullable Object> members =
          states.begin(InstanceStates.PENDING, InstanceStates.RUNNING);
      members.put("LaunchTime", state.now());
      if (Boolean.TRUE.equals(instance.bool("_public"))) {
        String address = Addresses.newAddress(state);
        members.put("PublicIpAddress", address);
        members.put("PublicDnsName", InstanceView.publicName(state, address));
      }
      edit(instance, members);
      changes.add(change(instance, InstanceStates.of(InstanceStates.PENDING)));
    }
    return Params.of("StartingInstances", changes);
  }

  private Map<String, ?> stop(EngineCall call) {
    List<Params> changes = new ArrayList<>();
    Set<String> refused =
        Set.of(InstanceStates.PENDING, InstanceStates.SHUTTING_DOWN, InstanceStates.TERMINATED);
    List<Structure> instances = checked(call, refused, "stopped");
    for (Structure instance : instances) {
      if (Boolean.TRUE.equals(instance.bool("_disableApiStop"))) {
        throw notPermitted(instance, "stopped", "disableApiStop");
      }
    }
    for (Structure instance : instances) {
      if (!InstanceStates.name(instance).equals(InstanceStates.RUNNING)) {
        changes.add(change(instance, Params.copyOf(instance.map("State"))));
        continue;
      }
      edit(instance, states.begin(InstanceStates.STOPPING, InstanceStates.STOPPED));
      changes.add(change(instance, InstanceStates.of(InstanceStates.STOPPING)));
    }
    return Params.of("StoppingInstances", changes);
  }

  private static EngineException notPermitted(Structure instance, String verb, String attribute) {
    return Ec2Errors.of(
        "OperationNotPermitted",
        "The instance '"
            + Resources.id(instance)
            + "' may not be "
            + verb
            + ". Modify its '"
            + attribute
            + "' instance attribute and try again.");
  }

  private Map<String, ?> reboot(EngineCall call) {
    Set<String> refused =
        Set.of(
            InstanceStates.STOPPED,
            InstanceStates.STOPPING,
            InstanceStates.SHUTTING_DOWN,
            InstanceStates.TERMINATED);
    checked(call, refused, "rebooted");
    return Map.of();
  }

  private Map<String, ?> terminate(EngineCall call) {
    List<Structure> instances = require(call.input().texts("InstanceIds"));
    for (Structure instance : instances) {
      if (Boolean.TRUE.equals(instance.bool("_disableApiTermination"))) {
        throw notPermitted(instance, "terminated", "disableApiTermination");
      }
    }
    sweep();
    List<Params> changes = new ArrayList<>();
    for (Structure instance : instances) {
      if (InstanceStates.isGone(instance)) {
        changes.add(change(instance, Params.copyOf(instance.map("State"))));
        continue;
      }
      Volumes.release(state, instance);
      addresses.release(Resources.id(instance));
      edit(instance, states.begin(InstanceStates.SHUTTING_DOWN, InstanceStates.TERMINATED));
      changes.add(change(instance, InstanceStates.of(InstanceStates.SHUTTING_DOWN)));
    }
    return Params.of("TerminatingInstances", changes);
  }

  /** Removes instances that are not listed anymore. */
  void sweep() {
    for (Structure instance : state.of(Kind.INSTANCE).all(states::isForgotten)) {
      state.remove(Kind.INSTANCE, Resources.id(instance));
    }
  }

  private Map<String, ?> monitor(EngineCall call, String between, String last) {
    List<Params> changes = new ArrayList<>();
    for (Structure instance : require(call.input().texts("InstanceIds"))) {
      edit(instance, Map.of("Monitoring", Params.of("State", last)));
      changes.add(
          Params.of(
              "InstanceId", Resources.id(instance), "Monitoring", Params.of("State", between)));
    }
    return Params.of("InstanceMonitorings", changes);
  }
}
