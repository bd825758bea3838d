package io.boto4j.local.rds.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running server.
 *
 * <p>The server ends with its parent: a shell waits for the end of its standard input, which comes
 * when this process closes it or dies, and then asks the server for a fast shutdown.
 */
final class Server {
  private static final String SHELL =
      "exec 3<&0; \"$@\" </dev/null 3<&- & server=$!;"
          + " (while read -r line; do :; done; kill -INT $server) <&3 & wait $server";

  private static final int SECONDS = 60;
  private static final int PAUSE_MILLIS = 20;

  private final Cluster cluster;
  private final int port;
  private final Process process;

  private Server(Cluster cluster, int port, Process process) {
    this.cluster = cluster;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a server, and returns when it takes connections.
   *
   * @param settings settings of {@code postgresql.conf}
   */
  static Server start(Cluster cluster, int port, boolean durable, List<String> settings)
      throws IOException {
    awaitOther(cluster.data());
    Path log = cluster.directory().resolve("log");
    List<String> command = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
    command.add(cluster.programs().resolve("bin/postgres").toString());
    command.add("-D");
    command.add(cluster.data().toString());
    command.add("-p");
    command.add(Integer.toString(port));
    for (String setting : defaults(durable)) {
      command.add("-c");
      command.add(setting);
    }
    for (String setting : settings) {
      command.add("-c");
      command.add(setting);
    }
    Process process =
        new ProcessBuilder(Programs.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Server server = new Server(cluster, port, process);
    try {
      server.awaitReady(log);
    } catch (IOException e) {
      server.stop();
      throw e;
    }
    return server;
  }

  private static List<String> defaults(boolean durable) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "shared_buffers=16MB",
                "max_connections=100",
                "wal_keep_size=64MB",
                "timezone=UTC",
                "log_timezone=UTC"));
    if (!durable) {
      settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    return settings;
  }

  /** Waits for the server of a process that has died and left it behind. */
  private static void awaitOther(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (Files.exists(file)) {
      String first = Files.readString(file, StandardCharsets.UTF_8).split("\n", 2)[0].trim();
      if (first.isEmpty()
          || ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive).isEmpty()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IOException("Process " + first + " still uses " + data);
      }
      pause();
    }
  }

  private void awaitReady(Path log) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(SECONDS)) {
          return;
        }
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          String output = Files.readString(log, StandardCharsets.UTF_8);
          throw new IOException(
              "PostgreSQL did not start: " + output.substring(Math.max(0, output.length() - 2000)),
              e);
        }
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  /** Connects as the administrator. */
  Connection connect(String database) throws SQLException, IOException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.ADMINISTRATOR);
    properties.setProperty("password", cluster.password());
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("loginTimeout", "10");
    @Nullable Connection connection =
        driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    if (connection == null) {
      throw new SQLException("The driver does not know PostgreSQL");
    }
    return connection;
  }

  private static Driver driver() throws SQLException {
    try {
      return Class.forName("org.postgresql.Driver")
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("There is no driver of PostgreSQL on the class path", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the server, which ends all connections. */
  void stop() {
    List<ProcessHandle> descendants = process.descendants().toList();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      descendants.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
