package io.boto4j.local.lambda;

import io.boto4j.local.LambdaHandler;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Creates the engines of Lambda. */
public final class LambdaFactory implements EngineFactory {
  private final Map<String, LambdaHandler.WithContext> registered;
  private final Supplier<String> endpoint;

  /**
   * Creates a factory.
   *
   * @param registered the functions that every world has, by name
   * @param endpoint gives the address under which functions reach this AWS, and opens it
   */
  public LambdaFactory(
      Map<String, ? extends LambdaHandler.WithContext> registered, Supplier<String> endpoint) {
    this.registered = new LinkedHashMap<>(registered);
    this.endpoint = endpoint;
  }

  @Override
  public String service() {
    return "lambda";
  }

  @Override
  public Engine create(EngineContext context) {
    return new LambdaEngine(context, registered, endpoint);
  }
}
