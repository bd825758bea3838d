package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.stepfunctions.asl.Definition;
import io.boto4j.local.stepfunctions.asl.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions, by the clock: each transition is a task of the clock. The state that an
 * execution is in is stored, so that it goes on after a restart.
 */
final class Runner {
  private final SfnState state;
  private final Tasks tasks;
  private final Map<String, List<Consumer<Structure>>> listeners = new ConcurrentHashMap<>();

  Runner(SfnState state, Tasks tasks) {
    this.state = state;
    this.tasks = tasks;
  }

  /** Begins an execution. Must be called within a change. */
  void start(Structure execution) {
    String arn = String.valueOf(execution.text("executionArn"));
    String input = String.valueOf(execution.text("input"));
    new History(state, arn)
        .add(
            0,
            "ExecutionStarted",
            "executionStartedEventDetails",
            History.text("input", input).with("roleArn", execution.text("_roleArn")));
    run(execution, null, Json.read(input));
  }

  /** Goes on with the executions that a restart interrupted. */
  void resume() {
    for (Structure execution : SfnState.all(state.executions)) {
      if ("RUNNING".equals(execution.text("status"))) {
        String input =
            Objects.requireNonNullElse(
                execution.text("_input"), String.valueOf(execution.text("input")));
        run(execution, execution.text("_state"), Json.read(input));
      }
    }
  }

  private void run(Structure execution, @Nullable String at, @Nullable Object input) {
    String arn = String.valueOf(execution.text("executionArn"));
    Structure definition = Definition.read(String.valueOf(execution.text("_definition")));
    Instant started = Objects.requireNonNull(execution.instant("startDate"));
    Integer timeout = definition.integer("TimeoutSeconds");
    if (timeout != null) {
      Duration left =
          Duration.between(state.context.clock().instant(), started.plusSeconds(timeout));
      state.context.schedule(
          left.isNegative() ? Duration.ZERO : left, () -> end(arn, "TIMED_OUT", null, null, null));
    }
    Map<String, Object> context = new LinkedHashMap<>();
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("Id", arn);
    about.put("Input", Json.read(String.valueOf(execution.text("input"))));
    about.put("Name", execution.text("name"));
    about.put("RoleArn", execution.text("_roleArn"));
    about.put("StartTime", started.toString());
    about.put("RedriveCount", 0);
    context.put("Execution", about);
    context.put(
        "StateMachine",
        Map.of(
            "Id", String.valueOf(execution.text("stateMachineArn")),
            "Name", String.valueOf(execution.text("_machineName"))));
    Branch branch =
        new Branch(
            new Run(state, tasks, arn),
            null,
            definition,
            context,
            new Branch.Outcome() {
              @Override
              public void succeeded(@Nullable Object output) {
                end(arn, "SUCCEEDED", Json.write(output), null, null);
              }

              @Override
              public void failed(Failure failure) {
                end(arn, "FAILED", null, failure.error(), failure.getMessage());
              }
            });
    if (at == null) {
      branch.begin(input);
    } else {
      branch.resume(at, input);
    }
  }

  /** Calls a listener when an execution has ended, at once if it has. */
  void onEnd(String arn, Consumer<Structure> listener) {
    listeners.computeIfAbsent(arn, key -> new CopyOnWriteArrayList<>()).add(listener);
    Structure execution = SfnState.find(state.executions, arn);
    if (execution != null && !"RUNNING".equals(execution.text("status"))) {
      tell(execution);
    }
  }

  private void tell(Structure execution) {
    List<Consumer<Structure>> waiting =
        listeners.remove(String.valueOf(execution.text("executionArn")));
    if (waiting != null) {
      waiting.forEach(each -> each.accept(execution));
    }
  }

  /** Ends an execution, unless it has ended. */
  void end(
      String arn,
      String status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String cause) {
    boolean ended =
        state.table.change(
            () -> {
              Structure execution = SfnState.find(state.executions, arn);
              if (execution == null || !"RUNNING".equals(execution.text("status"))) {
                return false;
              }
              Params changed =
                  Params.copyOf(execution)
                      .without("_state")
                      .without("_input")
                      .without("_until")
                      .with("status", status)
                      .with("stopDate", state.context.clock().instant())
                      .with("error", error)
                      .with("cause", cause);
              if (output != null) {
                changed =
                    changed
                        .with("output", output)
                        .with("outputDetails", Params.of("included", true));
              }
              SfnState.put(state.executions, arn, changed);
              record(arn, status, output, error, cause);
              return true;
            });
    Structure execution = SfnState.find(state.executions, arn);
    if (ended && execution != null) {
      tell(execution);
    }
  }

  private void record(
      String arn,
      String status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String cause) {
    History history = new History(state, arn);
    Params details = Params.of("error", error, "cause", cause);
    long last = history.last();
    switch (status) {
      case "SUCCEEDED" ->
          history.add(
              last,
              "ExecutionSucceeded",
              "executionSucceededEventDetails",
              History.text("output", String.valueOf(output)));
      case "ABORTED" ->
          history.add(last, "ExecutionAborted", "executionAbortedEventDetails", details);
      case "TIMED_OUT" ->
          history.add(last, "ExecutionTimedOut", "executionTimedOutEventDetails", details);
      default -> history.add(last, "ExecutionFailed", "executionFailedEventDetails", details);
    }
  }
}
