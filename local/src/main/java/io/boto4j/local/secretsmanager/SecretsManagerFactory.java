package io.boto4j.local.secretsmanager;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of Secrets Manager. */
public final class SecretsManagerFactory implements EngineFactory {
  @Override
  public String service() {
    return "secretsmanager";
  }

  @Override
  public Engine create(EngineContext context) {
    return new SecretsManagerEngine(context);
  }
}
