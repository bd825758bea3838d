package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/** DynamoDB Streams responds within milliseconds, as DynamoDB, so it is retried sooner. */
final class DynamoDbStreams implements Customization {
  @Override
  public int maxAttempts(int usual, boolean legacy) {
    return legacy ? usual : 4;
  }

  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public double transientScale() {
        return 0.025;
      }
    };
  }
}
