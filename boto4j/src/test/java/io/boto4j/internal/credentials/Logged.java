package io.boto4j.internal.credentials;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A recorder of boto4j's log messages of every level, until it is closed. Warnings about what other
 * tests dropped come whenever the garbage collector runs, so they are recorded only if wanted.
 */
public final class Logged implements AutoCloseable {
  private static final String LEAKS = "io.boto4j.leaks";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final boolean leaks;

  /** Starts recording all messages except those about leaks. */
  public Logged() {
    this(/* leaks= */ false);
  }

  private Logged(boolean leaks) {
    this.leaks = leaks;
    RecordingLoggers.LISTENERS.add(this);
  }

  /** Starts recording the messages about leaks. */
  public static Logged leaks() {
    return new Logged(/* leaks= */ true);
  }

  void add(String logger, String line) {
    if (logger.equals(LEAKS) == leaks) {
      lines.add(line);
    }
  }

  /**
   * The messages logged since.
   *
   * @return one line per message: level, message, exception
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    RecordingLoggers.LISTENERS.remove(this);
  }
}
