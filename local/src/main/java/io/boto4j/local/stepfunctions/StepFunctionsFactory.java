package io.boto4j.local.stepfunctions;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of Step Functions. */
public final class StepFunctionsFactory implements EngineFactory {
  @Override
  public String service() {
    return "stepfunctions";
  }

  @Override
  public Engine create(EngineContext context) {
    return new StepFunctionsEngine(context);
  }
}
