package io.boto4j.local.sns;

import io.boto4j.local.engine.EngineException;

/** The errors of SNS, with its sentences. */
final class SnsErrors {
  private SnsErrors() {}

  static EngineException invalid(String message) {
    return new EngineException("InvalidParameterException", message);
  }

  static EngineException parameter(String rest) {
    return invalid("Invalid parameter: " + rest);
  }

  static EngineException notFound(String message) {
    return new EngineException("NotFoundException", message);
  }

  static EngineException noTopic() {
    return notFound("Topic does not exist");
  }

  static EngineException noResource() {
    return new EngineException("ResourceNotFoundException", "Resource does not exist");
  }

  /** The code of a failed batch entry, which is that of the query protocol. */
  static String entryCode(EngineException error) {
    return error.code().endsWith("Exception")
        ? error.code().substring(0, error.code().length() - "Exception".length())
        : error.code();
  }
}
