package io.boto4j.local.cloudwatch;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of CloudWatch. */
public final class CloudWatchFactory implements EngineFactory {
  @Override
  public String service() {
    return "cloudwatch";
  }

  @Override
  public Engine create(EngineContext context) {
    return new CloudWatchEngine(context);
  }
}
