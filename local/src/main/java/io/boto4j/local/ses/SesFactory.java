package io.boto4j.local.ses;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of SES. */
public final class SesFactory implements EngineFactory {
  @Override
  public String service() {
    return "ses";
  }

  @Override
  public Engine create(EngineContext context) {
    return new SesEngine(context);
  }
}
