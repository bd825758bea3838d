package io.boto4j.local.ec2;

import io.boto4j.local.engine.EngineException;
import java.util.Map;

/** The errors of EC2. */
final class Ec2Errors {
  private Ec2Errors() {}

  static EngineException of(String code, String message) {
    return new EngineException(code, message);
  }

  static EngineException invalidValue(String message) {
    return of("InvalidParameterValue", message);
  }

  static EngineException combination(String message) {
    return of("InvalidParameterCombination", message);
  }

  static EngineException missing(String parameter) {
    return of("MissingParameter", "The request must contain the parameter " + parameter);
  }

  static EngineException dependency(String noun, String id) {
    return of(
        "DependencyViolation",
        "The " + noun + " '" + id + "' has dependencies and cannot be deleted.");
  }

  static EngineException state(String message) {
    return of("IncorrectInstanceState", message);
  }

  static EngineException dryRun() {
    return new EngineException(
        "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412, Map.of());
  }
}
