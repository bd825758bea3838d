package io.boto4j.internal.credentials;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A logger finder whose loggers accept every level and pass boto4j's messages to each open {@link
 * Logged}.
 */
public final class RecordingLoggers extends System.LoggerFinder {
  static final List<Logged> LISTENERS = new CopyOnWriteArrayList<>();

  /** Called by the JDK, which finds the class in {@code META-INF/services}. */
  public RecordingLoggers() {}

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new Recording(name);
  }

  private record Recording(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return name.startsWith("io.boto4j");
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      record(level + " " + message + (thrown == null ? "" : " " + thrown));
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
      record(level + " " + format + (values == null ? "" : " " + Arrays.asList(values)));
    }

    private void record(String line) {
      if (isLoggable(Level.ERROR)) {
        for (Logged listener : LISTENERS) {
          listener.add(name, line);
        }
      }
    }
  }
}
