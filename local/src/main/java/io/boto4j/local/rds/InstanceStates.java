package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of DB instances, and what happens in them. */
final class InstanceStates {
  /** RDS starts instances again that were stopped for this long. */
  private static final Duration LONGEST_STOP = Duration.ofDays(7);

  final Lifecycle lifecycle;

  private final RdsState state;
  private final Snapshots snapshots;

  InstanceStates(RdsState state, Snapshots snapshots) {
    this.state = state;
    this.snapshots = snapshots;
    this.lifecycle = new Lifecycle(state, state.instances, "DBInstanceStatus", this::reached);
  }

  /** Returns an instance that exists. */
  Structure require(@Nullable String name) {
    Structure found = state.instances.find(name);
    if (found == null) {
      throw RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + name + " not found.");
    }
    return found;
  }

  static boolean isAvailable(Structure instance) {
    return "available".equals(instance.text("DBInstanceStatus"));
  }

  /** Adds an event of an instance. */
  void event(Structure instance, String category, String message) {
    state.events.add(
        "db-instance",
        state.instances.nameOf(instance),
        String.valueOf(instance.text("DBInstanceArn")),
        category,
        message);
  }

  /** Whether RDS takes snapshots of an instance by itself. */
  static boolean isBackedUp(Structure instance) {
    Integer days = instance.integer("BackupRetentionPeriod");
    return days != null
        && days > 0
        && instance.text("DBClusterIdentifier") == null
        && instance.text("ReadReplicaSourceDBInstanceIdentifier") == null;
  }

  private @Nullable Runnable reached(Structure before, String status) {
    String from = String.valueOf(before.text("DBInstanceStatus"));
    switch (status) {
      case "backing-up" -> {
        event(before, "creation", "DB instance created");
        event(before, "backup", "Backing up DB instance");
        Structure snapshot = snapshots.takeAutomated(before);
        return () -> snapshots.lifecycle.run(Resources.id(snapshot));
      }
      case "available" -> {
        event(before, category(from), message(from));
        state.instances.edit(state.instances.nameOf(before), "AutomaticRestartTime", null);
      }
      case "stopped" -> {
        event(before, "notification", "DB instance stopped");
        state.instances.edit(
            state.instances.nameOf(before),
            Params.of("AutomaticRestartTime", state.now().plus(LONGEST_STOP)));
        String id = Resources.id(before);
        return () -> state.context.schedule(LONGEST_STOP, () -> restart(id));
      }
      case Lifecycle.DELETED -> event(before, "deletion", "DB instance deleted");
      default -> event(before, "failure", "DB instance is " + status);
    }
    return null;
  }

  private static String category(String from) {
    return switch (from) {
      case "creating" -> "creation";
      case "backing-up" -> "backup";
      case "rebooting" -> "availability";
      case "modifying", "renaming" -> "configuration change";
      default -> "notification";
    };
  }

  private static String message(String from) {
    return switch (from) {
      case "creating" -> "DB instance created";
      case "backing-up" -> "Finished DB Instance backup";
      case "rebooting" -> "DB instance restarted";
      case "starting" -> "DB instance started";
      case "modifying" -> "Finished applying modification to DB instance";
      default -> "DB instance is available";
    };
  }

  /** Starts an instance again that has been stopped for too long. */
  private void restart(String id) {
    state.table.change(
        () -> {
          Structure instance = state.instances.byId(id);
          if (instance != null
              && "stopped".equals(instance.text("DBInstanceStatus"))
              && !state
                  .now()
                  .isBefore(
                      java.util.Objects.requireNonNullElse(
                          instance.instant("AutomaticRestartTime"), state.now()))) {
            event(
                instance,
                "notification",
                "DB instance is being started due to it exceeding the maximum allowed time being"
                    + " stopped.");
            state.servers.start(instance);
            lifecycle.begin(state.instances.nameOf(instance), "starting", "available");
          }
          return true;
        });
    lifecycle.run(id);
  }

  /** Goes on with everything after a restart of the process. */
  void resume() {
    state.table.change(
        () -> {
          state.instances.all().forEach(this::reopen);
          return true;
        });
    lifecycle.resume();
  }

  private void reopen(Structure instance) {
    Integer port = instance.integer("Endpoint", "Port");
    if (port == null || instance.text("DBClusterIdentifier") != null) {
      return;
    }
    String name = state.instances.nameOf(instance);
    int open = state.servers.reopen(instance, port);
    if (open != port) {
      Map<String, Object> endpoint = Params.copyOf(instance.map("Endpoint")).with("Port", open);
      state.instances.edit(name, "Endpoint", endpoint);
    }
    if (!state.servers.has(instance)) {
      return;
    }
    switch (String.valueOf(instance.text("DBInstanceStatus"))) {
      case "stopped", "stopping" -> state.servers.stop(instance);
      case "deleting" -> state.servers.remove(instance);
      case "available" -> {
        state.servers.start(instance);
        lifecycle.begin(name, "starting", "available");
      }
      case "creating", "backing-up" -> state.servers.create(instance, "DBName");
      default -> state.servers.start(instance);
    }
  }
}
