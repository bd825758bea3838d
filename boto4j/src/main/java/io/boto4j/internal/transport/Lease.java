package io.boto4j.internal.transport;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to one of a limited number of connections. It ends once, however often it is ended. */
final class Lease {
  private final Semaphore places;
  private final AtomicBoolean over = new AtomicBoolean();

  Lease(Semaphore places) {
    this.places = places;
  }

  void end() {
    if (over.compareAndSet(false, true)) {
      places.release();
    }
  }
}
