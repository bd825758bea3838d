package io.boto4j.internal.transport;

import java.lang.System.Logger.Level;

/** A leak report that writes to the JVM's system logger. */
public final class LeakLog implements LeakReport {
  private LeakLog() {}

  /**
   * Creates a report, which gets the logger when it has something to log.
   *
   * <p>A method and not a constructor for cold start: the verifier need not load the interface.
   *
   * @return the report
   */
  public static LeakReport create() {
    return new LeakLog();
  }

  @Override
  public void dropped(String url, Throwable opened) {
    System.getLogger("io.boto4j.leaks")
        .log(
            Level.WARNING,
            "The stream of a response from "
                + url
                + " was dropped before it was read to its end or closed; its connection was closed"
                + " only now",
            opened);
  }

  /** Warns that a client was dropped without being closed. */
  static void transportDropped(int connections, String host) {
    System.getLogger("io.boto4j.leaks")
        .log(
            Level.WARNING,
            "A client was dropped without being closed. Its idle connections ("
                + connections
                + ", the first to "
                + host
                + ") were closed only now: share clients between calls, or close them.");
  }
}
