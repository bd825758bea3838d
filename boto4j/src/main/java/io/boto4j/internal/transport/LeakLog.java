package io.boto4j.internal.transport;

import java.lang.System.Logger.Level;

/** Tells the JVM's log. */
public final class LeakLog implements LeakReport {
  /** Makes one; the log is asked for when there is something to tell. */
  public LeakLog() {}

  @Override
  public void dropped(String url, Throwable opened) {
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
