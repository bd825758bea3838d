package io.boto4j;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What a session takes from the JVM where it is given nothing else: waiting, chance, UUIDs.
 *
 * <p>One class and no lambdas: sessions stand on the way to the first byte.
 */
final class JvmSources implements Sleeper, DoubleSupplier, Supplier<UUID> {
  static final JvmSources INSTANCE = new JvmSources();

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
