package io.boto4j.local.logs;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of CloudWatch Logs. */
public final class LogsFactory implements EngineFactory {
  @Override
  public String service() {
    return "logs";
  }

  @Override
  public Engine create(EngineContext context) {
    return new LogsEngine(context);
  }
}
