package io.boto4j.internal.retry;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * boto3's original mode, with its table of errors: others are not retried, and neither a quota nor
 * a maximum delay exists.
 */
final class LegacyMode extends RetryMode {
  private final ServiceRetries service;
  private final DoubleSupplier random;

  LegacyMode(ServiceRetries service, DoubleSupplier random) {
    this.service = service;
    this.random = random;
  }

  @Override
  public ErrorKind kindOf(FailedAttempt failed) {
    int status = failed.statusCode();
    String code = failed.errorCode();
    if ((status == 429 && service.legacyTableHasStatus429()) || isThrottled(status, code)) {
      return ErrorKind.THROTTLING;
    }
    boolean retried =
        failed.transientFailure()
            || isTransientStatus(status)
            || status == 509
            || (code != null && service.isInLegacyTable(status, code));
    return retried ? ErrorKind.TRANSIENT : ErrorKind.FINAL;
  }

  private static boolean isThrottled(int status, @Nullable String code) {
    return status == 400
        && code != null
        && (code.equals("Throttling")
            || code.equals("ThrottlingException")
            || code.equals("ThrottledException")
            || code.equals("RequestThrottledException")
            || code.equals("ProvisionedThroughputExceededException"));
  }

  @Override
  public double delaySeconds(FailedAttempt failed, ErrorKind kind) {
    return service.legacyBase(random.getAsDouble()) * Math.pow(2, failed.number() - 1);
  }

  @Override
  public int acquire(ErrorKind kind) {
    return 0;
  }

  @Override
  public void release(int cost) {}

  @Override
  public int quotaLeft() {
    return -1;
  }

  @Override
  public boolean waitsWithoutQuota(String operation) {
    return false;
  }
}
