package io.boto4j;

import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.client.LogOfEnvironment;
import io.boto4j.internal.client.PrintedLogger;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.value.InputText;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that logs calls, to the program's logging library or to a stream.
 *
 * <p>It is off by default, so that a process without it loads no logging classes. There are three
 * ways to turn it on:
 *
 * <ul>
 *   <li>{@code new CallLog()} writes to {@link System.Logger}, for which SLF4J and Log4j have
 *       adapters. The library decides which levels are logged, and where. With the JDK alone that
 *       is {@code java.util.logging}, which stops at {@code INFO} unless it is configured.
 *   <li>{@link #printing(Level)} prints to standard error, whatever the library: boto3's {@code
 *       set_stream_logger}.
 *   <li>{@code BOTO4J_LOG=true} in the environment does the first if a library backs {@code
 *       System.Logger}, or {@code java.util.logging} is configured to log {@code io.boto4j};
 *       otherwise it prints the level {@code DEBUG} to standard error, and {@code BOTO4J_LOG=trace}
 *       also {@code TRACE}.
 * </ul>
 *
 * <pre>{@code
 * Session session = Session.builder().interceptor(CallLog.printing(Level.DEBUG)).build();
 * }</pre>
 *
 * <p>Each service has a logger of its own, such as {@code io.boto4j.dynamodb}. Level {@code DEBUG}
 * logs calls, endpoints, attempts, errors and retries; {@code TRACE} also parameters and responses,
 * except what the model marks as sensitive. No level logs credentials, signatures, paths and
 * queries of URLs, or bodies as they are sent. Safe for use by multiple threads.
 */
public final class CallLog implements Interceptor {
  private static final String ATTEMPT = "io.boto4j.CallLog.attempt";

  private final Function<String, Logger> loggers;

  /** Creates a log that writes to {@link System#getLogger}. */
  public CallLog() {
    this(System::getLogger);
  }

  /**
   * Creates a log that writes to the given loggers.
   *
   * @param loggers a function from a logger's name, such as {@code io.boto4j.dynamodb}, to the
   *     logger; called for every message
   */
  public CallLog(Function<String, Logger> loggers) {
    this.loggers = Objects.requireNonNull(loggers, "loggers");
  }

  /**
   * Creates a log that prints to standard error, one line per message, without a logging library.
   *
   * @param least the lowest level to print: {@code DEBUG}, or {@code TRACE} for parameters and
   *     responses too
   * @return a new log
   */
  public static CallLog printing(Level least) {
    return printing(least, System.err);
  }

  /**
   * Creates a log that prints to a stream, one line per message, without a logging library.
   *
   * @param least the lowest level to print: {@code DEBUG}, or {@code TRACE} for parameters and
   *     responses too
   * @param out the stream, which is not closed
   * @return a new log
   */
  public static CallLog printing(Level least, PrintStream out) {
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(out, "out");
    Clock clock = Clock.systemUTC();
    return new CallLog(name -> new PrintedLogger(name, least, out, clock));
  }

  /** Returns the log for a value of {@code BOTO4J_LOG}, or null if the value is not known. */
  static @Nullable List<Interceptor> ofEnvironment(String value, Clock clock) {
    Function<String, Logger> loggers = LogOfEnvironment.of(value, clock);
    return loggers == null ? null : List.of(new CallLog(loggers));
  }

  private Logger logger(CallContext call) {
    return loggers.apply("io.boto4j." + call.service());
  }

  private void debug(CallContext call, String what) {
    Logger logger = logger(call);
    if (logger.isLoggable(Level.DEBUG)) {
      logger.log(Level.DEBUG, call + ": " + what);
    }
  }

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    Logger logger = logger(call);
    if (logger.isLoggable(Level.TRACE)) {
      String shown = InputText.of(call.model().input(), parameters);
      logger.log(Level.TRACE, call + ": called with " + Printable.whole(shown));
    } else {
      debug(call, "called");
    }
    return parameters;
  }

  @Override
  public @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
    int attempt = call.attributes().get(ATTEMPT) instanceof Integer past ? past + 1 : 1;
    call.attributes().put(ATTEMPT, attempt);
    // Neither path nor query, which contain parameters: an object's key may be a secret.
    debug(
        call,
        "attempt "
            + attempt
            + ": "
            + request.method()
            + " to "
            + request.uri().getScheme()
            + "://"
            + request.uri().getRawAuthority());
    return null;
  }

  @Override
  public HttpResponse responseReceived(CallContext call, HttpResponse response) {
    debug(call, "response with status " + response.statusCode());
    return response;
  }

  @Override
  public @Nullable Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
    debug(call, "attempt " + number + " failed: " + Printable.of(error));
    return null;
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    Logger logger = logger(call);
    if (logger.isLoggable(Level.TRACE)) {
      logger.log(Level.TRACE, call + ": " + Printable.whole(response.toString()));
    }
    String id = response.metadata().requestId();
    int attempts = response.metadata().attempts().size();
    debug(
        call,
        "done after "
            + attempts
            + (attempts == 1 ? " attempt" : " attempts")
            + (id == null ? "" : ", request id " + Printable.of(id)));
    return response;
  }

  /** Logs the error's code or class only: its message may repeat the input. */
  @Override
  public void afterCallError(CallContext call, RuntimeException failure) {
    if (failure instanceof ServiceException error) {
      String id = error.requestId();
      debug(
          call,
          "failed: "
              + Printable.of(error.code())
              + ", status "
              + error.statusCode()
              + (id == null ? "" : ", request id " + Printable.of(id)));
    } else {
      debug(call, "failed: " + failure.getClass().getName());
    }
  }
}
