package io.boto4j.internal.retry;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * boto3's mode of old, by its table: what is not in it is not tried again, and there is neither a
 * quota nor a longest delay.
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
    // The entry of Organizations goes by the name of that for 429, and stands in its place.
    if ((status == 429 && !service.equals("Organizations")) || isThrottled(status, code)) {
      return ErrorKind.THROTTLING;
    }
    boolean retried =
        failed.transientFailure()
            || status == 500
            || status == 502
            || status == 503
            || status == 504
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

  /** EC2's and CloudSearch's entries are left out: all their answers of that status are retried. */
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
    // A base that is not random is how botocore's table has it.
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
