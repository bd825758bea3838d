package io.boto4j.local.engine;

/** Creates the engine of a service for each world. */
public interface EngineFactory {
  /**
   * Returns the service.
   *
   * @return the name in the models, such as {@code dynamodb}
   */
  String service();

  /**
   * Whether all regions of an account share one engine, as those of IAM do.
   *
   * @return false unless overridden
   */
  default boolean isGlobal() {
    return false;
  }

  /**
   * Creates an engine.
   *
   * @param context the world around it
   * @return a new engine
   */
  Engine create(EngineContext context);
}
