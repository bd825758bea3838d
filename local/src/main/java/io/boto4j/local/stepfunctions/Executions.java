package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Executions of state machines. */
final class Executions {
  /** The longest time that an express workflow runs. */
  private static final int EXPRESS_MINUTES = 5;

  private static final String RUNNING = "RUNNING";

  private final SfnState state;
  private final Runner runner;

  Executions(SfnState state, Runner runner) {
    this.state = state;
    this.runner = runner;
  }

  void register() {
    state.table.write("StartExecution", this::start);
    // Waits for the execution, which is no change of its own.
    state.table.read("StartSyncExecution", this::startSync);
    state.table.write("StopExecution", this::stop);
    state.table.read("DescribeExecution", this::describe);
    state.table.read("ListExecutions", this::list);
    state.table.read("GetExecutionHistory", this::history);
  }

  private static String input(EngineCall call) {
    String given = Objects.requireNonNullElse(call.input().text("input"), "{}");
    try {
      Json.read(given);
    } catch (IllegalArgumentException e) {
      throw SfnErrors.of(
          "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + given + "'");
    }
    return given;
  }

  private Map<String, ?> start(EngineCall call) {
    Structure execution = begin(call);
    return Params.of(
        "executionArn", execution.text("executionArn"),
        "startDate", execution.instant("startDate"));
  }

  private Structure begin(EngineCall call) {
    Structure machine = state.machine(call.input().text("stateMachineArn"));
    String given = call.input().text("name");
    String name = given == null ? UUID.randomUUID().toString() : given;
    SfnState.checkName(name);
    String input = input(call);
    boolean express = "EXPRESS".equals(machine.text("type"));
    String arn =
        express
            ? state.arn("express:" + machine.text("name") + ":" + name + ":" + UUID.randomUUID())
            : state.arn("execution:" + machine.text("name") + ":" + name);
    Structure before = SfnState.find(state.executions, arn);
    if (before != null) {
      if (RUNNING.equals(before.text("status")) && input.equals(before.text("input"))) {
        return before;
      }
      throw SfnErrors.of("ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
    }
    Instant now = state.context.clock().instant();
    SfnState.put(
        state.executions,
        arn,
        Params.of(
            "executionArn",
            arn,
            "stateMachineArn",
            machine.text("stateMachineArn"),
            "name",
            name,
            "status",
            RUNNING,
            "startDate",
            now,
            "input",
            input,
            "inputDetails",
            Params.of("included", true),
            "redriveCount",
            0,
            "traceHeader",
            call.input().text("traceHeader"),
            "_definition",
            machine.text("definition"),
            "_roleArn",
            machine.text("roleArn"),
            "_machineName",
            machine.text("name"),
            "_express",
            express,
            "_machineUpdated",
            Objects.requireNonNullElse(
                machine.instant("_updated"),
                Objects.requireNonNull(machine.instant("creationDate"))),
            "_order",
            (long) state.executions.size()));
    Structure execution = state.execution(arn);
    runner.start(execution);
    return execution;
  }

  private Map<String, ?> startSync(EngineCall call) {
    Structure machine = state.machine(call.input().text("stateMachineArn"));
    if (!"EXPRESS".equals(machine.text("type"))) {
      throw SfnErrors.of(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    CountDownLatch ended = new CountDownLatch(1);
    String arn =
        state.table.change(
            () -> {
              String started = String.valueOf(begin(call).text("executionArn"));
              runner.onEnd(started, execution -> ended.countDown());
              return started;
            });
    try {
      if (!ended.await(EXPRESS_MINUTES, TimeUnit.MINUTES)) {
        runner.end(arn, "TIMED_OUT", null, null, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SfnErrors.of("ServiceUnavailable", "The call was interrupted");
    }
    return SfnState.open(state.execution(arn))
        .without("redriveCount")
        .with(
            "billingDetails",
            Params.of("billedMemoryUsedInMB", 64, "billedDurationInMilliseconds", 100));
  }

  private Map<String, ?> stop(EngineCall call) {
    Structure input = call.input();
    Structure execution = state.execution(input.text("executionArn"));
    String arn = String.valueOf(execution.text("executionArn"));
    if (Boolean.TRUE.equals(execution.bool("_express"))) {
      throw SfnErrors.of(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    runner.end(arn, "ABORTED", null, input.text("error"), input.text("cause"));
    return Params.of("stopDate", state.execution(arn).instant("stopDate"));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure execution = state.execution(call.input().text("executionArn"));
    boolean done = !RUNNING.equals(execution.text("status"));
    boolean succeeded = "SUCCEEDED".equals(execution.text("status"));
    return SfnState.open(execution)
        .with("redriveStatus", done && !succeeded ? "REDRIVABLE" : "NOT_REDRIVABLE")
        .with(
            "redriveStatusReason",
            done && !succeeded
                ? null
                : done
                    ? "Execution is SUCCEEDED and cannot be redriven"
                    : "Execution is RUNNING and cannot be redriven");
  }

  private Map<String, ?> list(EngineCall call) {
    Structure machine = state.machine(call.input().text("stateMachineArn"));
    if ("EXPRESS".equals(machine.text("type"))) {
      throw SfnErrors.of(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    String wanted = call.input().text("statusFilter");
    List<Structure> found = new ArrayList<>();
    for (Structure each : SfnState.all(state.executions)) {
      if (Objects.equals(machine.text("stateMachineArn"), each.text("stateMachineArn"))
          && (wanted == null || wanted.equals(each.text("status")))) {
        found.add(each);
      }
    }
    Comparator<Structure> order =
        Comparator.comparingLong(
            each -> Objects.requireNonNullElse(each.longInteger("_order"), 0L));
    found.sort(order.reversed());
    List<Params> views = new ArrayList<>();
    for (Structure each : found) {
      views.add(
          Params.of(
              "executionArn", each.text("executionArn"),
              "stateMachineArn", each.text("stateMachineArn"),
              "name", each.text("name"),
              "status", each.text("status"),
              "startDate", each.instant("startDate"),
              "stopDate", each.instant("stopDate"),
              "redriveCount", 0));
    }
    return SfnState.page(call.input(), "executions", views, 100);
  }

  private Map<String, ?> history(EngineCall call) {
    Structure execution = state.execution(call.input().text("executionArn"));
    List<Structure> events =
        new History(state, String.valueOf(execution.text("executionArn"))).events();
    if (Boolean.TRUE.equals(call.input().bool("reverseOrder"))) {
      Collections.reverse(events);
    }
    return SfnState.page(call.input(), "events", events, 100);
  }
}
