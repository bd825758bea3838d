package io.boto4j.internal.client;

import io.boto4j.error.CallInterruptedException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The checks before a session is suspended: nothing may be in progress. */
public final class Suspension {
  /** Futures are completed shortly before their task ends. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private Suspension() {}

  /**
   * Waits for asynchronous calls that are about to end.
   *
   * @param executor the executor that runs them
   * @return the number of calls that have not ended
   * @throws CallInterruptedException if the thread is interrupted
   */
  public static int awaitIdle(AsyncExecutor executor) {
    try {
      return executor.awaitIdle(GRACE_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while a session was being suspended", e);
    }
  }

  /**
   * Checks that nothing is in progress.
   *
   * @param hosts the hosts of the connections in use, one element per connection
   * @param calls the number of asynchronous calls that have not ended
   * @throws IllegalStateException otherwise
   */
  public static void requireIdle(List<String> hosts, int calls) {
    if (hosts.isEmpty() && calls == 0) {
      return;
    }
    StringBuilder message = new StringBuilder("The session cannot be suspended: ");
    if (!hosts.isEmpty()) {
      message.append(count(hosts.size(), "connection")).append(" in use, to ");
      message.append(String.join(", ", new TreeSet<>(hosts)));
    }
    if (calls > 0) {
      message.append(hosts.isEmpty() ? "" : "; ");
      message.append(count(calls, "asynchronous call")).append(" not ended");
    }
    throw new IllegalStateException(
        message
            .append(". Wait for the calls in progress, and close the streams of responses, then")
            .append(" suspend it again.")
            .toString());
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
