package io.boto4j.local.rds;

import io.boto4j.local.engine.EngineException;

/** The errors of RDS. */
final class RdsErrors {
  private RdsErrors() {}

  /** An error whose shape the model has, such as {@code DBInstanceNotFoundFault}. */
  static EngineException fault(String shape, String message) {
    return new EngineException(shape, message);
  }

  static EngineException invalid(String message) {
    return new EngineException("InvalidParameterValue", message);
  }

  static EngineException combination(String message) {
    return new EngineException("InvalidParameterCombination", message);
  }

  static EngineException instanceState(String message) {
    return new EngineException("InvalidDBInstanceStateFault", message);
  }

  static EngineException clusterState(String message) {
    return new EngineException("InvalidDBClusterStateFault", message);
  }

  static EngineException blank(String parameter) {
    return invalid("The parameter " + parameter + " must be provided and must not be blank.");
  }
}
