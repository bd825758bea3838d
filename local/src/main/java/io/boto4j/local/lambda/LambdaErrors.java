package io.boto4j.local.lambda;

import io.boto4j.local.engine.EngineException;
import java.util.Map;

/** The errors of Lambda. */
final class LambdaErrors {
  private static final Map<String, String> USER = Map.of("Type", "User");

  private LambdaErrors() {}

  static EngineException of(String code, String message) {
    return new EngineException(code, message, 0, USER);
  }

  static EngineException notFound(String message) {
    return of("ResourceNotFoundException", message);
  }

  static EngineException noFunction(String arn) {
    return notFound("Function not found: " + arn);
  }

  static EngineException nothing() {
    return notFound("The resource you requested does not exist.");
  }

  static EngineException conflict(String message) {
    return of("ResourceConflictException", message);
  }

  static EngineException parameter(String message) {
    return of("InvalidParameterValueException", message);
  }

  static EngineException revision(String operation) {
    return of(
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the "
            + operation
            + " API to retrieve the latest Revision Id");
  }

  static EngineException constraint(Object value, String path, String constraint) {
    return new EngineException(
        "ValidationException",
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + path
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
