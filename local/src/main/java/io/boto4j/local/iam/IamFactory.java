package io.boto4j.local.iam;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of IAM. */
public final class IamFactory implements EngineFactory {
  @Override
  public String service() {
    return "iam";
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public Engine create(EngineContext context) {
    return new IamEngine(context);
  }
}
