package io.boto4j.dashboard.cloud;

import io.boto4j.WaiterProgress;
import io.boto4j.error.Boto4jException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * One observer of the database for all browsers: a waiter that polls while the state changes, and
 * whose listener passes on each poll.
 */
public final class DatabaseWatch implements AutoCloseable {
  private final List<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();

  /** One thread: a watch that is requested during another one is a single poll after it. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread created = new Thread(work, "database-watch");
            created.setDaemon(true);
            return created;
          });

  private final Database database;
  private final Duration pause;
  private final Clock clock;
  private volatile Progress last;

  /**
   * Creates a watch, which does not poll yet.
   *
   * @param database the database
   * @param pause the time between two polls
   * @param clock the time
   */
  public DatabaseWatch(Database database, Duration pause, Clock clock) {
    this.database = database;
    this.pause = pause;
    this.clock = clock;
    this.last = now();
  }

  private Progress now() {
    return new Progress(database.status(), 0, Duration.ZERO, null);
  }

  /**
   * Returns the state as of the last poll; if nobody polls, as of now.
   *
   * @return the state
   */
  public Progress current() {
    Progress known = last;
    if (known.isChanging()) {
      return known;
    }
    Progress fresh = now();
    if (fresh.isChanging()) {
      start();
    }
    return fresh.status().equals(known.status()) ? known : fresh;
  }

  /**
   * Adds a listener for each poll.
   *
   * @param listener the listener, which is called on the thread of the watch
   */
  public void listen(Consumer<Progress> listener) {
    listeners.add(listener);
  }

  /** Polls on the thread of the watch, until the state no longer changes by itself. */
  public void start() {
    thread.execute(this::watch);
  }

  private void watch() {
    Instant began = clock.instant();
    try {
      database.settled().delay(pause).onProgress(poll -> publish(poll, began)).await(database.id());
      publish(now());
    } catch (Boto4jException e) {
      publish(new Progress(last.status(), 0, since(began), e.getMessage()));
    }
  }

  private void publish(WaiterProgress poll, Instant began) {
    publish(new Progress(Database.status(poll.response()), poll.attempt(), since(began), null));
  }

  private Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }

  private void publish(Progress progress) {
    last = progress;
    listeners.forEach(listener -> listener.accept(progress));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
