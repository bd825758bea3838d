package io.boto4j.local.iam;

import io.boto4j.local.engine.EngineException;

/** The errors of IAM. */
final class IamErrors {
  private IamErrors() {}

  static EngineException noSuchEntity(String message) {
    return new EngineException("NoSuchEntityException", message);
  }

  static EngineException alreadyExists(String message) {
    return new EngineException("EntityAlreadyExistsException", message);
  }

  static EngineException conflict(String message) {
    return new EngineException("DeleteConflictException", message);
  }

  static EngineException limit(String message) {
    return new EngineException("LimitExceededException", message);
  }

  static EngineException invalidInput(String message) {
    return new EngineException("InvalidInputException", message);
  }

  static EngineException validation(String message) {
    return new EngineException("ValidationError", message);
  }

  static EngineException malformedPolicy(String message) {
    return new EngineException("MalformedPolicyDocumentException", message);
  }

  /** The message for one value that breaks a constraint of the model. */
  static EngineException constraint(Object value, String place, String constraint) {
    return validation(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + place
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
