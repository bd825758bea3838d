package io.boto4j.local.ssm;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of Systems Manager. */
public final class SsmFactory implements EngineFactory {
  @Override
  public String service() {
    return "ssm";
  }

  @Override
  public Engine create(EngineContext context) {
    return new SsmEngine(context);
  }
}
