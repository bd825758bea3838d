package io.boto4j.internal.transport;

import java.lang.System.Logger.Level;

/** A leak report that writes to the JVM's system logger. */
public final class LeakLog implements LeakReport {
  /** Creates a report, which gets the logger when it has something to log. */
  public LeakLog() {}

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
}
