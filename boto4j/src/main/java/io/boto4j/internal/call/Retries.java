package io.boto4j.internal.call;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
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
  private final RetryMode mode;
  private final RetryParts parts;
  private final Protocol protocol;

  Retries(CallParts parts) {
    this.parts = parts.retries();
    this.protocol = parts.protocol();
    this.mode =
        RetryMode.of(
            this.parts.mode(), parts.service().serviceId(), this.parts.random(), parts.clock());
  }

  void beforeAttempt(CallState call) {
    double seconds = mode.sendDelaySeconds();
    if (seconds > 0) {
      sleep(call, duration(seconds));
    }
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
    if (!decide(call, failed, name, untouched ? null : obstacle(request, good))) {
      throw told(e, call);
    }
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
    ErrorKind kind = mode.kindOf(failed);
    mode.answered(kind == ErrorKind.THROTTLING);
    Decision decision = withoutQuota(call, kind, obstacle);
    Duration delay = Duration.ZERO;
    if (decision == Decision.RETRIED) {
      int cost = mode.acquire(kind);
      boolean waits =
          cost != RetryMode.NONE_LEFT || mode.waitsWithoutQuota(failed.operation().name());
      delay = waits ? duration(mode.delaySeconds(failed, kind)) : Duration.ZERO;
      if (cost == RetryMode.NONE_LEFT) {
        decision = Decision.RETRY_QUOTA_REACHED;
      } else {
        call.quotaCost(cost);
      }
    }
    call.failed(error, decision, delay, mode.quotaLeft());
    sleep(call, delay);
    return decision == Decision.RETRIED;
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
      call.ttl(Timestamps.sigV4(theirs.plusMillis(parts.readTimeoutMillis())));
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
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
