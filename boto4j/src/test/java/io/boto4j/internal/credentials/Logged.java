package io.boto4j.internal.credentials;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A recorder of boto4j's log messages of every level, until it is closed. */
public final class Logged implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts recording. */
  public Logged() {
    RecordingLoggers.LISTENERS.add(this);
  }

  void add(String line) {
    lines.add(line);
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
