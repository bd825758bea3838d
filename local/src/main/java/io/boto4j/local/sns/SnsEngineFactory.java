package io.boto4j.local.sns;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of SNS. */
public final class SnsEngineFactory implements EngineFactory {
  @Override
  public String service() {
    return "sns";
  }

  @Override
  public Engine create(EngineContext context) {
    return new SnsEngine(context);
  }
}
