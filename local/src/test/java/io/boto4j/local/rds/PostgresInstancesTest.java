package io.boto4j.local.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.rds.postgres.Databases;
import io.boto4j.local.world.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances with a real PostgreSQL behind them. */
final class PostgresInstancesTest {
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final String PASSWORD = "correct horse";

  @TempDir Path directory;

  @BeforeAll
  static void postgresIsOnTheClassPath() {
    assertThat(Databases.arePossible()).isTrue();
  }

  private static EngineDoor open() {
    return new EngineDoor(new RdsFactory(STEP));
  }

  private static void create(Client rds, String name) {
    rds.call(
        "CreateDBInstance",
        Params.of(
            "DBInstanceIdentifier", name,
            "DBInstanceClass", "db.t3.micro",
            "Engine", "postgres",
            "AllocatedStorage", 20,
            "DBName", "app",
            "MasterUsername", "postgres",
            "MasterUserPassword", PASSWORD));
  }

  private static Structure instance(Client rds, String name) {
    return rds.call("DescribeDBInstances", Params.of("DBInstanceIdentifier", name))
        .structures("DBInstances")
        .get(0);
  }

  private static Connection connect(Client rds, String name) throws SQLException {
    return connect(rds, name, PASSWORD);
  }

  private static Connection connect(Client rds, String name, String password) throws SQLException {
    Structure endpoint = instance(rds, name).map("Endpoint");
    return DriverManager.getConnection(
        "jdbc:postgresql://" + endpoint.text("Address") + ":" + endpoint.integer("Port") + "/app",
        "postgres",
        password);
  }

  private static void execute(Client rds, String name, String command) throws SQLException {
    try (Connection connection = connect(rds, name);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static int query(Client rds, String name, String query) throws SQLException {
    try (Connection connection = connect(rds, name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void settle(EngineDoor door) {
    door.clock().advance(STEP);
    door.clock().advance(STEP);
  }

  @Test
  void states_followTheClock() {
    try (EngineDoor door = open()) {
      Client rds = door.client("rds");
      create(rds, "db1");
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("creating");
      assertThat(instance(rds, "db1").structure("Endpoint")).isNull();
      door.clock().advance(STEP);
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("backing-up");
      door.clock().advance(STEP);
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("available");
      assertThat(instance(rds, "db1").text("Endpoint", "Address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void rows_surviveStopAndStart() throws SQLException {
    try (EngineDoor door = open()) {
      Client rds = door.client("rds");
      create(rds, "db1");
      settle(door);
      execute(rds, "db1", "CREATE TABLE t (a int)");
      execute(rds, "db1", "INSERT INTO t VALUES (42)");
      rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", "db1"));
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("stopping");
      assertThatThrownBy(() -> rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", "db1")))
          .hasMessageContaining("Instance db1 is not in available state.");
      door.clock().advance(STEP);
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("stopped");
      assertThatThrownBy(() -> connect(rds, "db1"))
          .hasMessageContaining("the DB instance is stopped");
      rds.call("StartDBInstance", Params.of("DBInstanceIdentifier", "db1"));
      door.clock().advance(STEP);
      assertThat(query(rds, "db1", "SELECT a FROM t")).isEqualTo(42);
    }
  }

  @Test
  void passwords_areChecked_andChange() throws SQLException {
    try (EngineDoor door = open()) {
      Client rds = door.client("rds");
      create(rds, "db1");
      settle(door);
      assertThatThrownBy(() -> connect(rds, "db1", "wrong"))
          .hasMessageContaining("password authentication failed");
      rds.call(
          "ModifyDBInstance",
          Params.of(
              "DBInstanceIdentifier", "db1",
              "MasterUserPassword", "another one",
              "ApplyImmediately", true));
      door.clock().advance(STEP);
      connect(rds, "db1", "another one").close();
      assertThatThrownBy(() -> connect(rds, "db1", PASSWORD))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void snapshots_keepRows_andAreRestored() throws SQLException {
    try (EngineDoor door = open()) {
      Client rds = door.client("rds");
      create(rds, "db1");
      settle(door);
      execute(rds, "db1", "CREATE TABLE t AS SELECT generate_series(1, 1000) AS a");
      rds.call(
          "CreateDBSnapshot",
          Params.of("DBInstanceIdentifier", "db1", "DBSnapshotIdentifier", "s1"));
      settle(door);
      execute(rds, "db1", "DELETE FROM t");
      rds.call(
          "DeleteDBInstance", Params.of("DBInstanceIdentifier", "db1", "SkipFinalSnapshot", true));
      settle(door);
      rds.call(
          "RestoreDBInstanceFromDBSnapshot",
          Params.of("DBInstanceIdentifier", "db2", "DBSnapshotIdentifier", "s1"));
      settle(door);
      assertThat(query(rds, "db2", "SELECT count(*) FROM t")).isEqualTo(1000);
    }
  }

  @Test
  void readReplicas_follow_andArePromoted() throws Exception {
    try (EngineDoor door = open()) {
      Client rds = door.client("rds");
      create(rds, "db1");
      settle(door);
      rds.call(
          "CreateDBInstanceReadReplica",
          Params.of("DBInstanceIdentifier", "r1", "SourceDBInstanceIdentifier", "db1"));
      settle(door);
      execute(rds, "db1", "CREATE TABLE t AS SELECT 7 AS a");
      awaitTable(rds, "r1");
      assertThat(query(rds, "r1", "SELECT a FROM t")).isEqualTo(7);
      assertThatThrownBy(() -> execute(rds, "r1", "INSERT INTO t VALUES (8)"))
          .hasMessageContaining("read-only");
      rds.call("PromoteReadReplica", Params.of("DBInstanceIdentifier", "r1"));
      settle(door);
      execute(rds, "r1", "INSERT INTO t VALUES (8)");
      assertThat(query(rds, "db1", "SELECT count(*) FROM t")).isEqualTo(1);
    }
  }

  /** Replication has no event to wait for. */
  private static void awaitTable(Client rds, String name) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (query(rds, name, "SELECT count(*) FROM pg_tables WHERE tablename = 't'") == 1) {
        return;
      }
      Thread.sleep(20);
    }
  }

  @Test
  void rows_surviveTheProcess() throws SQLException {
    try (EngineDoor door = new EngineDoor(Stores.open(directory), new RdsFactory(STEP))) {
      Client rds = door.client("rds");
      create(rds, "db1");
      settle(door);
      execute(rds, "db1", "CREATE TABLE t AS SELECT 42 AS a");
    }
    try (EngineDoor door = new EngineDoor(Stores.open(directory), new RdsFactory(STEP))) {
      Client rds = door.client("rds");
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("starting");
      door.clock().advance(STEP);
      assertThat(instance(rds, "db1").text("DBInstanceStatus")).isEqualTo("available");
      assertThat(query(rds, "db1", "SELECT a FROM t")).isEqualTo(42);
    }
  }
}
