package io.boto4j.spring.sqs;

import io.boto4j.Structure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The thread that receives messages, as many as can be processed. */
final class Poller implements Runnable {
  private final Listening listening;
  private final Queue queue;
  private final ListenerOptions options;
  private final Semaphore permits;
  private final Delays delays;
  private final Failures failures;
  private final Thread thread;

  Poller(
      Listening listening, Queue queue, ListenerOptions options, Semaphore permits, Delays delays) {
    this.listening = listening;
    this.queue = queue;
    this.options = options;
    this.permits = permits;
    this.delays = delays;
    this.failures = new Failures("receive messages from", queue.name());
    this.thread = new Thread(this, "boto4j-sqs-poll-" + queue.name());
  }

  void start() {
    thread.start();
  }

  /** Interrupts the wait for messages, and waits for the end of the thread. */
  void stop() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      while (!listening.isStopping()) {
        poll();
      }
    } catch (InterruptedException e) {
      // The end: nobody else interrupts this thread.
      Thread.currentThread().interrupt();
    }
  }

  private void poll() throws InterruptedException {
    permits.acquire();
    int most = 1 + acquireMore(options.batchSize() - 1);
    int taken = 0;
    try {
      List<Structure> received =
          queue.receive(most, options.waitSeconds(), options.visibilitySeconds());
      failures.succeeded();
      taken = received.size();
      if (taken > 0) {
        listening.dispatch(received);
      }
    } catch (RuntimeException e) {
      if (!listening.isStopping()) {
        pause(failures.failed(e));
      }
    } finally {
      permits.release(most - taken);
    }
  }

  private int acquireMore(int most) {
    int count = 0;
    while (count < most && permits.tryAcquire()) {
      count++;
    }
    return count;
  }

  /** Waits after a failure, twice as long after each. */
  private void pause(int failed) throws InterruptedException {
    Duration pause = options.firstPause();
    for (int i = 1; i < failed && pause.compareTo(options.longestPause()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    Semaphore over = new Semaphore(0);
    delays.schedule(
        pause.compareTo(options.longestPause()) < 0 ? pause : options.longestPause(),
        over::release);
    over.acquire();
  }
}
