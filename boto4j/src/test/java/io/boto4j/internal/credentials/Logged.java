package io.boto4j.internal.credentials;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What boto4j logs, at every level, as long as it is open. */
public final class Logged implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Begins to listen. */
  public Logged() {
    RecordingLoggers.LISTENERS.add(this);
  }

  void add(String line) {
    lines.add(line);
  }

  /**
   * What was logged since.
   *
   * @return a line each: level, message, exception
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    RecordingLoggers.LISTENERS.remove(this);
  }
}
