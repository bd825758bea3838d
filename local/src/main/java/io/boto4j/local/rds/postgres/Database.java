package io.boto4j.local.rds.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One database server with its data directory and its port. While the server does not run, the port
 * answers with the reason. Not safe for use by multiple threads: {@link Databases} runs one task of
 * a database at a time.
 */
final class Database {
  private final Cluster cluster;
  private final boolean durable;
  private final int port;
  private @Nullable Server server;
  private @Nullable Refusal refusal;
  private volatile String state = "is being created";

  /** Reserves a port: the one that is wanted if it is free. */
  Database(Cluster cluster, boolean durable, int wanted) throws IOException {
    this.cluster = cluster;
    this.durable = durable;
    Refusal opened;
    try {
      opened = Refusal.open(wanted, Refusal.Language.POSTGRESQL, this::sentence);
    } catch (IOException e) {
      opened = Refusal.open(0, Refusal.Language.POSTGRESQL, this::sentence);
    }
    this.refusal = opened;
    this.port = opened.port();
  }

  private String sentence() {
    return "the DB instance " + state;
  }

  int port() {
    return port;
  }

  Cluster cluster() {
    return cluster;
  }

  boolean isRunning() {
    return server != null && server.isAlive();
  }

  /** Sets what the port answers while the server does not run, such as "is stopped". */
  void describe(String words) {
    this.state = words;
  }

  /** Fills the data directory from another one, which no server uses. */
  void copyFrom(Cluster other) throws IOException {
    Cluster copy = cluster.unfinished();
    Folders.copy(other.directory(), copy.directory());
    cluster.put(copy);
  }

  void start(List<String> settings) throws IOException {
    if (isRunning()) {
      return;
    }
    state = "is starting";
    Refusal open = refusal;
    refusal = null;
    if (open != null) {
      open.close();
    }
    try {
      server = Server.start(cluster, port, durable, settings);
    } catch (IOException e) {
      state = "has failed: " + e.getMessage();
      refusal = Refusal.open(port, Refusal.Language.POSTGRESQL, this::sentence);
      throw e;
    }
  }

  void stop() throws IOException {
    Server running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
    if (refusal == null) {
      refusal = Refusal.open(port, Refusal.Language.POSTGRESQL, this::sentence);
    }
  }

  /** Stops the server and gives up the port. */
  void close() {
    Server running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
    if (refusal != null) {
      refusal.close();
      refusal = null;
    }
  }

  void remove() throws IOException {
    close();
    Folders.remove(cluster.directory());
  }

  private Server running() throws IOException {
    Server running = server;
    if (running == null || !running.isAlive()) {
      throw new IOException("The server does not run");
    }
    return running;
  }

  /** Creates the user who owns everything, or sets the password; and creates a database. */
  void prepare(String user, String password, @Nullable String database) throws IOException {
    try (Connection connection = running().connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", "rds_superuser")) {
        statement.execute(
            "CREATE ROLE rds_superuser;"
                + "GRANT pg_monitor, pg_signal_backend, pg_checkpoint TO rds_superuser"
                + " WITH ADMIN OPTION;"
                + "CREATE ROLE rds_replication; CREATE ROLE rds_password; CREATE ROLE rds_iam");
      }
      String role = quoted(connection, user);
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user)) {
        statement.execute("CREATE ROLE " + role + " LOGIN CREATEDB CREATEROLE");
        statement.execute("GRANT rds_superuser TO " + role);
        statement.execute("ALTER DATABASE postgres OWNER TO " + role);
      }
      password(connection, user, password);
      if (database != null
          && !exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + quoted(connection, database) + " OWNER " + role);
      }
    } catch (SQLException e) {
      throw new IOException("Cannot prepare the database: " + e.getMessage(), e);
    }
  }

  /** Sets a password. */
  void password(String user, String password) throws IOException {
    try (Connection connection = running().connect("postgres")) {
      password(connection, user, password);
    } catch (SQLException e) {
      throw new IOException("Cannot set the password: " + e.getMessage(), e);
    }
  }

  private static void password(Connection connection, String user, String password)
      throws SQLException {
    String command =
        text(connection, "SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)", user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String quoted(Connection connection, String name) throws SQLException {
    return text(connection, "SELECT quote_ident(?)", name);
  }

  private static String text(Connection connection, String query, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return String.valueOf(result.getString(1));
      }
    }
  }

  private static boolean exists(Connection connection, String query, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /** Copies the data into a directory; of a running server, as an online backup. */
  void copyTo(Cluster place) throws IOException {
    Cluster copy = place.unfinished();
    if (isRunning()) {
      backUpTo(copy);
    } else {
      Folders.copy(cluster.directory(), copy.directory());
    }
    // The copy of a replica does not follow the original.
    Files.deleteIfExists(copy.data().resolve("standby.signal"));
    place.put(copy);
  }

  private void backUpTo(Cluster copy) throws IOException {
    try (Connection connection = running().connect("postgres")) {
      text(connection, "SELECT pg_backup_start(?, true)::text", "boto4j-local");
      Folders.copy(cluster.directory(), copy.directory());
      String label = text(connection, "SELECT labelfile FROM pg_backup_stop(false)");
      // The log has the writes since the label, and recovery replays it.
      Path log = copy.data().resolve("pg_wal");
      Folders.remove(log);
      Folders.copy(cluster.data().resolve("pg_wal"), log);
      Files.writeString(copy.data().resolve("backup_label"), label, StandardCharsets.UTF_8);
      Files.deleteIfExists(copy.data().resolve("postmaster.pid"));
    } catch (SQLException e) {
      throw new IOException("Cannot copy the data: " + e.getMessage(), e);
    }
  }

  /** Prepares a copy of another database so that it follows the original. */
  void follow(Database source) throws IOException {
    Files.writeString(
        cluster.data().resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port="
            + source.port
            + " user="
            + Cluster.ADMINISTRATOR
            + " password="
            + source.cluster.password()
            + "'\n",
        StandardCharsets.UTF_8);
    Files.writeString(cluster.data().resolve("standby.signal"), "", StandardCharsets.UTF_8);
  }

  /** Ends following. */
  void promote() throws IOException {
    try (Connection connection = running().connect("postgres")) {
      if ("true".equals(text(connection, "SELECT pg_is_in_recovery()::text"))) {
        text(connection, "SELECT pg_promote(true, 60)::text");
      }
    } catch (SQLException e) {
      throw new IOException("Cannot promote the replica: " + e.getMessage(), e);
    }
  }
}
