package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.rds.CreateDbInstanceRequest;
import io.boto4j.examples.generated.rds.DescribeDbInstancesRequest;
import io.boto4j.examples.generated.rds.Rds;
import io.boto4j.examples.generated.rds.StartDbInstanceRequest;
import io.boto4j.examples.generated.rds.StopDbInstanceRequest;
import io.boto4j.examples.generated.rds.Tag;
import java.time.Duration;

/** Starts a database that is stopped, and waits until it is available. */
class RdsInstances {
  static final Rds rds = Rds.of(Session.create().client("rds"));

  static String status(String id) {
    try {
      var response = rds.describeDbInstances(DescribeDbInstancesRequest.of().dbInstanceIdentifier(id));
      return response.dbInstances().get(0).dbInstanceStatus();
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
      rds.startDbInstance(StartDbInstanceRequest.of(id));
    } catch (ServiceException e) {
      e.rethrowUnless("InvalidDBInstanceStateFault");
      System.out.println("not stopped: " + e.message());
    }
    rds.awaitDbInstanceAvailable(DescribeDbInstancesRequest.of().dbInstanceIdentifier(id),
        w -> w.delay(Duration.ofSeconds(1)).maxAttempts(30));
  }

  public static void main(String[] args) throws InterruptedException {
    rds.createDbInstance(CreateDbInstanceRequest.of("ledger", "db.t3.micro", "postgres")
        .allocatedStorage(20)
        .masterUsername("owner")
        .masterUserPassword("not-a-secret")
        .port(5432)
        .tags(Tag.of().key("team").value("billing")));
    waitUntil("ledger", "available");
    rds.stopDbInstance(StopDbInstanceRequest.of("ledger"));
    waitUntil("ledger", "stopped");
    System.out.println(status("ledger") + ", " + status("nobody"));
    start("ledger");
    System.out.println(status("ledger"));
    start("ledger");

    for (var db : rds.describeDbInstancesItems()) {
      System.out.println(db.dbInstanceIdentifier() + " at " + db.endpoint().port() + " with " + db.allocatedStorage()
          + " GB " + (db.multiAz() ? "in several zones" : "in one zone"));
      for (var tag : db.tagList()) {
        System.out.println(tag.key() + "=" + tag.value());
      }
    }
    try {
      start("nobody");
    } catch (ServiceException e) {
      System.out.println(e.code() + " " + e.statusCode());
    }
  }
}
