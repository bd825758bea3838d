package io.boto4j.local.sqs;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of SQS. */
public final class SqsEngineFactory implements EngineFactory {
  @Override
  public String service() {
    return "sqs";
  }

  @Override
  public Engine create(EngineContext context) {
    return new SqsEngine(context);
  }
}
