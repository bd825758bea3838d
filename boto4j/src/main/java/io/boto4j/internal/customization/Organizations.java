package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ServiceRetries;

/**
 * In botocore's table of legacy retries, the entry of Organizations replaces the one for status
 * 429.
 */
final class Organizations implements Customization {
  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 400 && code.equals("TooManyRequestsException");
      }

      @Override
      public boolean legacyTableHasStatus429() {
        return false;
      }
    };
  }
}
