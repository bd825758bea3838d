package io.boto4j.local.dynamodb.streams;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engine of DynamoDB streams of each world. It needs the DynamoDB engine. */
public final class DynamoDbStreams implements EngineFactory {
  /** Creates a factory. */
  public DynamoDbStreams() {}

  @Override
  public String service() {
    return "dynamodbstreams";
  }

  @Override
  public Engine create(EngineContext context) {
    return new StreamsEngine(context);
  }
}
