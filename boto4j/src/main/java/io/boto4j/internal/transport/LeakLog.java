package io.boto4j.internal.transport;

import java.lang.System.Logger.Level;

/** Tells of answers that were dropped; of itself it loads the JVM's logging. */
final class LeakLog {
  private LeakLog() {}

  static void report(String url, Throwable opened) {
    System.getLogger("io.boto4j.leaks")
        .log(
            Level.WARNING,
            "The stream of an answer from "
                + url
                + " was dropped without having been read to its end or closed; its connection was"
                + " closed only now",
            opened);
  }
}
