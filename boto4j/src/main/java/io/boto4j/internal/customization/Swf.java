package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;

/** SWF has long polls. */
final class Swf implements Customization {
  @Override
  public boolean waitsWithoutQuota(String operation) {
    return operation.equals("PollForActivityTask") || operation.equals("PollForDecisionTask");
  }
}
