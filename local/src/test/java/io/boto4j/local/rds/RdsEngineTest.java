package io.boto4j.local.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.kms.KmsFactory;
import io.boto4j.local.secretsmanager.SecretsManagerFactory;
import io.boto4j.local.sns.SnsEngineFactory;
import io.boto4j.local.sqs.SqsEngineFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The control plane, with engines that have no real server. */
final class RdsEngineTest {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final EngineDoor door =
      new EngineDoor(
          new RdsFactory(STEP),
          new SecretsManagerFactory(),
          new KmsFactory(),
          new SnsEngineFactory(),
          new SqsEngineFactory());
  private final Client rds = door.client("rds");

  @AfterEach
  void close() {
    door.close();
  }

  private void create(String name, Object... more) {
    Params input =
        Params.of(
            "DBInstanceIdentifier", name,
            "DBInstanceClass", "db.t3.micro",
            "Engine", "mysql",
            "AllocatedStorage", 20,
            "MasterUsername", "admin",
            "MasterUserPassword", "correct horse",
            "Port", 33060);
    for (int i = 0; i < more.length; i += 2) {
      input = input.with((String) more[i], more[i + 1]);
    }
    rds.call("CreateDBInstance", input);
  }

  private void settle() {
    door.clock().advance(STEP);
    door.clock().advance(STEP);
  }

  private Structure instance(String name) {
    return rds.call("DescribeDBInstances", Params.of("DBInstanceIdentifier", name))
        .structures("DBInstances")
        .get(0);
  }

  private String status(String name) {
    return instance(name).text("DBInstanceStatus");
  }

  private static void assertFails(Runnable call, String code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining(message)
        // The wire turns the name of the shape into the code.
        .satisfies(e -> assertThat(((ServiceException) e).code()).isIn(code, code + "Fault"));
  }

  @Test
  void unknownInstances_areNotFound() {
    assertFails(() -> instance("nobody"), "DBInstanceNotFound", "DBInstance nobody not found.");
  }

  @Test
  void instances_areUnique() {
    create("db1");
    assertFails(() -> create("DB1"), "DBInstanceAlreadyExists", "DB instance already exists");
  }

  @Test
  void instances_changeOnlyWhenAvailable() {
    create("db1");
    assertFails(
        () -> rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", "db1")),
        "InvalidDBInstanceState",
        "Instance db1 is not in available state.");
    settle();
    assertFails(
        () -> rds.call("StartDBInstance", Params.of("DBInstanceIdentifier", "db1")),
        "InvalidDBInstanceState",
        "Instance db1 is not stopped, it cannot be started.");
    rds.call("RebootDBInstance", Params.of("DBInstanceIdentifier", "db1"));
    assertThat(status("db1")).isEqualTo("rebooting");
    door.clock().advance(STEP);
    assertThat(status("db1")).isEqualTo("available");
  }

  @Test
  void stoppedInstances_startAfterAWeek() {
    create("db1");
    settle();
    rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", "db1"));
    door.clock().advance(STEP);
    assertThat(status("db1")).isEqualTo("stopped");
    assertThat(instance("db1").instant("AutomaticRestartTime")).isNotNull();
    door.clock().advance(Duration.ofDays(7));
    assertThat(status("db1")).isEqualTo("starting");
    door.clock().advance(STEP);
    assertThat(status("db1")).isEqualTo("available");
  }

  @Test
  void deletion_needsADecisionAboutTheSnapshot() {
    create("db1");
    settle();
    assertFails(
        () -> rds.call("DeleteDBInstance", Params.of("DBInstanceIdentifier", "db1")),
        "InvalidParameterCombination",
        "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
    rds.call(
        "DeleteDBInstance",
        Params.of("DBInstanceIdentifier", "db1", "FinalDBSnapshotIdentifier", "last"));
    assertThat(status("db1")).isEqualTo("deleting");
    assertFails(
        () ->
            rds.call(
                "DeleteDBInstance",
                Params.of("DBInstanceIdentifier", "db1", "SkipFinalSnapshot", true)),
        "InvalidDBInstanceState",
        "Instance db1 is already being deleted.");
    settle();
    assertFails(() -> instance("db1"), "DBInstanceNotFound", "not found");
    assertThat(
            rds.call("DescribeDBSnapshots", Params.of("DBSnapshotIdentifier", "last"))
                .structures("DBSnapshots")
                .get(0)
                .text("Status"))
        .isEqualTo("available");
  }

  @Test
  void pages_holdEveryInstanceOnce() {
    for (int i = 0; i < 45; i++) {
      create("db" + i);
    }
    Set<String> names = new HashSet<>();
    int pages = 0;
    String marker = null;
    do {
      Structure page =
          rds.call("DescribeDBInstances", Params.of("MaxRecords", 20, "Marker", marker));
      page.structures("DBInstances").forEach(each -> names.add(each.text("DBInstanceIdentifier")));
      marker = page.text("Marker");
      pages++;
    } while (marker != null);
    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(45);
    assertFails(
        () -> rds.call("DescribeDBInstances", Params.of("MaxRecords", 5)),
        "InvalidParameterValue",
        "Must be between 20 and 100");
  }

  @Test
  void endpoints_sayWhyThereIsNoServer() throws IOException {
    create("db1");
    settle();
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), instance("db1").integer("DbInstancePort"))) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("boto4j-local runs no mysql server");
    }
  }

  @Test
  void managedPasswords_areSecrets() {
    create("db1", "MasterUserPassword", null, "ManageMasterUserPassword", true);
    Structure secret = instance("db1").map("MasterUserSecret");
    assertThat(secret.text("SecretStatus")).isEqualTo("creating");
    settle();
    assertThat(instance("db1").text("MasterUserSecret", "SecretStatus")).isEqualTo("active");
    assertThat(
            door.client("secretsmanager")
                .call("GetSecretValue", Params.of("SecretId", secret.text("SecretArn")))
                .text("SecretString"))
        .contains("\"username\":\"admin\"");
  }

  @Test
  void deferredChanges_arePending() {
    create("db1");
    settle();
    rds.call("ModifyDBInstance", Params.of("DBInstanceIdentifier", "db1", "AllocatedStorage", 40));
    door.clock().advance(STEP);
    assertThat(instance("db1").integer("AllocatedStorage")).isEqualTo(20);
    assertThat(instance("db1").integer("PendingModifiedValues", "AllocatedStorage")).isEqualTo(40);
    rds.call(
        "ModifyDBInstance",
        Params.of("DBInstanceIdentifier", "db1", "AllocatedStorage", 50, "ApplyImmediately", true));
    assertThat(status("db1")).isEqualTo("modifying");
    assertThat(instance("db1").integer("AllocatedStorage")).isEqualTo(50);
    assertThat(instance("db1").map("PendingModifiedValues")).isEmpty();
  }

  @Test
  void clusters_haveAWriter_andFailOver() {
    rds.call(
        "CreateDBCluster",
        Params.of(
            "DBClusterIdentifier", "c1",
            "Engine", "aurora-mysql",
            "MasterUsername", "admin",
            "MasterUserPassword", "correct horse"));
    settle();
    for (String name : List.of("i1", "i2")) {
      create(name, "Engine", "aurora-mysql", "DBClusterIdentifier", "c1", "Port", null);
    }
    settle();
    assertThat(members("c1")).containsExactly(true, false);
    rds.call("FailoverDBCluster", Params.of("DBClusterIdentifier", "c1"));
    assertThat(members("c1")).containsExactly(false, true);
    rds.call("StopDBCluster", Params.of("DBClusterIdentifier", "c1"));
    door.clock().advance(STEP);
    assertThat(status("i1")).isEqualTo("stopped");
    assertFails(
        () -> rds.call("StopDBCluster", Params.of("DBClusterIdentifier", "c1")),
        "InvalidDBClusterStateFault",
        "DbCluster c1 is in stopped state but expected it to be one of available.");
  }

  private List<Boolean> members(String cluster) {
    return rds
        .call("DescribeDBClusters", Params.of("DBClusterIdentifier", cluster))
        .structures("DBClusters")
        .get(0)
        .structures("DBClusterMembers")
        .stream()
        .map(member -> member.bool("IsClusterWriter"))
        .toList();
  }

  @Test
  void events_arePublished() {
    Client sns = door.client("sns");
    Client sqs = door.client("sqs");
    String topic = sns.call("CreateTopic", Params.of("Name", "t")).text("TopicArn");
    String queue = sqs.call("CreateQueue", Params.of("QueueName", "q")).text("QueueUrl");
    sns.call(
        "Subscribe",
        Params.of(
            "TopicArn",
            topic,
            "Protocol",
            "sqs",
            "Endpoint",
            "arn:aws:sqs:" + EngineDoor.REGION + ":" + EngineDoor.ACCOUNT + ":q"));
    rds.call(
        "CreateEventSubscription",
        Params.of(
            "SubscriptionName",
            "s",
            "SnsTopicArn",
            topic,
            "SourceType",
            "db-instance",
            "EventCategories",
            List.of("creation")));
    create("db1", "BackupRetentionPeriod", 0);
    settle();
    assertThat(
            sqs.call("ReceiveMessage", Params.of("QueueUrl", queue, "WaitTimeSeconds", 5))
                .structures("Messages"))
        .anySatisfy(message -> assertThat(message.text("Body")).contains("DB instance created"));
  }

  @Test
  void optionGroupOptions_areThoseOfTheEngine() {
    assertThat(
            rds.call("DescribeOptionGroupOptions", Params.of("EngineName", "mariadb"))
                .structures("OptionGroupOptions"))
        .extracting(option -> option.text("Name"))
        .containsOnly("MARIADB_AUDIT_PLUGIN");
    assertFails(
        () ->
            rds.call(
                "DescribeOptionGroupOptions",
                Params.of("EngineName", "mysql", "MajorEngineVersion", "1")),
        "InvalidParameterCombination",
        "Cannot find major version 1 for mysql");
  }

  @Test
  void logFiles_withoutAServer_areEmpty() {
    create("db1");
    Structure file =
        rds.call("DescribeDBLogFiles", Params.of("DBInstanceIdentifier", "db1"))
            .structures("DescribeDBLogFiles")
            .get(0);
    assertThat(file.longInteger("Size")).isZero();
    assertThat(
            rds.call(
                    "DownloadDBLogFilePortion",
                    Params.of(
                        "DBInstanceIdentifier", "db1", "LogFileName", file.text("LogFileName")))
                .text("LogFileData"))
        .isEmpty();
  }

  @Test
  void masterSecret_belongsToRds() {
    create("db1", "MasterUserPassword", null, "ManageMasterUserPassword", true);
    assertThat(
            door.client("secretsmanager")
                .call(
                    "DescribeSecret",
                    Params.of("SecretId", instance("db1").text("MasterUserSecret", "SecretArn")))
                .text("OwningService"))
        .isEqualTo("rds");
  }

  @Test
  void globalCluster_removedAgain_changesNothing() {
    rds.call(
        "CreateGlobalCluster",
        Params.of("GlobalClusterIdentifier", "g1", "Engine", "aurora-mysql"));
    Params cluster =
        Params.of(
            "DBClusterIdentifier", "c1",
            "Engine", "aurora-mysql",
            "MasterUsername", "admin",
            "MasterUserPassword", "correct horse");
    rds.call("CreateDBCluster", cluster);
    assertThat(
            rds.call(
                    "RemoveFromGlobalCluster",
                    Params.of("GlobalClusterIdentifier", "g1", "DbClusterIdentifier", "c1"))
                .structures("GlobalCluster", "GlobalClusterMembers"))
        .isEmpty();
    assertFails(
        () ->
            rds.call(
                "RemoveFromGlobalCluster",
                Params.of("GlobalClusterIdentifier", "g1", "DbClusterIdentifier", "c2")),
        "DBClusterNotFound",
        "could not be found");
  }
}
