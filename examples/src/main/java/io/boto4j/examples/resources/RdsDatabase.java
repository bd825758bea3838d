package io.boto4j.examples.resources;

import io.boto4j.Params;
import io.boto4j.Session;
import java.time.Duration;

/** Creates a database, stops and starts it, takes a snapshot, and deletes both; boto3 has no resources for that. */
class RdsDatabase {
  public static void main(String[] args) {
    var rds = Session.create().resource("rds");
    var db = rds.run("create_db_instance", Params.of("DBInstanceIdentifier", "orders", "Engine", "mysql",
        "DBInstanceClass", "db.t3.micro", "AllocatedStorage", 20,
        "MasterUsername", "admin", "MasterUserPassword", "long-password")).resource();
    db.waitUntil("available", w -> w.delay(Duration.ofSeconds(1)));
    System.out.println(db.text("engine") + " " + db.text("db_instance_status"));

    db.action("stop");
    while (!db.text("db_instance_status").equals("stopped")) {
      db.reload();
    }
    System.out.println(db.text("db_instance_status"));
    db.action("start");
    db.waitUntil("available", w -> w.delay(Duration.ofSeconds(1)));
    System.out.println(db.text("db_instance_status"));

    var snapshot = rds.run("create_db_snapshot",
        Params.of("DBSnapshotIdentifier", "before", "DBInstanceIdentifier", "orders")).resource();
    snapshot.waitUntil("available", w -> w.delay(Duration.ofSeconds(1)));
    System.out.println(snapshot.text("db_snapshot_identifier") + " " + snapshot.text("status"));
    for (var each : rds.collection("db_instances")) {
      System.out.println(each.text("db_instance_identifier"));
      each.action("delete", Params.of("SkipFinalSnapshot", true));
    }
    db.waitUntil("deleted", w -> w.delay(Duration.ofSeconds(1)));
    snapshot.action("delete");
    System.out.println("databases: " + rds.collection("db_instances").toList().size());
  }
}
