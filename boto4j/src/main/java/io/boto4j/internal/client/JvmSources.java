package io.boto4j.internal.client;

import io.boto4j.Sleeper;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The JVM's own sleep, random numbers and UUIDs: the defaults of a session.
 *
 * <p>One class for all three, and no lambdas: every session uses them before its first call, and a
 * class costs a cold process 0.3 ms.
 */
public final class JvmSources implements Sleeper, DoubleSupplier, Supplier<UUID> {
  /** The one instance. */
  public static final JvmSources INSTANCE = new JvmSources();

  private JvmSources() {}

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }

  @Override
  public double getAsDouble() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public UUID get() {
    return UUID.randomUUID();
  }
}
