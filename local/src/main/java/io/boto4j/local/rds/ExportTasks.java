package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exports of snapshots and clusters to S3. They complete by the clock, but write nothing. */
final class ExportTasks {
  private static final String NAME = "ExportTaskIdentifier";
  private static final Set<String> RUNNING = Set.of("STARTING", "IN_PROGRESS");
  private static final Filters FILTERS =
      new Filters()
          .member("export-task-identifier", "export task identifiers", NAME)
          .member("s3-bucket", "S3 buckets", "S3Bucket")
          .member("source-arn", "source ARNs", "SourceArn")
          .member("status", "statuses", "Status");

  private final RdsState state;
  private final Snapshots snapshots;
  private final ClusterSnapshots clusterSnapshots;
  private final ClusterStates clusters;
  private final Lifecycle lifecycle;

  ExportTasks(
      RdsState state,
      Snapshots snapshots,
      ClusterSnapshots clusterSnapshots,
      ClusterStates clusters) {
    this.state = state;
    this.snapshots = snapshots;
    this.clusterSnapshots = clusterSnapshots;
    this.clusters = clusters;
    this.lifecycle = new Lifecycle(state, state.exportTasks, "Status", this::reached);
  }

  void register() {
    state.table.read("StartExportTask", this::start);
    state.table.read("CancelExportTask", this::cancel);
    state.table.read("DescribeExportTasks", this::describe);
  }

  void resume() {
    lifecycle.resume();
  }

  private @Nullable Runnable reached(Structure before, String status) {
    if (status.equals("COMPLETE")) {
      state.exportTasks.edit(
          state.exportTasks.nameOf(before),
          Params.of("PercentProgress", 100, "TaskEndTime", state.now()));
    }
    return null;
  }

  /** Finds what is to be exported. */
  private Structure source(String arn) {
    if (arn.contains(":cluster-snapshot:")) {
      return clusterSnapshots.require(state.clusterSnapshots.nameIn(arn));
    }
    return arn.contains(":cluster:")
        ? clusters.require(state.clusters.nameIn(arn))
        : snapshots.require(state.snapshots.nameIn(arn));
  }

  private Map<String, ?> start(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text(NAME));
    String arn = String.valueOf(input.text("SourceArn"));
    Structure source = source(arn);
    Structure task =
        state.table.change(
            () -> {
              if (state.exportTasks.has(name)) {
                throw RdsErrors.fault(
                    "ExportTaskAlreadyExistsFault",
                    "Cannot start export task because a task with the identifier "
                        + name
                        + " already exists.");
              }
              return put(input, name, arn, source);
            });
    Params view = state.exportTasks.view(task);
    lifecycle.run(Resources.id(task));
    return view;
  }

  private Structure put(Structure input, String name, String arn, Structure source) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put(Resources.LOCAL, Params.of("Id", "export-" + state.newText(26)));
    task.put("S3Bucket", String.valueOf(input.text("S3BucketName")));
    task.put("S3Prefix", "");
    RdsState.copy(
        input,
        task,
        List.of(NAME, "SourceArn", "ExportOnly", "S3Prefix", "IamRoleArn", "KmsKeyId"));
    task.putAll(Params.of("SnapshotTime", source.instant("SnapshotCreateTime")));
    task.put("TaskStartTime", state.now());
    task.put("PercentProgress", 0);
    task.put("TotalExtractedDataInGB", 0);
    task.put("SourceType", arn.contains(":cluster:") ? "CLUSTER" : "SNAPSHOT");
    lifecycle.begin(task, "STARTING", "IN_PROGRESS", "COMPLETE");
    state.exportTasks.put(task);
    return state.exportTasks.get(name);
  }

  private Structure require(@Nullable String name) {
    Structure task = state.exportTasks.find(name);
    if (task == null) {
      // RDS uses this text to describe tasks, too.
      throw RdsErrors.fault(
          "ExportTaskNotFoundFault",
          "Cannot cancel export task because a task with the identifier "
              + name
              + " is not exist.");
    }
    return task;
  }

  private Map<String, ?> cancel(EngineCall call) {
    Structure task =
        state.table.change(
            () -> {
              Structure found = require(call.input().text(NAME));
              if (!RUNNING.contains(String.valueOf(found.text("Status")))) {
                throw RdsErrors.fault(
                    "InvalidExportTaskStateFault",
                    "The export task can't be canceled because it is in the state "
                        + found.text("Status")
                        + ".");
              }
              String name = state.exportTasks.nameOf(found);
              lifecycle.begin(name, "CANCELING", "CANCELED");
              return state.exportTasks.get(name);
            });
    lifecycle.run(Resources.id(task));
    return state.exportTasks.view(task);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text(NAME);
    String source = input.text("SourceArn");
    String type = input.text("SourceType");
    List<Structure> found =
        (name == null ? state.exportTasks.all() : List.of(require(name)))
            .stream()
                .filter(task -> source == null || source.equals(task.text("SourceArn")))
                .filter(task -> type == null || type.equals(task.text("SourceType")))
                .toList();
    return Pages.of(
        input,
        "ExportTasks",
        FILTERS.apply(input, found),
        state.exportTasks::nameOf,
        state.exportTasks::view);
  }
}
