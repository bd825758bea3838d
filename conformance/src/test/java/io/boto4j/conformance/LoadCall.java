package io.boto4j.conformance;

import io.boto4j.Attempt;
import io.boto4j.CallOptions;
import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.TotalTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** One call of the load suite: it follows its plan, and notes what happened. */
final class LoadCall {
  /** Within this time every call ends: no plan takes as long. */
  private static final long LONGEST_SECONDS = 60;

  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final LoadPlan plan;
  private final ReentrantLock lock = new ReentrantLock();

  /** The thread that makes the call; null before and after. */
  private Thread runner;

  private volatile long begun;
  private volatile long ended;

  /** The time at which the call was aborted; 0 if it had ended by then. */
  private volatile long aborted;

  /** The stack of the thread when the call was late; null if it was on time. */
  private volatile StackTraceElement[] whenLate;

  private Response response;
  private Throwable failure;
  private String problem;

  /** Set by the thread of the executor, at any time. */
  private volatile String threadProblem;

  LoadCall(LoadPlan plan) {
    this.plan = plan;
  }

  LoadPlan plan() {
    return plan;
  }

  /** Makes the call; the current thread is not interrupted afterwards. */
  void make(Client client, ScheduledExecutorService timer) throws InterruptedException {
    try {
      if (plan.ending().async()) {
        makeAsync(client, timer);
      } else {
        makeHere(client, timer);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    if (problem == null) {
      problem = judge();
    }
  }

  private void makeHere(Client client, ScheduledExecutorService timer) {
    Future<?> abort = null;
    if (plan.ending() == LoadPlan.Ending.THREAD_INTERRUPTED) {
      abort = timer.schedule(this::interrupt, plan.abortMillis(), TimeUnit.MILLISECONDS);
    }
    begin();
    try {
      response = client.call(plan.operation(), plan.parameters(), this::options);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      end();
      boolean flag = Thread.interrupted();
      if (abort != null) {
        abort.cancel(false);
      }
      // With a deadline, the watch on it may have interrupted the thread at the same time.
      if (!flag && aborted != 0 && plan.totalMillis() == 0) {
        problem = "the interrupt is lost";
      } else if (flag && aborted == 0) {
        problem = "the thread is left interrupted, though nobody interrupted it";
      }
    }
  }

  private void makeAsync(Client client, ScheduledExecutorService timer)
      throws InterruptedException {
    Future<Response> future = client.callAsync(plan.operation(), plan.parameters(), this::options);
    Future<?> abort = null;
    if (plan.ending() == LoadPlan.Ending.FUTURE_CANCELLED) {
      Runnable cancel =
          () -> {
            aborted = System.nanoTime();
            if (!future.cancel(true)) {
              aborted = 0;
            }
          };
      abort = timer.schedule(cancel, plan.abortMillis(), TimeUnit.MILLISECONDS);
    }
    try {
      response = future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      failure = e.getCause();
    } catch (CancellationException e) {
      failure = e;
    } catch (TimeoutException e) {
      problem = "the call does not end";
    }
    if (abort != null) {
      abort.cancel(false);
    }
  }

  private void options(CallOptions.Builder options) {
    options.header("X-Call", plan.id());
    if (!plan.fault().isEmpty()) {
      options.header("X-Fault", plan.fault());
    }
    if (plan.totalMillis() > 0) {
      options.totalTimeout(Duration.ofMillis(plan.totalMillis()));
    }
  }

  private void interrupt() {
    lock.lock();
    try {
      if (runner != null) {
        aborted = System.nanoTime();
        runner.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs the task of an asynchronous call. */
  void run(Runnable task) {
    begin();
    try {
      task.run();
    } finally {
      end();
      if (Thread.interrupted()) {
        threadProblem = "the thread of the executor is left interrupted";
      }
    }
  }

  private void begin() {
    lock.lock();
    try {
      begun = System.nanoTime();
      runner = Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = System.nanoTime();
      runner = null;
    } finally {
      lock.unlock();
    }
  }

  private String judge() {
    if (failure == null) {
      return judgeResponse();
    }
    if (plan.mustSucceed() && !timedOut()) {
      return "fails, though the server is good";
    }
    boolean known;
    if (failure instanceof TotalTimeoutException) {
      known = plan.totalMillis() > 0;
    } else if (failure instanceof CallInterruptedException) {
      known = plan.ending() == LoadPlan.Ending.THREAD_INTERRUPTED && aborted != 0;
    } else if (failure instanceof CancellationException) {
      known = plan.ending() == LoadPlan.Ending.FUTURE_CANCELLED;
    } else {
      known = failure instanceof Boto4jException;
    }
    return known ? judgeAttempts(attempts()) : "has no reason to fail with this";
  }

  /** Returns whether the call failed because something took too long, perhaps by a stall. */
  boolean timedOut() {
    return failure instanceof ReadTimeoutException || failure instanceof ConnectTimeoutException;
  }

  private String judgeResponse() {
    String table = response.structure("ConsumedCapacity").text("TableName");
    if (table == null
        || !table.startsWith(plan.id() + "|")
        || table.length() != plan.id().length() + 1 + plan.responseSize()) {
      return "has the response of another call: " + table;
    }
    return judgeAttempts(attempts());
  }

  private String judgeAttempts(List<Attempt> attempts) {
    for (int i = 0; i < attempts.size() - 1; i++) {
      int status = attempts.get(i).statusCode();
      if (plan.operation().equals("UpdateItem") && status >= 200 && status < 300) {
        return "is sent again after a success";
      }
    }
    return null;
  }

  List<Attempt> attempts() {
    if (response != null) {
      return response.metadata().attempts();
    }
    return failure instanceof Boto4jException ours ? ours.attempts() : List.of();
  }

  /** Returns what is wrong with the call, or null. */
  String problem() {
    return problem == null ? threadProblem : problem;
  }

  /** Returns the thread that makes the call, or null. */
  Thread runner() {
    lock.lock();
    try {
      return runner;
    } finally {
      lock.unlock();
    }
  }

  /** Notes what the thread of the call does, if the call is late. */
  void look() {
    Thread thread = runner();
    long due = dueTime();
    if (thread != null && due != 0 && whenLate == null && System.nanoTime() - due > LATE_NANOS) {
      whenLate = thread.getStackTrace();
    }
  }

  String outcome() {
    return failure == null ? "success" : failure.getClass().getSimpleName();
  }

  boolean wasAborted() {
    return aborted != 0;
  }

  /** Returns the time by which the call has to end, on the clock of nanoTime; 0 for none. */
  long dueTime() {
    long begin = begun;
    long deadline =
        plan.totalMillis() == 0 ? 0 : begin + TimeUnit.MILLISECONDS.toNanos(plan.totalMillis());
    // A call can be cancelled before it begins.
    long abort = aborted == 0 ? 0 : Math.max(begin, aborted);
    if (deadline == 0 || abort == 0) {
      return begin == 0 ? 0 : deadline + abort;
    }
    return begin == 0 ? 0 : Math.min(deadline, abort);
  }

  long beginTime() {
    return begun;
  }

  long endTime() {
    return ended;
  }

  /** Returns whether the call reports that its total timeout is over before it is. */
  boolean timedOutEarly() {
    return failure instanceof TotalTimeoutException
        && ended - begun < TimeUnit.MILLISECONDS.toNanos(plan.totalMillis() - 5);
  }

  @Override
  public String toString() {
    return plan
        + ": "
        + outcome()
        + " after "
        + TimeUnit.NANOSECONDS.toMillis(ended - begun)
        + " ms"
        + (aborted == 0
            ? ""
            : ", aborted after " + TimeUnit.NANOSECONDS.toMillis(aborted - begun) + " ms")
        + (failure == null ? "" : ", " + failure)
        + attempts()
        + (whenLate == null ? "" : ", when late in " + Arrays.toString(whenLate));
  }
}
