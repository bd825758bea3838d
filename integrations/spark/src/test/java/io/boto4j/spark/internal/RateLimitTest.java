package io.boto4j.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private long now = 5_000_000_000L;
  private long slept;

  private RateLimit limit(double perSecond) {
    return new RateLimit(
        perSecond,
        () -> now,
        pause -> {
          now += pause.toNanos();
          slept += pause.toNanos();
        });
  }

  @Test
  void requests_overTheRate_waitUntilTheBucketHasFilled() throws InterruptedException {
    RateLimit limit = limit(10);
    for (int i = 0; i < 30; i++) {
      limit.take(1);
    }
    assertThat(slept / 1e9).isBetween(1.99, 2.01);
  }

  @Test
  void idleTime_isNotSavedUpBeyondOneSecond() throws InterruptedException {
    RateLimit limit = limit(10);
    now += 3_600_000_000_000L;
    for (int i = 0; i < 20; i++) {
      limit.take(1);
    }
    assertThat(slept / 1e9).isBetween(0.99, 1.01);
  }

  @Test
  void charge_afterTheCall_delaysTheNext() throws InterruptedException {
    RateLimit limit = limit(100);
    limit.charge(350);
    limit.take(0);
    assertThat(slept / 1e9).isBetween(2.49, 2.51);
  }

  @Test
  void amounts_largerThanTheBucket_areServed() throws InterruptedException {
    RateLimit limit = limit(2);
    limit.take(10);
    limit.take(1);
    assertThat(slept / 1e9).isBetween(4.49, 4.51);
  }

  @Test
  void share_isOfThoseThatRunAtTheSameTime() {
    assertThat(RateLimit.share(100, 1000, 4)).isEqualTo(25);
    assertThat(RateLimit.share(100, 2, 4)).isEqualTo(50);
    assertThatThrownBy(() -> limit(0)).hasMessage("The rate is not above 0: 0.0");
  }

  @Test
  void noLimit_neverWaits() throws InterruptedException {
    RateLimit limit = limit(Double.POSITIVE_INFINITY);
    limit.charge(1e12);
    limit.take(1e12);
    assertThat(slept).isZero();
  }
}
