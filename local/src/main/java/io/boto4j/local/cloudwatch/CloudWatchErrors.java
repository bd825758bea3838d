package io.boto4j.local.cloudwatch;

import io.boto4j.local.engine.EngineException;
import java.util.Map;

/** The errors of CloudWatch. */
final class CloudWatchErrors {
  private CloudWatchErrors() {}

  static EngineException invalid(String message) {
    return new EngineException("InvalidParameterValueException", message);
  }

  static EngineException combination(String message) {
    return new EngineException("InvalidParameterCombinationException", message);
  }

  static EngineException missing(String message) {
    return new EngineException("MissingRequiredParameterException", message);
  }

  static EngineException validation(String message) {
    return new EngineException("ValidationError", message);
  }

  static EngineException notFound(String message) {
    return new EngineException("ResourceNotFound", message, 404, Map.of());
  }
}
