package io.boto4j.examples.interfaces;

import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.Waiter;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Await;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Starts a database that is stopped, and waits until it is available. */
class RdsInstances {
  record Tag(String key, String value) {}

  record NewDb(@Name("DBInstanceIdentifier") String id, @Name("DBInstanceClass") String type, String engine,
      int allocatedStorage, String masterUsername, String masterUserPassword, int port, List<Tag> tags) {}

  record Endpoint(int port) {}

  record Db(@Name("DBInstanceIdentifier") String id, Endpoint endpoint, int allocatedStorage, boolean multiAz,
      List<Tag> tagList) {}

  @Service("rds")
  interface Rds {
    @Operation("CreateDBInstance") void create(NewDb db);

    @Operation("StartDBInstance") void start(@Param("DBInstanceIdentifier") String id);

    @Operation("StopDBInstance") void stop(@Param("DBInstanceIdentifier") String id);

    @Operation("DescribeDBInstances") Iterable<Db> all();

    @Operation("DescribeDBInstances") @Result("DBInstances[0].DBInstanceStatus")
    String status(@Param("DBInstanceIdentifier") String id);

    @Await("DBInstanceAvailable")
    void awaitAvailable(@Param("DBInstanceIdentifier") String id, UnaryOperator<Waiter> options);
  }

  static final Rds rds = Typed.of(Session.create(), Rds.class);

  static String status(String id) {
    try {
      return rds.status(id);
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
      rds.start(id);
    } catch (ServiceException e) {
      e.rethrowUnless("InvalidDBInstanceStateFault");
      System.out.println("not stopped: " + e.message());
    }
    rds.awaitAvailable(id, w -> w.delay(Duration.ofSeconds(1)).maxAttempts(30));
  }

  public static void main(String[] args) throws InterruptedException {
    rds.create(new NewDb("ledger", "db.t3.micro", "postgres", 20, "owner", "not-a-secret", 5432,
        List.of(new Tag("team", "billing"))));
    waitUntil("ledger", "available");
    rds.stop("ledger");
    waitUntil("ledger", "stopped");
    System.out.println(status("ledger") + ", " + status("nobody"));
    start("ledger");
    System.out.println(status("ledger"));
    start("ledger");

    for (var db : rds.all()) {
      System.out.println(db.id() + " at " + db.endpoint().port() + " with " + db.allocatedStorage() + " GB "
          + (db.multiAz() ? "in several zones" : "in one zone"));
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
