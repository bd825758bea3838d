package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;

/** Step Functions has long polls. */
final class StepFunctions implements Customization {
  @Override
  public boolean waitsWithoutQuota(String operation) {
    return operation.equals("GetActivityTask");
  }
}
