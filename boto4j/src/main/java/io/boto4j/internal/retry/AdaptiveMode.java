package io.boto4j.internal.retry;

import io.boto4j.internal.time.ElapsedTime;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * The standard mode with a rate limit that the client determines itself: after the first throttling
 * error it sends more slowly, and then ever faster until it is throttled again.
 */
final class AdaptiveMode extends StandardMode {
  private final SendRate rate;

  AdaptiveMode(ServiceRetries service, DoubleSupplier random, Clock clock) {
    super(service, random);
    this.rate = new SendRate(ElapsedTime.of(clock));
  }

  @Override
  public double sendDelaySeconds() {
    return rate.acquire();
  }

  @Override
  public void recordAttempt(boolean throttled) {
    rate.recordAttempt(throttled);
  }
}
