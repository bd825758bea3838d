package io.boto4j.local.rds;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;
import java.time.Duration;

/** Creates the engines of RDS. */
public final class RdsFactory implements EngineFactory {
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final Duration delay;

  /** Creates a factory of engines that take a second for every change of state. */
  public RdsFactory() {
    this(DELAY);
  }

  /**
   * Creates a factory.
   *
   * @param delay the time that a change of state takes, such as from {@code creating} to {@code
   *     available}; with none, calls return when the last state is reached
   */
  public RdsFactory(Duration delay) {
    this.delay = delay;
  }

  @Override
  public String service() {
    return "rds";
  }

  @Override
  public Engine create(EngineContext context) {
    return new RdsEngine(context, delay);
  }
}
