package io.boto4j.internal.retry;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * The standard mode, and a limit to the rate of requests that the client finds by itself: from the
 * first throttling on it sends more slowly, and then ever faster until it is throttled again.
 */
final class AdaptiveMode extends StandardMode {
  private final SendRate rate;

  AdaptiveMode(String service, DoubleSupplier random, Clock clock) {
    super(service, random);
    this.rate = new SendRate(clock);
  }

  @Override
  public double sendDelaySeconds() {
    return rate.acquire();
  }

  @Override
  public void answered(boolean throttled) {
    rate.answered(throttled);
  }
}
