package io.boto4j;

import java.time.Duration;

/**
 * Waits: between attempts, between the questions of a waiter.
 *
 * <p>A session has one and can be given another, as a test gives one that does not wait. Safe to
 * share between threads.
 */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits.
   *
   * @param duration how long; nothing to wait for if it is zero
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
