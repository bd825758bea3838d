package io.boto4j;

import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.value.InputText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that logs calls through {@link System.Logger}, for which most logging libraries
 * have an adapter.
 *
 * <p>It is off by default, so that a process without it loads no logging classes. Add it in code,
 * or set {@code BOTO4J_LOG=true} in the environment:
 *
 * <pre>{@code
 * Session session = Session.builder().interceptor(new CallLog()).build();
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
