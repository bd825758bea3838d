package io.boto4j.examples.boto3;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts a database that is stopped, and waits until it is available. */
class RdsInstances {
  static final Client rds = Session.create().client("rds");

  static String status(String id) {
    try {
      var response = rds.call("DescribeDBInstances", Params.of("DBInstanceIdentifier", id));
      return response.structures("DBInstances").get(0).text("DBInstanceStatus");
    } catch (ServiceException e) {
      e.rethrowUnless("DBInstanceNotFoundFault");
      return "missing";
    }
  }

  static void waitUntil(String id, String wanted) throws InterruptedException {
    while (!status(id).equals(wanted)) {
      Thread.sleep(1000); // RDS has no waiter for "stopped"
    }
  }

  static void start(String id) {
    try {
      rds.call("StartDBInstance", Params.of("DBInstanceIdentifier", id));
    } catch (ServiceException e) {
      e.rethrowUnless("InvalidDBInstanceStateFault");
      System.out.println("not stopped: " + e.message());
    }
    rds.waiter("DBInstanceAvailable").delay(Duration.ofSeconds(1)).maxAttempts(30)
        .await(Params.of("DBInstanceIdentifier", id));
  }

  public static void main(String[] args) throws InterruptedException {
    rds.call("CreateDBInstance", Params.of(
        "DBInstanceIdentifier", "ledger",
        "DBInstanceClass", "db.t3.micro",
        "Engine", "postgres",
        "AllocatedStorage", 20,
        "MasterUsername", "owner",
        "MasterUserPassword", "not-a-secret",
        "Port", 5432,
        "Tags", List.of(Map.of("Key", "team", "Value", "billing"))));
    waitUntil("ledger", "available");
    rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", "ledger"));
    waitUntil("ledger", "stopped");
    System.out.println(status("ledger") + ", " + status("nobody"));
    start("ledger");
    System.out.println(status("ledger"));
    start("ledger");

    for (var db : rds.items("DescribeDBInstances")) {
      System.out.println(db.text("DBInstanceIdentifier") + " at " + db.integer("Endpoint", "Port") + " with "
          + db.integer("AllocatedStorage") + " GB " + (db.bool("MultiAZ") ? "in several zones" : "in one zone"));
      for (var tag : db.structures("TagList")) {
        System.out.println(tag.text("Key") + "=" + tag.text("Value"));
      }
    }
    try {
      start("nobody");
    } catch (ServiceException e) {
      System.out.println(e.code() + " " + e.statusCode());
    }
  }
}
