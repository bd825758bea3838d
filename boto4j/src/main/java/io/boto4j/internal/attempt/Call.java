package io.boto4j.internal.attempt;

import io.boto4j.CallOptions;
import io.boto4j.Response;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.RequestLimits;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.model.OperationModel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call as the user asked for it: operation, parameters, options. Immutable. */
public final class Call {
  private final OperationModel operation;
  private final Map<String, ?> parameters;
  private final @Nullable CallOptions options;

  /** Null if no interceptor applies to the call: then none of their classes is loaded. */
  private final @Nullable CallHooks hooks;

  private final int maxAttempts;
  private final long totalTimeoutMillis;

  /** A time of {@link System#nanoTime()}; 0 if the call has no deadline. */
  private final long deadlineNanos;

  /**
   * Creates a call. Its total timeout begins now.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed, as interceptors changed them
   * @param options the options of this call, or null if it has none of its own
   * @param hooks the interceptors that apply to the call, or null if there are none
   * @param retries the settings of the client
   */
  public Call(
      OperationModel operation,
      Map<String, ?> parameters,
      @Nullable CallOptions options,
      @Nullable CallHooks hooks,
      RetryParts retries) {
    this.operation = operation;
    this.parameters = parameters;
    this.options = options;
    this.hooks = hooks;
    Duration total = options == null ? null : options.totalTimeout();
    this.maxAttempts =
        options == null || options.maxAttempts() == 0
            ? retries.maxAttempts()
            : options.maxAttempts();
    this.totalTimeoutMillis = total == null ? retries.totalTimeoutMillis() : total.toMillis();
    // nanoTime() may return 0, which means no deadline here: the last bit is always set.
    this.deadlineNanos =
        totalTimeoutMillis == 0 ? 0 : System.nanoTime() + totalTimeoutMillis * 1_000_000 | 1;
  }

  /**
   * Returns the operation.
   *
   * @return the operation
   */
  public OperationModel operation() {
    return operation;
  }

  /**
   * Returns the parameters the user passed, without defaults and customizations.
   *
   * @return the parameters
   */
  public Map<String, ?> parameters() {
    return parameters;
  }

  /**
   * Returns the response that an interceptor gives in place of the service.
   *
   * @param input the complete, validated input
   * @return the response, or null if the call goes on
   */
  public @Nullable Response suppliedResponse(Map<String, ?> input) {
    return hooks == null ? null : hooks.answer(input);
  }

  /**
   * Adds the headers of the call's options to a request.
   *
   * @param request the request with all that the service needs
   * @return the changed request
   */
  public HttpRequest withOwnHeaders(HttpRequest request) {
    HttpRequest changed = request;
    if (options != null) {
      Headers own = options.headers();
      for (int i = 0; i < own.size(); i++) {
        changed = changed.withHeader(own.nameAt(i), own.valueAt(i));
      }
    }
    return changed;
  }

  /**
   * Applies the changes of interceptors to a request, once per call.
   *
   * @param request the request, whose body may still be changed
   * @return the changed request
   */
  public HttpRequest beforeCall(HttpRequest request) {
    return hooks == null ? request : hooks.beforeCall(request);
  }

  @Nullable CallHooks hooks() {
    return hooks;
  }

  /**
   * Applies the changes of interceptors to a request, for each signature.
   *
   * @param request the request, whose body is final
   * @return the changed request
   */
  public HttpRequest beforeSign(HttpRequest request) {
    return hooks == null ? request : hooks.beforeSign(request);
  }

  int maxAttempts() {
    return maxAttempts;
  }

  long totalTimeoutMillis() {
    return totalTimeoutMillis;
  }

  /**
   * Whether the call has a total timeout.
   *
   * @return false if it may take any time
   */
  public boolean hasDeadline() {
    return deadlineNanos != 0;
  }

  /** The time until the deadline, in milliseconds; 0 if it has passed. */
  long millisLeft() {
    return Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
  }

  /** Whether the deadline comes before the given time from now has passed. */
  boolean isTooLate(Duration from) {
    return deadlineNanos != 0 && deadlineNanos - System.nanoTime() <= from.toNanos();
  }

  long readTimeoutMillis(long ofClient) {
    Duration own = options == null ? null : options.readTimeout();
    return own == null ? ofClient : own.toMillis();
  }

  /**
   * Returns the limits of each request of this call.
   *
   * @param set the limits an interceptor set, or null: its timeouts win over the call's, and of two
   *     deadlines the earlier one holds
   */
  @Nullable RequestLimits limits(@Nullable RequestLimits set) {
    RequestLimits own = limits();
    if (set == null || own == null) {
      return set == null ? own : set;
    }
    return set.within(own);
  }

  private @Nullable RequestLimits limits() {
    if (options == null) {
      return deadlineNanos == 0 ? null : RequestLimits.until(deadlineNanos);
    }
    return new RequestLimits(
        millis(options.connectTimeout()), millis(options.readTimeout()), deadlineNanos);
  }

  private static int millis(@Nullable Duration timeout) {
    return timeout == null ? 0 : (int) timeout.toMillis();
  }
}
