package io.boto4j.local.s3;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of S3. */
public final class S3EngineFactory implements EngineFactory {
  @Override
  public String service() {
    return "s3";
  }

  @Override
  public Engine create(EngineContext context) {
    return S3Engine.of(context);
  }
}
