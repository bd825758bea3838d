package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/** SQS has long polls, and an entry of its own in the table of legacy retries. */
final class Sqs implements Customization {
  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean waitsWithoutQuota(String operation) {
        return operation.equals("ReceiveMessage");
      }

      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 403 && code.equals("RequestThrottled");
      }
    };
  }
}
