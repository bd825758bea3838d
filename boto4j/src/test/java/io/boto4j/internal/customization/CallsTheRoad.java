package io.boto4j.internal.customization;

import io.boto4j.internal.call.CallRoad;

/** Calls the road instead of a {@code CustomizationClient}. */
public final class CallsTheRoad {
  Class<?> road() {
    return CallRoad.class;
  }
}
