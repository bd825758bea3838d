package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;

/** DynamoDB Streams responds within milliseconds, as DynamoDB, so it is retried sooner. */
final class DynamoDbStreams implements Customization {
  @Override
  public int maxAttempts(boolean legacy) {
    return legacy ? 5 : 4;
  }

  @Override
  public double transientScale() {
    return 0.025;
  }
}
