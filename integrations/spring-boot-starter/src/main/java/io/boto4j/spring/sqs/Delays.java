package io.boto4j.spring.sqs;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tasks that run later: by the system's clock, or by one that a test advances. */
interface Delays {
  /** Runs a task after a time. */
  void schedule(Duration delay, Runnable task);

  /** Forgets the tasks that have not run. */
  default void close() {}

  /** Returns delays by the system's clock, with a thread of their own. */
  static Delays ofSystem(String name) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    return new Delays() {
      @Override
      public void schedule(Duration delay, Runnable task) {
        if (!timer.isShutdown()) {
          var unused = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
      }

      @Override
      public void close() {
        timer.shutdownNow();
      }
    };
  }
}
