package io.boto4j.internal.customization;

import io.boto4j.internal.retry.ServiceRetries;

/** The retries of DynamoDB. A class of its own, so that calls without a failure do not load it. */
final class DynamoDbRetries implements ServiceRetries {
  private DynamoDbRetries() {}

  static ServiceRetries create() {
    return new DynamoDbRetries();
  }

  /** DynamoDB responds within milliseconds, so it is retried sooner. */
  @Override
  public double transientScale() {
    return 0.025;
  }

  @Override
  public boolean isInLegacyTable(int status, String code) {
    return (status == 409 && code.equals("ReplicatedWriteConflictException"))
        || (status == 400 && code.equals("TransactionInProgressException"));
  }

  /** In botocore's table the base for DynamoDB is not random. */
  @Override
  public double legacyBase(double random) {
    return 0.05;
  }
}
