package io.boto4j.internal.call;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.TotalTimeoutException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.retry.ErrorKind;
import io.boto4j.internal.retry.FailedAttempt;
import io.boto4j.internal.retry.RetryMode;
import io.boto4j.internal.text.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows an attempt that failed: a delay, or an exception with all that was tried.
 *
 * <p>One for each client, made at its first failure, so that a call that succeeds loads nothing of
 * this.
 */
final class Retries {
  /** A transport that counts in milliseconds may give up that much before the deadline. */
  private static final Duration TOLERANCE = Duration.ofMillis(2);

  private final RetryMode mode;
  private final RetryParts parts;
  private final Protocol protocol;
  private final ClockSkew clockSkew;

  Retries(CallParts parts, SignRequest signRequest) {
    this.clockSkew = new ClockSkew(parts.clock(), signRequest);
    this.parts = parts.retries();
    this.protocol = parts.protocol();
    this.mode =
        RetryMode.of(
            this.parts.mode(), parts.service().serviceId(), this.parts.random(), parts.clock());
  }

  void beforeAttempt(CallState call) {
    double seconds = mode.sendDelaySeconds();
    Duration delay = duration(seconds);
    if (call.isTooLate(delay)) {
      throw tooLate(call, null);
    }
    sleep(call, delay);
  }

  void afterSuccess(CallState call) {
    mode.answered(false);
    mode.release(call.quotaCost());
  }

  /**
   * Returns when the next attempt is due.
   *
   * @param meant the answer as the service means it: an error, or damaged
   * @throws RuntimeException if no further attempt is due
   */
  void afterAnswer(
      CallState call,
      HttpRequest request,
      WireResponse meant,
      SendRequest.Answer answer,
      ParseResponse parseResponse) {
    boolean good = meant.statusCode() < 300;
    ServiceError error = good ? null : protocol.parseError(call.operation(), meant);
    FailedAttempt failed =
        new FailedAttempt(
            call.operation(),
            call.number(),
            meant.statusCode(),
            error == null ? null : error.code(),
            meant.headers(),
            good);
    String name = error == null ? "checksum mismatch" : error.code();
    if (error != null && isClockCorrected(call, request, meant, name)) {
      return;
    }
    if (decide(call, failed, name, obstacle(request, good))) {
      rememberTtl(call, meant.headers());
    } else if (error == null) {
      throw told(
          DynamoDbChecksum.mismatch(
              String.valueOf(meant.headers().first("x-amz-crc32")), meant.body()),
          call);
    } else {
      throw parseResponse.exception(call, answer, meant, error);
    }
  }

  /**
   * Returns when the next attempt is due.
   *
   * @throws RuntimeException the exception, if no further attempt is due
   */
  void afterException(CallState call, HttpRequest request, RuntimeException e) {
    String name = e.getClass().getSimpleName();
    if (call.sent() && e instanceof CallInterruptedException) {
      call.failed(name, Decision.NOT_RETRYABLE, Duration.ZERO, -1);
    }
    if (!call.sent()) {
      throw told(e, call);
    }
    boolean retryable = e instanceof HttpClientException failure && failure.retryable();
    FailedAttempt failed =
        new FailedAttempt(call.operation(), call.number(), 0, null, Headers.empty(), retryable);
    boolean untouched =
        e instanceof EndpointConnectionException || e instanceof ConnectTimeoutException;
    boolean good = call.statusCode() >= 200 && call.statusCode() < 300;
    if (retryable && call.isTooLate(TOLERANCE)) {
      call.failed(name, Decision.NO_TIME_LEFT, Duration.ZERO, mode.quotaLeft());
      throw tooLate(call, e);
    }
    if (!decide(call, failed, name, untouched ? null : obstacle(request, good))) {
      throw told(e, call);
    }
  }

  /** The next call is signed by the right time too if this one has no attempt left. */
  private boolean isClockCorrected(
      CallState call, HttpRequest request, WireResponse meant, String code) {
    if (call.clockCorrected() || !clockSkew.correct(meant, code, call.signingClock())) {
      return false;
    }
    call.correctClock();
    if (call.number() >= call.maxAttempts() || !request.body().replayable()) {
      return false;
    }
    mode.answered(false);
    call.failed(code, Decision.CLOCK_CORRECTED, Duration.ZERO, mode.quotaLeft());
    return true;
  }

  /** The exception of a call whose time is over. */
  RuntimeException tooLate(CallState call, @Nullable Throwable cause) {
    return told(
        new TotalTimeoutException(
            call.operation().name(), call.totalTimeoutMillis(), Math.max(1, call.number()), cause),
        call);
  }

  /**
   * Why a request cannot be sent again, whatever it failed with.
   *
   * @param good whether the service had begun to answer that it was carried out
   */
  private static @Nullable Decision obstacle(HttpRequest request, boolean good) {
    if (good && !request.repeatable()) {
      return Decision.ALREADY_CARRIED_OUT;
    }
    return request.body().replayable() ? null : Decision.BODY_NOT_REPLAYABLE;
  }

  /**
   * Decides, writes it down, and waits.
   *
   * @return whether to try again
   */
  private boolean decide(
      CallState call, FailedAttempt failed, String error, @Nullable Decision obstacle) {
    ErrorKind kind = kindOf(call, failed, error);
    mode.answered(kind == ErrorKind.THROTTLING);
    Decision decision = withoutQuota(call, kind, obstacle);
    Duration delay = Duration.ZERO;
    if (decision == Decision.RETRIED) {
      delay = duration(mode.delaySeconds(failed, kind));
      decision = call.isTooLate(delay) ? Decision.NO_TIME_LEFT : withQuota(call, kind);
      boolean waits =
          decision == Decision.RETRIED
              || (decision == Decision.RETRY_QUOTA_REACHED
                  && mode.waitsWithoutQuota(call.operation().name()));
      delay = waits ? delay : Duration.ZERO;
    }
    call.failed(error, decision, delay, mode.quotaLeft());
    sleep(call, delay);
    return decision == Decision.RETRIED;
  }

  private Decision withQuota(CallState call, ErrorKind kind) {
    int cost = mode.acquire(kind);
    if (cost == RetryMode.NONE_LEFT) {
      return Decision.RETRY_QUOTA_REACHED;
    }
    call.quotaCost(cost);
    return Decision.RETRIED;
  }

  private ErrorKind kindOf(CallState call, FailedAttempt failed, String error) {
    CallHooks hooks = call.hooks();
    Boolean wanted =
        hooks == null ? null : hooks.needsRetry(call.number(), call.statusCode(), error);
    if (wanted == null) {
      return mode.kindOf(failed);
    }
    ErrorKind kind = wanted ? mode.kindOf(failed) : ErrorKind.FINAL;
    return wanted && kind == ErrorKind.FINAL ? ErrorKind.TRANSIENT : kind;
  }

  private static Decision withoutQuota(
      CallState call, ErrorKind kind, @Nullable Decision obstacle) {
    if (kind == ErrorKind.FINAL) {
      return Decision.NOT_RETRYABLE;
    }
    if (call.number() >= call.maxAttempts()) {
      return Decision.MAX_ATTEMPTS_REACHED;
    }
    return obstacle == null ? Decision.RETRIED : obstacle;
  }

  private void sleep(CallState call, Duration delay) {
    if (delay.isZero()) {
      return;
    }
    try {
      parts.sleeper().sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw told(
          new CallInterruptedException(
              "Interrupted while waiting to call the "
                  + call.operation().name()
                  + " operation again",
              e),
          call);
    }
  }

  /** As botocore: how long the client will wait, in the service's own time. */
  private void rememberTtl(CallState call, Headers headers) {
    String date = headers.first("Date");
    if (date == null) {
      return;
    }
    try {
      Instant theirs = Timestamps.parse(date);
      long wait = call.readTimeoutMillis(parts.readTimeoutMillis());
      call.ttl(Timestamps.sigV4(theirs.plusMillis(wait)));
    } catch (IllegalArgumentException e) {
      // A date that is none tells nothing.
    }
  }

  private static RuntimeException told(RuntimeException e, CallState call) {
    if (e instanceof Boto4jException ours
        && ours.attempts().isEmpty()
        && !call.attempts().isEmpty()) {
      ours.initAttempts(call.attempts());
    }
    return e;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
  }
}
