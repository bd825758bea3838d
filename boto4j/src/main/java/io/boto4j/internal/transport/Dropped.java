package io.boto4j.internal.transport;

import java.lang.ref.Cleaner;

/**
 * Closes the connections of objects that were dropped without being closed: the JVM does not close
 * channels that are garbage.
 *
 * <p>A class of its own for cold start: its thread starts after the first response has arrived.
 */
final class Dropped {
  /** One thread for all transports; it ends with this class loader. */
  private static final Cleaner CLEANER = Cleaner.create();

  private Dropped() {}

  /**
   * Runs an action once an object has become unreachable.
   *
   * @param object the object
   * @param action the action, which must not refer to the object
   */
  static Cleaner.Cleanable watch(Object object, Runnable action) {
    return CLEANER.register(object, action);
  }
}
