package io.boto4j.local.ec2;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;
import java.time.Duration;

/** Creates the engines of EC2. */
public final class Ec2Factory implements EngineFactory {
  private final Duration delay;

  /**
   * Creates a factory of engines whose instances change their states at once: the answer that
   * begins a change has the state between, such as {@code pending}, and the next one the last.
   */
  public Ec2Factory() {
    this(Duration.ZERO);
  }

  /**
   * Creates a factory.
   *
   * @param delay the time that an instance stays in a state between, such as {@code pending}
   */
  public Ec2Factory(Duration delay) {
    this.delay = delay;
  }

  @Override
  public String service() {
    return "ec2";
  }

  @Override
  public Engine create(EngineContext context) {
    return new Ec2Engine(context, delay);
  }
}
