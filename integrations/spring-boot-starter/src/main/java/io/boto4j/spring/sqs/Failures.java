package io.boto4j.spring.sqs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A series of failures of the same kind, of which the first and the end are logged. */
final class Failures {
  private final String what;
  private final String queue;
  private int count;

  Failures(String what, String queue) {
    this.what = what;
    this.queue = queue;
  }

  static Logger log() {
    return System.getLogger("io.boto4j.spring.sqs");
  }

  /** Logs the first failure of a series, and returns the number of failures in it. */
  synchronized int failed(RuntimeException failure) {
    count++;
    if (count == 1) {
      log()
          .log(
              Level.WARNING,
              "Failed to " + what + " " + queue + "; trying again until it succeeds",
              failure);
    }
    return count;
  }

  /** Logs the end of a series of failures. */
  synchronized void succeeded() {
    if (count > 0) {
      log().log(Level.INFO, "Succeeded to {0} {1} after {2} failures", what, queue, count);
      count = 0;
    }
  }
}
