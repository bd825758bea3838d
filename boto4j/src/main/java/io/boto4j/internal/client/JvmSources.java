package io.boto4j.internal.client;

import io.boto4j.Sleeper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own sleep, random numbers and UUIDs: the defaults of a session.
 *
 * <p>One class for all three, and no lambdas: every session uses them before its first call, and a
 * class costs a cold process 0.3 ms.
 */
public final class JvmSources implements Sleeper, DoubleSupplier, Supplier<UUID> {
  /** Seeded after the process was restored; null in a process that never was. */
  private volatile @Nullable SecureRandom reseeded;

  /** Creates the sources of one session. */
  public JvmSources() {}

  /**
   * Takes all further numbers and UUIDs from a generator with a new seed of the operating system.
   *
   * <p>A checkpoint contains the state of the JVM's generators. Two processes that are restored
   * from it would continue with the same numbers: always those of {@link ThreadLocalRandom}, and
   * those of {@link UUID#randomUUID} where the JVM's secure generator reads its seed only once.
   */
  public void reseed() {
    reseeded = new SecureRandom();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }

  @Override
  public double getAsDouble() {
    SecureRandom fresh = reseeded;
    return fresh == null ? ThreadLocalRandom.current().nextDouble() : fresh.nextDouble();
  }

  @Override
  public UUID get() {
    SecureRandom fresh = reseeded;
    return fresh == null ? UUID.randomUUID() : randomUuid(fresh);
  }

  /** Returns a UUID of version 4 (RFC 9562, section 5.4). */
  private static UUID randomUuid(SecureRandom source) {
    long high = (source.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (source.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
