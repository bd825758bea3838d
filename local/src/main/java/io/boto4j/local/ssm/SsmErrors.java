package io.boto4j.local.ssm;

import io.boto4j.local.engine.EngineException;

/** The errors of Systems Manager. */
final class SsmErrors {
  private SsmErrors() {}

  static EngineException validation(String message) {
    return new EngineException("ValidationException", message);
  }

  static EngineException noParameter(String message) {
    return new EngineException("ParameterNotFound", message);
  }

  static EngineException noVersion(Object version, String name) {
    return new EngineException(
        "ParameterVersionNotFound",
        "Systems Manager could not find version "
            + version
            + " of "
            + name
            + ". Verify the version and try again.");
  }
}
