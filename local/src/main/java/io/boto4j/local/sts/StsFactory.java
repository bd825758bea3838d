package io.boto4j.local.sts;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of STS. Its credentials are valid in all regions, so there is one. */
public final class StsFactory implements EngineFactory {
  @Override
  public String service() {
    return "sts";
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public Engine create(EngineContext context) {
    return new StsEngine(context);
  }
}
