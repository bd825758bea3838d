package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import io.boto4j.spark.internal.write.CallQueue.Answered;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one task: rows go in, and their results come out in the same order.
 *
 * @param <T> what a result keeps of its row
 */
final class CallPipe<T> implements AutoCloseable {
  private final CallInputs inputs;
  private final Caller caller;
  private final CallQueue<Tag<T>> queue;
  private final ErrorBudget budget;
  private final Clock clock;
  private final @Nullable TaskContext task;

  private record Tag<T>(T row, String identity) {}

  /**
   * A row's result.
   *
   * @param row what the result keeps of the row
   * @param identity the identity of the row as text
   * @param outcome the outcome of the call
   * @param finishedAt when the result was taken
   */
  record Result<T>(T row, String identity, CallOutcome outcome, Instant finishedAt) {}

  CallPipe(CallSpec spec, WriteCounts counts) {
    this.inputs = new CallInputs(spec);
    this.caller = Caller.of(spec, counts);
    this.queue = new CallQueue<>(spec);
    this.budget = new ErrorBudget(spec);
    this.clock = spec.session().session().clock();
    this.task = TaskContext.get();
  }

  /** Returns the identity of a row as text. */
  String identity(InternalRow row) {
    return Json.write(inputs.identity(row));
  }

  boolean isFull() {
    return queue.isFull();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /**
   * Starts the call of a row, whose values are read at once.
   *
   * @throws TaskKilledException if the job was cancelled: Spark itself may not look for long
   */
  void add(T row, InternalRow values) {
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException("the job was cancelled, so no more calls are made");
    }
    Tag<T> tag = new Tag<>(row, identity(values));
    Map<String, @Nullable Object> parameters;
    try {
      parameters = inputs.read(values);
    } catch (IllegalArgumentException e) {
      queue.submit(tag, () -> CallOutcome.of(e));
      return;
    }
    queue.submit(tag, () -> caller.call(parameters));
  }

  /** Waits for the first result and removes it. */
  Result<T> take() {
    return result(queue.take());
  }

  /** Removes the first result if it is there; for tasks that have failed. */
  @Nullable Result<T> poll() {
    Answered<Tag<T>> next = queue.poll();
    return next == null ? null : result(next);
  }

  private Result<T> result(Answered<Tag<T>> next) {
    return new Result<>(next.row().row(), next.row().identity(), next.outcome(), clock.instant());
  }

  /**
   * Counts a result that has been delivered.
   *
   * @throws IllegalStateException if there are more errors than the job tolerates
   */
  void count(Result<T> result) {
    budget.add(result.outcome(), result.identity());
  }

  /** Ends the calls that are still in progress. */
  @Override
  public void close() {
    queue.close();
  }
}
