package io.boto4j.internal.retry;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * boto3's original mode, with its table of errors: others are not retried, and neither a quota nor
 * a maximum delay exists.
 */
final class LegacyMode extends RetryMode {
  private static final double DYNAMODB_BASE = 0.05;

  private final String service;
  private final DoubleSupplier random;

  LegacyMode(String service, DoubleSupplier random) {
    this.service = service;
    this.random = random;
  }

  @Override
  public ErrorKind kindOf(FailedAttempt failed) {
    int status = failed.statusCode();
    String code = failed.errorCode();
    // In botocore's table, the entry of Organizations has the name of the one for 429, and replaces
    // it.
    if ((status == 429 && !service.equals("Organizations")) || isThrottled(status, code)) {
      return ErrorKind.THROTTLING;
    }
    boolean retried =
        failed.transientFailure()
            || isTransientStatus(status)
            || status == 509
            || isRetriedByService(status, code);
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

  /** Omits the entries of EC2 and CloudSearch, whose statuses are retried for every service. */
  private boolean isRetriedByService(int status, @Nullable String code) {
    return code != null
        && switch (service) {
          case "DynamoDB" ->
              (status == 409 && code.equals("ReplicatedWriteConflictException"))
                  || (status == 400 && code.equals("TransactionInProgressException"));
          case "Glacier" -> status == 408 && code.equals("RequestTimeoutException");
          case "Kinesis" -> status == 400 && code.equals("LimitExceededException");
          case "Organizations" -> status == 400 && code.equals("TooManyRequestsException");
          case "Route 53" -> status == 400 && code.equals("PriorRequestNotComplete");
          case "S3" -> status == 400 && (code.equals("RequestTimeout") || code.equals("BadDigest"));
          case "SQS" -> status == 403 && code.equals("RequestThrottled");
          case "STS" -> status == 400 && code.equals("IDPCommunicationError");
          default -> false;
        };
  }

  @Override
  public double delaySeconds(FailedAttempt failed, ErrorKind kind) {
    // In botocore's table the base for DynamoDB is not random.
    double base = service.equals("DynamoDB") ? DYNAMODB_BASE : random.getAsDouble();
    return base * Math.pow(2, failed.number() - 1);
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
