package io.boto4j.local.logs;

import io.boto4j.local.engine.EngineException;

/** The errors of CloudWatch Logs. */
final class LogsErrors {
  private LogsErrors() {}

  static EngineException notFound(String message) {
    return new EngineException("ResourceNotFoundException", message);
  }

  static EngineException noGroup() {
    return notFound("The specified log group does not exist.");
  }

  static EngineException noStream() {
    return notFound("The specified log stream does not exist.");
  }

  static EngineException parameter(String message) {
    return new EngineException("InvalidParameterException", message);
  }

  static EngineException token() {
    return parameter("The specified nextToken is invalid.");
  }

  static EngineException constraint(Object value, String path, String constraint) {
    return parameter(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + path
            + "' failed to satisfy constraint: "
            + constraint);
  }

  static EngineException limit() {
    return new EngineException("LimitExceededException", "Resource limit exceeded.");
  }
}
