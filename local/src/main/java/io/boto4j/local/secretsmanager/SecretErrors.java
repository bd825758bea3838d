package io.boto4j.local.secretsmanager;

import io.boto4j.local.engine.EngineException;

/** The errors of Secrets Manager. */
final class SecretErrors {
  private SecretErrors() {}

  static EngineException notFound() {
    return new EngineException(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  static EngineException noVersion(String what) {
    return new EngineException(
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for " + what);
  }

  static EngineException parameter(String message) {
    return new EngineException("InvalidParameterException", message);
  }

  static EngineException request(String message) {
    return new EngineException("InvalidRequestException", message);
  }

  static EngineException exists(String message) {
    return new EngineException("ResourceExistsException", message);
  }

  static EngineException deleted() {
    return request(
        "You tried to perform the operation on a secret that's currently marked deleted.");
  }
}
