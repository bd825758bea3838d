package io.boto4j.local.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExportTasksTest {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final EngineDoor door = new EngineDoor(new RdsFactory(STEP));
  private final Client rds = door.client("rds");

  @AfterEach
  void close() {
    door.close();
  }

  private String snapshot() {
    rds.call(
        "CreateDBInstance",
        Params.of(
            "DBInstanceIdentifier", "db1",
            "DBInstanceClass", "db.t3.micro",
            "Engine", "mysql",
            "AllocatedStorage", 20,
            "MasterUsername", "admin",
            "MasterUserPassword", "correct horse"));
    for (int i = 0; i < 3; i++) {
      door.clock().advance(STEP);
    }
    return String.valueOf(
        rds.call(
                "CreateDBSnapshot",
                Params.of("DBInstanceIdentifier", "db1", "DBSnapshotIdentifier", "s1"))
            .text("DBSnapshot", "DBSnapshotArn"));
  }

  private Structure start(String arn) {
    return rds.call(
        "StartExportTask",
        Params.of(
            "ExportTaskIdentifier", "e1",
            "SourceArn", arn,
            "S3BucketName", "bucket",
            "IamRoleArn", "arn:aws:iam::123456789012:role/export",
            "KmsKeyId", "alias/export"));
  }

  private Structure task() {
    return rds.call("DescribeExportTasks", Params.of("ExportTaskIdentifier", "e1"))
        .structures("ExportTasks")
        .get(0);
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            // The wire turns the name of the shape into the code.
            ServiceException.class, e -> assertThat(e.code()).isIn(code, code + "Fault"));
  }

  @Test
  void exportTask_completesByTheClock() {
    String arn = snapshot();
    Structure started = start(arn);
    assertThat(started.text("Status")).isEqualTo("STARTING");
    assertThat(started.text("SourceType")).isEqualTo("SNAPSHOT");
    refused("ExportTaskAlreadyExists", () -> start(arn));
    door.clock().advance(STEP);
    door.clock().advance(STEP);
    assertThat(task().text("Status")).isEqualTo("COMPLETE");
    assertThat(task().integer("PercentProgress")).isEqualTo(100);
    refused(
        "InvalidExportTaskState",
        () -> rds.call("CancelExportTask", Params.of("ExportTaskIdentifier", "e1")));
  }

  @Test
  void exportTask_canBeCanceled() {
    start(snapshot());
    assertThat(rds.call("CancelExportTask", Params.of("ExportTaskIdentifier", "e1")).text("Status"))
        .isEqualTo("CANCELING");
    door.clock().advance(STEP);
    assertThat(task().text("Status")).isEqualTo("CANCELED");
  }

  @Test
  void exportTask_needsItsSource() {
    refused("DBSnapshotNotFound", () -> start("arn:aws:rds:eu-west-1:123456789012:snapshot:none"));
    refused("ExportTaskNotFound", this::task);
  }
}
