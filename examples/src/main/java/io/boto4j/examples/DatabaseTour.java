package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Waiter;
import io.boto4j.error.ServiceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Creates a PostgreSQL instance, writes to it over JDBC, stops it and starts it again. */
final class DatabaseTour {
  static final String INSTANCE = "dashboard-db";

  private static final String PASSWORD = "not-a-secret-1";
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Client rds;
  private final Narrator narrator;

  DatabaseTour(Client rds, Narrator narrator) {
    this.rds = rds;
    this.narrator = narrator;
  }

  void run() {
    create();
    write();
    stop();
    start();
  }

  private void create() {
    narrator.step("Create a PostgreSQL instance, and watch it until it is available");
    narrator.timed(
        "rds.call(\"CreateDBInstance\", {dashboard-db, postgres ...})",
        () ->
            rds.call(
                "CreateDBInstance",
                Params.of("DBInstanceIdentifier", INSTANCE)
                    .with("Engine", "postgres")
                    .with("DBInstanceClass", "db.t4g.micro")
                    .with("AllocatedStorage", 20)
                    .with("DBName", "dashboard")
                    .with("MasterUsername", "dashboard")
                    .with("MasterUserPassword", PASSWORD)));
    await(rds.waiter("DBInstanceAvailable"));
  }

  /** Waits with a line of progress: the states on the way. */
  private void await(Waiter waiter) {
    await(waiter, narrator);
  }

  static void await(Waiter waiter, Narrator narrator) {
    Structure response =
        narrator.timed(
            "rds.waiter(\"" + waiter.name() + "\").await({dashboard-db})",
            () ->
                waiter
                    .delay(PAUSE)
                    .maxAttempts(480)
                    .onProgress(poll -> narrator.progress(status(poll.response())))
                    .await(Params.of("DBInstanceIdentifier", INSTANCE)));
    narrator.result("dashboard-db is " + status(response));
  }

  /** Returns a waiter of our own: RDS's model has none for instances that stop. */
  static Waiter stopped(Client rds) {
    Map<String, Object> isStopped =
        Map.of(
            "state", "success",
            "matcher", "pathAll",
            "argument", "DBInstances[].DBInstanceStatus",
            "expected", "stopped");
    Map<String, Object> waiter =
        Map.of(
            "operation",
            "DescribeDBInstances",
            "delay",
            30,
            "maxAttempts",
            60,
            "acceptors",
            List.of(isStopped));
    return rds.waiter(
        "DBInstanceStopped", Map.of("version", 2, "waiters", Map.of("DBInstanceStopped", waiter)));
  }

  static String status(Structure response) {
    return String.valueOf(response.search("DBInstances[0].DBInstanceStatus"));
  }

  private void write() {
    narrator.step("Write a row over JDBC: the instance is a real PostgreSQL");
    narrator.timed(
        "statement.execute(\"insert into reports ...\")",
        () -> {
          query("create table reports (name text)");
          return query("insert into reports values ('November')");
        });
    narrator.result(query("select version()").split(" on ", 2)[0]);
  }

  private void stop() {
    narrator.step("Stop it; to stop it twice is refused");
    narrator.timed(
        "rds.call(\"StopDBInstance\", {dashboard-db})",
        () -> rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", INSTANCE)));
    await(stopped(rds));
    try {
      rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", INSTANCE));
      throw new QuickstartException("A stopped instance was stopped again", null);
    } catch (ServiceException e) {
      if (!e.is("InvalidDBInstanceState")) {
        throw e;
      }
      narrator.result(e.code() + ": " + e.message());
    }
  }

  private void start() {
    narrator.step("Start it again: the row is still there");
    narrator.timed(
        "rds.call(\"StartDBInstance\", {dashboard-db})",
        () -> rds.call("StartDBInstance", Params.of("DBInstanceIdentifier", INSTANCE)));
    await(rds.waiter("DBInstanceAvailable"));
    narrator.result("select name from reports: " + query("select name from reports"));
  }

  /** Runs a statement and returns the first value of its result, or an empty text. */
  private String query(String sql) {
    Structure endpoint =
        rds.call("DescribeDBInstances", Params.of("DBInstanceIdentifier", INSTANCE))
            .structures("DBInstances")
            .get(0)
            .map("Endpoint");
    String url =
        "jdbc:postgresql://" + endpoint.text("Address") + ":" + endpoint.get("Port") + "/dashboard";
    try (Connection connection = DriverManager.getConnection(url, "dashboard", PASSWORD);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new QuickstartException("PostgreSQL at " + url + " failed: " + e.getMessage(), e);
    }
  }
}
