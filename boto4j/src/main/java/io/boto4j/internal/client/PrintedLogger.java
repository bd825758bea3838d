package io.boto4j.internal.client;

import io.boto4j.internal.text.Timestamps;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A logger that prints one line per message, in the format of boto3's {@code set_stream_logger}. It
 * needs no logging library and no configuration.
 */
public final class PrintedLogger implements System.Logger {
  private final String name;
  private final Level least;
  private final @Nullable PrintStream out;
  private final Clock clock;

  /**
   * Creates a logger.
   *
   * @param name its name, such as {@code io.boto4j.dynamodb}
   * @param least the lowest level that is printed
   * @param out the stream, or null for standard error
   * @param clock the clock of the messages
   */
  public PrintedLogger(String name, Level least, @Nullable PrintStream out, Clock clock) {
    this.name = name;
    this.least = least;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF && level.getSeverity() >= least.getSeverity();
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    print(level, thrown == null ? message : message + ": " + thrown);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... values) {
    boolean plain = values == null || values.length == 0;
    print(level, plain ? format : format + " " + Arrays.toString(values));
  }

  /** One call prints the whole line, so that lines of several threads do not mix. */
  private void print(Level level, @Nullable String message) {
    if (isLoggable(level)) {
      PrintStream stream = out == null ? System.err : out;
      stream.println(
          Timestamps.iso8601Millis(clock.instant()) + " " + name + " [" + level + "] " + message);
    }
  }
}
