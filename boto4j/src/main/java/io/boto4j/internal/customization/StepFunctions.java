package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/** Step Functions has long polls. */
final class StepFunctions implements Customization {
  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean waitsWithoutQuota(String operation) {
        return operation.equals("GetActivityTask");
      }
    };
  }
}
