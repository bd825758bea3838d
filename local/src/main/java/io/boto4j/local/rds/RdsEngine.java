package io.boto4j.local.rds;

import io.boto4j.Structure;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Store;
import io.boto4j.local.rds.postgres.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The RDS of one account and region. */
final class RdsEngine implements Engine {
  private final RdsState state;
  private final Instances instances;

  RdsEngine(EngineContext context, Duration delay) {
    this.state = new RdsState(context, delay, databases(context.store()));
    Snapshots snapshots = new Snapshots(state);
    AutomatedBackups backups = new AutomatedBackups(state);
    this.instances = new Instances(state, snapshots, backups);
    state.events.register(state.table);
    snapshots.register();
    backups.register();
    instances.register();
    new InstanceChanges(state, instances, snapshots).register();
    new Restores(state, instances, snapshots).register();
    instances.states.resume();
    snapshots.lifecycle.resume();
  }

  private static @Nullable Databases databases(Store store) {
    if (!Databases.arePossible()) {
      return null;
    }
    try {
      return Databases.open(store.directory().resolve("postgres"), store.isDurable());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a directory for PostgreSQL: " + e, e);
    }
  }

  @Override
  public Set<String> operations() {
    return state.table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return state.table.call(call);
  }

  RdsState state() {
    return state;
  }

  /** Returns the resources of a type of ARN. */
  Resources resources(String arnType) {
    Resources found = state.ofArnType(arnType);
    if (found == null) {
      throw new IllegalArgumentException(arnType);
    }
    return found;
  }

  /** Returns an instance by its name or ARN. */
  Structure instance(String nameOrArn) {
    return instances.states.require(state.instances.nameIn(nameOrArn));
  }

  String nameOf(Structure instance) {
    return state.instances.nameOf(instance);
  }

  /** Adds a read replica to an instance. */
  void addReplica(String source, String replica) {
    state.table.change(
        () -> {
          List<String> replicas =
              new ArrayList<>(
                  state.instances.get(source).texts("ReadReplicaDBInstanceIdentifiers"));
          replicas.add(replica);
          return state.instances.edit(source, "ReadReplicaDBInstanceIdentifiers", replicas);
        });
  }

  /** Stops all servers. Their data stay, unless the world is in memory. */
  @Override
  public void close() {
    state.servers.close();
  }
}
