package io.boto4j.local.dynamodb;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the DynamoDB engine of each world. */
public final class DynamoDb implements EngineFactory {
  /** Creates a factory. */
  public DynamoDb() {}

  @Override
  public String service() {
    return "dynamodb";
  }

  @Override
  public Engine create(EngineContext context) {
    return new DynamoDbEngine(context);
  }
}
