package io.boto4j;

import java.time.Duration;

/**
 * A function that pauses the current thread: between the attempts of a call, and between the polls
 * of a waiter.
 *
 * <p>A session has one, and a test can {@linkplain Session.Builder#sleeper replace} it by one that
 * does not pause. Implementations must be safe for use by multiple threads.
 */
@FunctionalInterface
public interface Sleeper {
  /**
   * Pauses the current thread.
   *
   * @param duration the length of the pause; zero returns at once
   * @throws InterruptedException if the thread is interrupted before or during the pause
   */
  void sleep(Duration duration) throws InterruptedException;
}
