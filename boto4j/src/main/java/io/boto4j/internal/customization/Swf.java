package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/** SWF has long polls. */
final class Swf implements Customization {
  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean waitsWithoutQuota(String operation) {
        return operation.equals("PollForActivityTask") || operation.equals("PollForDecisionTask");
      }
    };
  }
}
