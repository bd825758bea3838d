package io.boto4j.spark.internal;

import io.boto4j.Sleeper;
import java.time.Duration;
import org.apache.spark.TaskContext;

/** The pause of a task, which ends when Spark kills the task. */
public final class TaskSleeper implements Sleeper {
  /** Spark marks a killed task without interrupting its thread, by default. */
  private static final long SLICE_MILLIS = 200;

  /** Creates the sleeper. */
  public TaskSleeper() {}

  /**
   * Pauses in slices.
   *
   * @param duration the length of the pause
   * @throws InterruptedException if the thread is interrupted
   */
  @Override
  public void sleep(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      TaskContext context = TaskContext.get();
      if (context != null) {
        context.killTaskIfInterrupted();
      }
      long millis = Math.min(SLICE_MILLIS, left / 1_000_000);
      // The pause itself: this class is the sleeper of a session on an executor.
      Thread.sleep(millis, (int) (millis == SLICE_MILLIS ? 0 : left % 1_000_000));
    }
  }
}
