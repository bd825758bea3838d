package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/** Kinesis has an entry of its own in the table of legacy retries. */
final class Kinesis implements Customization {
  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 400 && code.equals("LimitExceededException");
      }
    };
  }
}
