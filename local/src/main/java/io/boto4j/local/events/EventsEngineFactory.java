package io.boto4j.local.events;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineFactory;

/** Creates the engines of EventBridge. */
public final class EventsEngineFactory implements EngineFactory {
  @Override
  public String service() {
    return "events";
  }

  @Override
  public Engine create(EngineContext context) {
    return new EventsEngine(context);
  }
}
