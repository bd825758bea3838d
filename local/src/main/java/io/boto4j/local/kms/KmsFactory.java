package io.boto4j.local.kms;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of KMS. */
public final class KmsFactory implements EngineFactory {
  @Override
  public String service() {
    return "kms";
  }

  @Override
  public Engine create(EngineContext context) {
    return new KmsEngine(context);
  }
}
