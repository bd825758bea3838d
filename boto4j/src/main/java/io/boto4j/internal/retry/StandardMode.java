package io.boto4j.internal.retry;

import io.boto4j.error.ServiceException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The mode that all AWS SDKs share, with the numbers agreed for November 2026: transient errors are
 * retried soon, throttling errors later, and a quota keeps clients from making an outage worse.
 */
class StandardMode extends RetryMode {
  private static final double MAX_BACKOFF = 20;
  private static final double THROTTLING_SCALE = 1;

  private static final int TRANSIENT_COST = 14;
  private static final int THROTTLING_COST = 5;
  private static final int SUCCESS_REFUND = 1;

  private static final String RETRY_AFTER = "x-amz-retry-after";
  private static final double MAX_RETRY_AFTER = 5;

  private final RetryQuota quota = new RetryQuota();
  private final ServiceRetries service;
  private final DoubleSupplier random;

  StandardMode(ServiceRetries service, DoubleSupplier random) {
    this.service = service;
    this.random = random;
  }

  @Override
  public ErrorKind kindOf(FailedAttempt failed) {
    String code = failed.errorCode();
    if (failed.statusCode() == 429 || (code != null && ServiceException.isThrottlingCode(code))) {
      return ErrorKind.THROTTLING;
    }
    ErrorKind modelled = ModelledErrors.kindOf(failed.operation(), code);
    return modelled == ErrorKind.FINAL && isTransient(failed, code)
        ? ErrorKind.TRANSIENT
        : modelled;
  }

  private boolean isTransient(FailedAttempt failed, @Nullable String code) {
    return failed.transientFailure()
        || isTransientStatus(failed.statusCode())
        || "RequestTimeout".equals(code)
        || "RequestTimeoutException".equals(code)
        || (code != null && service.isTransient(code));
  }

  @Override
  public double delaySeconds(FailedAttempt failed, ErrorKind kind) {
    double delay =
        random.getAsDouble()
            * Math.min(scale(kind) * Math.pow(2, failed.number() - 1), MAX_BACKOFF);
    double asked = retryAfter(failed);
    return asked < 0 ? delay : Math.max(delay, Math.min(asked, delay + MAX_RETRY_AFTER));
  }

  private double scale(ErrorKind kind) {
    return kind == ErrorKind.THROTTLING ? THROTTLING_SCALE : service.transientScale();
  }

  /** Returns the delay that the service requests, in seconds, or −1 if it is missing or invalid. */
  private static double retryAfter(FailedAttempt failed) {
    String millis = failed.headers().first(RETRY_AFTER);
    try {
      return millis == null ? -1 : Math.max(-1000, Long.parseLong(millis.strip())) / 1000.0;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public int acquire(ErrorKind kind) {
    int cost = kind == ErrorKind.THROTTLING ? THROTTLING_COST : TRANSIENT_COST;
    return quota.acquire(cost) ? cost : NONE_LEFT;
  }

  @Override
  public void release(int cost) {
    quota.release(cost == 0 ? SUCCESS_REFUND : cost);
  }

  @Override
  public int quotaLeft() {
    return quota.left();
  }

  @Override
  public boolean waitsWithoutQuota(String operation) {
    return service.waitsWithoutQuota(operation);
  }
}
