package io.boto4j.internal.attempt;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.TotalTimeoutException;
import io.boto4j.http.ConnectionUse;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.retry.ErrorKind;
import io.boto4j.internal.retry.FailedAttempt;
import io.boto4j.internal.retry.RetryMode;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.internal.text.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows a failed attempt: another one after a delay, or an exception with the
 * transcript of the call.
 *
 * <p>Each client has one, created at its first failure, so that a call that succeeds loads none of
 * these classes.
 */
final class Retries {
  /** A transport that counts in milliseconds may give up this long before the deadline. */
  private static final Duration TOLERANCE = Duration.ofMillis(2);

  /** The server accepted the request, and goes on in a protocol that nobody asked for. */
  private static final int SWITCHING_PROTOCOLS = 101;

  private final RetryMode mode;
  private final RetryParts parts;
  private final Protocol protocol;
  private final ClockSkew clockSkew;

  private final Set<Pause> pauses = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Retries(CallParts parts) {
    this.clockSkew = new ClockSkew(parts.clock());
    this.parts = parts.retries();
    this.protocol = parts.protocol();
    ServiceRetries service =
        parts.customization() == null ? ServiceRetries.USUAL : parts.customization().retries();
    this.mode = RetryMode.of(this.parts.mode(), service, this.parts.random(), parts.clock());
  }

  /** Returns the clock to sign by: the session's, or the service's if that was found to differ. */
  Clock signingClock() {
    return clockSkew.current();
  }

  void forgetClock() {
    clockSkew.forget();
  }

  /** Waits until the mode permits another request. */
  void beforeAttempt(CallState state) {
    Duration delay = duration(mode.sendDelaySeconds());
    if (state.call().isTooLate(delay)) {
      throw tooLate(state, null);
    }
    sleep(state, delay);
  }

  void afterSuccess(CallState state) {
    mode.recordAttempt(false);
    mode.release(state.quotaCost());
  }

  /**
   * Returns when the next attempt is due.
   *
   * @param received the response as it was received
   * @param response the response with its true status: an error, or damaged
   * @param damage the exception for a damaged response, or null for an error
   * @throws RuntimeException if no further attempt is due
   */
  void afterResponse(
      CallState state,
      OpenAttempt attempt,
      HttpRequest request,
      WireResponse received,
      WireResponse response,
      @Nullable RuntimeException damage,
      ParseResponse parseResponse) {
    Call call = state.call();
    boolean good = response.statusCode() < 300;
    ServiceError error = good ? null : protocol.parseError(call.operation(), response);
    String code = error == null ? null : error.code();
    FailedAttempt failed =
        new FailedAttempt(
            call.operation(),
            attempt.number(),
            response.statusCode(),
            code,
            response.headers(),
            good);
    if (code != null && isClockCorrected(state, attempt, request, response, code)) {
      return;
    }
    String name = code == null ? "checksum mismatch" : code;
    if (decide(state, attempt, failed, name, obstacle(request, good))) {
      rememberTtl(state, response.headers());
    } else if (error == null) {
      throw withAttempts(Objects.requireNonNull(damage), state);
    } else {
      throw parseResponse.exception(state, received, response, error);
    }
  }

  /**
   * Returns when the next attempt is due.
   *
   * @throws RuntimeException the given exception, if no further attempt is due
   */
  void afterException(
      CallState state, OpenAttempt attempt, HttpRequest request, RuntimeException e) {
    String name = e.getClass().getSimpleName();
    if (!attempt.sent()) {
      throw withAttempts(e, state);
    }
    if (e instanceof CallInterruptedException) {
      state.failed(attempt.failed(name, Decision.NOT_RETRYABLE, Duration.ZERO, -1));
      throw withAttempts(e, state);
    }
    Call call = state.call();
    boolean retryable = false;
    if (e instanceof HttpClientException failure) {
      retryable = failure.retryable();
      if (attempt.statusCode() == 0 && failure.statusCode() != 0) {
        attempt.head(failure.statusCode(), ConnectionUse.UNKNOWN);
      }
    }
    FailedAttempt failed =
        new FailedAttempt(call.operation(), attempt.number(), 0, null, Headers.empty(), retryable);
    boolean neverArrived =
        e instanceof EndpointConnectionException || e instanceof ConnectTimeoutException;
    int status = attempt.statusCode();
    boolean good = (status >= 200 && status < 300) || status == SWITCHING_PROTOCOLS;
    if (retryable && call.isTooLate(TOLERANCE)) {
      state.failed(attempt.failed(name, Decision.NO_TIME_LEFT, Duration.ZERO, mode.quotaLeft()));
      throw tooLate(state, e);
    }
    if (!decide(state, attempt, failed, name, neverArrived ? null : obstacle(request, good))) {
      throw withAttempts(e, state);
    }
  }

  /**
   * Corrects the clock if the error may be due to it, and returns whether the call is attempted
   * again for that. If it has no attempt left, the correction still helps the next call.
   */
  private boolean isClockCorrected(
      CallState state,
      OpenAttempt attempt,
      HttpRequest request,
      WireResponse response,
      String code) {
    if (state.clockCorrected() || !clockSkew.correct(response, code, attempt.signingClock())) {
      return false;
    }
    state.correctClock();
    if (attempt.number() >= state.call().maxAttempts() || !request.body().replayable()) {
      return false;
    }
    mode.recordAttempt(false);
    state.failed(attempt.failed(code, Decision.CLOCK_CORRECTED, Duration.ZERO, mode.quotaLeft()));
    return true;
  }

  /** Returns the exception for a call that reached its total timeout. */
  RuntimeException tooLate(CallState state, @Nullable Throwable cause) {
    Call call = state.call();
    return withAttempts(
        new TotalTimeoutException(
            call.operation().name(),
            call.totalTimeoutMillis(),
            Math.max(1, state.attemptCount()),
            cause),
        state);
  }

  /**
   * Returns the reason why a request cannot be sent again whatever the error is, or null.
   *
   * @param good whether the service had begun to respond that the request was carried out
   */
  private static @Nullable Decision obstacle(HttpRequest request, boolean good) {
    if (good && !request.repeatable()) {
      return Decision.ALREADY_CARRIED_OUT;
    }
    return request.body().replayable() ? null : Decision.BODY_NOT_REPLAYABLE;
  }

  /** Decides, records the decision, and waits. Returns whether another attempt is due. */
  private boolean decide(
      CallState state,
      OpenAttempt attempt,
      FailedAttempt failed,
      String error,
      @Nullable Decision obstacle) {
    Call call = state.call();
    ErrorKind kind = kindOf(state, attempt, failed, error);
    mode.recordAttempt(kind == ErrorKind.THROTTLING);
    Decision decision = withoutQuota(call, attempt, kind, obstacle);
    Duration delay = Duration.ZERO;
    if (decision == Decision.RETRIED) {
      delay = duration(mode.delaySeconds(failed, kind));
      decision = call.isTooLate(delay) ? Decision.NO_TIME_LEFT : withQuota(state, kind);
      boolean waits =
          decision == Decision.RETRIED
              || (decision == Decision.RETRY_QUOTA_REACHED
                  && mode.waitsWithoutQuota(call.operation().name()));
      delay = waits ? delay : Duration.ZERO;
    }
    state.failed(attempt.failed(error, decision, delay, mode.quotaLeft()));
    sleep(state, delay);
    return decision == Decision.RETRIED;
  }

  private Decision withQuota(CallState state, ErrorKind kind) {
    int cost = mode.acquire(kind);
    if (cost == RetryMode.NONE_LEFT) {
      return Decision.RETRY_QUOTA_REACHED;
    }
    state.quotaCost(cost);
    return Decision.RETRIED;
  }

  /** An interceptor's wish wins over the mode. */
  private ErrorKind kindOf(
      CallState state, OpenAttempt attempt, FailedAttempt failed, String error) {
    Boolean wanted = wantedByInterceptor(state, attempt, error);
    if (wanted == null) {
      return mode.kindOf(failed);
    }
    ErrorKind kind = wanted ? mode.kindOf(failed) : ErrorKind.FINAL;
    return wanted && kind == ErrorKind.FINAL ? ErrorKind.TRANSIENT : kind;
  }

  /** An interceptor that fails ends the call, and the attempt with it: it is asked once. */
  private @Nullable Boolean wantedByInterceptor(
      CallState state, OpenAttempt attempt, String error) {
    CallHooks hooks = state.call().hooks();
    boolean decided = false;
    try {
      Boolean wanted =
          hooks == null ? null : hooks.needsRetry(attempt.number(), attempt.statusCode(), error);
      decided = true;
      return wanted;
    } finally {
      if (!decided) {
        state.failed(
            attempt.failed(error, Decision.NOT_RETRYABLE, Duration.ZERO, mode.quotaLeft()));
      }
    }
  }

  private static Decision withoutQuota(
      Call call, OpenAttempt attempt, ErrorKind kind, @Nullable Decision obstacle) {
    if (kind == ErrorKind.FINAL) {
      return Decision.NOT_RETRYABLE;
    }
    if (attempt.number() >= call.maxAttempts()) {
      return Decision.MAX_ATTEMPTS_REACHED;
    }
    return obstacle == null ? Decision.RETRIED : obstacle;
  }

  private void sleep(CallState state, Duration delay) {
    if (delay.isZero()) {
      return;
    }
    Pause pause = new Pause();
    pauses.add(pause);
    try {
      // After the pause was added, so that close() cannot miss it.
      if (!closed) {
        parts.sleeper().sleep(delay);
      }
    } catch (InterruptedException e) {
      if (!pause.isEnded()) {
        Thread.currentThread().interrupt();
        throw withAttempts(
            new CallInterruptedException(
                "Interrupted while waiting to call the "
                    + state.call().operation().name()
                    + " operation again",
                e),
            state);
      }
    } finally {
      pauses.remove(pause);
      pause.leave();
    }
    if (closed) {
      throw new IllegalStateException(
          "The client was closed before the "
              + state.call().operation().name()
              + " operation was called again");
    }
  }

  /** Ends the calls that wait for another attempt. */
  void close() {
    closed = true;
    for (Pause each : pauses) {
      each.end();
    }
  }

  /** A thread that waits for another attempt, and is interrupted if the client is closed. */
  private static final class Pause {
    private final Thread waiting = Thread.currentThread();

    /** Whether the thread was interrupted by this; guarded by this, as is {@code left}. */
    private boolean ended;

    private boolean left;

    synchronized void end() {
      // An interrupt by someone else ends the pause, too, and must stay theirs.
      if (!left && !waiting.isInterrupted()) {
        ended = true;
        waiting.interrupt();
      }
    }

    synchronized boolean isEnded() {
      return ended;
    }

    /** Leaves the pause, and takes back an interrupt, which was meant for it alone. */
    synchronized void leave() {
      left = true;
      if (ended) {
        Thread.interrupted();
      }
    }
  }

  /**
   * Computes until when the client will wait for the next response, in the service's own time, as
   * botocore does.
   */
  private void rememberTtl(CallState state, Headers headers) {
    String date = headers.first("Date");
    if (date == null) {
      return;
    }
    try {
      Instant theirs = Timestamps.parse(date);
      long wait = state.call().readTimeoutMillis(parts.readTimeoutMillis());
      state.ttl(Timestamps.sigV4(theirs.plusMillis(wait)));
    } catch (IllegalArgumentException e) {
      // Without a valid Date there is no ttl.
    }
  }

  private static RuntimeException withAttempts(RuntimeException e, CallState state) {
    if (e instanceof Boto4jException ours
        && ours.attempts().isEmpty()
        && !state.attempts().isEmpty()) {
      ours.initAttempts(state.attempts());
    }
    return e;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
  }
}
