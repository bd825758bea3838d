package io.boto4j.local.events;

import io.boto4j.local.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** The errors of EventBridge, with its sentences. */
final class EventsErrors {
  private EventsErrors() {}

  static EngineException validation(String message) {
    return new EngineException("ValidationException", message);
  }

  static EngineException parameter(String name, String reason) {
    return validation("Parameter " + name + " is not valid. Reason: " + reason);
  }

  static EngineException notFound(String message) {
    return new EngineException("ResourceNotFoundException", message);
  }

  static EngineException exists(String message) {
    return new EngineException("ResourceAlreadyExistsException", message);
  }

  static EngineException pattern(String reason) {
    return new EngineException(
        "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
  }

  static EngineException constraint(String value, String member, String constraint) {
    return validation(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + member
            + "' failed to satisfy constraint: "
            + constraint);
  }

  static String required(@Nullable String value, String name) {
    if (value == null || value.isEmpty()) {
      throw validation("Parameter " + name + " is required.");
    }
    return value;
  }
}
