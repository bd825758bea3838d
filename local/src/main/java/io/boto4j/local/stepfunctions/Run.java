package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.stepfunctions.asl.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An execution that runs: its history, its progress, and its way to the clock and to tasks. */
final class Run {
  private static final long MOST_EVENTS = 25_000;

  final SfnState state;
  final Tasks tasks;
  private final String arn;
  private final History history;

  Run(SfnState state, Tasks tasks, String arn) {
    this.state = state;
    this.tasks = tasks;
    this.arn = arn;
    this.history = new History(state, arn);
  }

  /** Thrown to leave an execution that has been ended meanwhile. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  boolean isOver() {
    Structure execution = SfnState.find(state.executions, arn);
    return execution == null || !"RUNNING".equals(execution.text("status"));
  }

  void schedule(Duration delay, Runnable work) {
    state.context.schedule(delay, work);
  }

  /** Adds an event and returns its number. */
  long event(long previous, String type, String member, Map<String, ?> details) {
    return state.table.change(
        () -> {
          if (isOver()) {
            throw new Ended();
          }
          if (history.last() >= MOST_EVENTS) {
            throw new Failure(
                "States.Runtime",
                "The execution reached the maximum number of history events (25000).");
          }
          return history.add(previous, type, member, details);
        });
  }

  long lastEvent() {
    return history.last();
  }

  /** Stores which state of the outermost level the execution is in. */
  void progress(String name, String input) {
    state.table.change(
        () -> {
          Structure execution = SfnState.find(state.executions, arn);
          if (execution != null) {
            SfnState.put(
                state.executions,
                arn,
                Params.copyOf(execution)
                    .with("_state", name)
                    .with("_input", input)
                    .without("_until"));
          }
          return true;
        });
  }

  /** The end of the wait that a restart interrupted, or null. */
  @Nullable Instant until() {
    Structure execution = SfnState.find(state.executions, arn);
    return execution == null ? null : execution.instant("_until");
  }

  void waitUntil(Instant time) {
    state.table.change(
        () -> {
          Structure execution = SfnState.find(state.executions, arn);
          if (execution != null) {
            SfnState.put(state.executions, arn, Params.copyOf(execution).with("_until", time));
          }
          return true;
        });
  }

  static String newToken() {
    return UUID.randomUUID().toString() + UUID.randomUUID();
  }
}
