package io.boto4j.local.stepfunctions;

import io.boto4j.local.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** The errors of Step Functions. */
final class SfnErrors {
  private SfnErrors() {}

  static EngineException of(String code, String message) {
    return new EngineException(code, message);
  }

  static EngineException noMachine(@Nullable String arn) {
    return of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
  }

  static EngineException noExecution(@Nullable String arn) {
    return of("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
  }

  static EngineException invalidArn(@Nullable String arn) {
    return of("InvalidArn", "Invalid Arn: '" + arn + "'");
  }

  static EngineException invalidName(String name) {
    return of("InvalidName", "Invalid Name: '" + name + "'");
  }
}
