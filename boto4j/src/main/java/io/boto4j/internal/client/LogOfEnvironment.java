package io.boto4j.internal.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loggers of {@code BOTO4J_LOG}: those of the logging library that the program has, if it backs
 * {@link System.Logger}; otherwise loggers that print to standard error.
 *
 * <p>With the JDK alone, {@code System.Logger} ends in {@code java.util.logging}, which stops at
 * {@code INFO} unless it is configured: whoever sets the variable would see nothing. That
 * configuration belongs to the program and is not changed. If it lets {@code io.boto4j} pass, it is
 * used.
 */
public final class LogOfEnvironment implements Function<String, Logger> {
  private final Level least;
  private final Clock clock;

  private LogOfEnvironment(Level least, Clock clock) {
    this.least = least;
    this.clock = clock;
  }

  /**
   * Returns the loggers for a value of the variable.
   *
   * @param value the value: {@code true} or {@code debug}, or {@code trace}, in any letter case
   * @param clock the clock of printed messages
   * @return the loggers, or null for any other value: nothing is logged
   */
  public static @Nullable Function<String, Logger> of(String value, Clock clock) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "debug" -> new LogOfEnvironment(Level.DEBUG, clock);
      case "trace" -> new LogOfEnvironment(Level.TRACE, clock);
      default -> null;
    };
  }

  @Override
  public Logger apply(String name) {
    Logger logger = System.getLogger(name);
    return logger.isLoggable(least) || !isOfJdk(LoggerFinder.getLoggerFinder())
        ? logger
        : new PrintedLogger(name, least, null, clock);
  }

  private static boolean isOfJdk(LoggerFinder finder) {
    String module = finder.getClass().getModule().getName();
    return "java.base".equals(module) || "java.logging".equals(module);
  }
}
