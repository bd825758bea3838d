package io.boto4j.local.dynamodb.value;

import io.boto4j.local.engine.EngineException;

/** The errors of DynamoDB that more than one place throws. */
public final class Failures {
  private Failures() {}

  /**
   * Creates the error of invalid input.
   *
   * @param message the message
   * @return the error
   */
  public static EngineException validation(String message) {
    return new EngineException("ValidationException", message);
  }

  /**
   * Creates the error of an invalid parameter, with the introduction that DynamoDB gives most of
   * them.
   *
   * @param message the rest of the message
   * @return the error
   */
  public static EngineException parameter(String message) {
    return validation("One or more parameter values were invalid: " + message);
  }

  /**
   * Creates the error of a missing table, as item operations report it.
   *
   * @return the error
   */
  public static EngineException noResource() {
    return new EngineException("ResourceNotFoundException", "Requested resource not found");
  }

  /**
   * Creates the error of a missing table, as table operations report it.
   *
   * @param table the name of the table
   * @return the error
   */
  public static EngineException noTable(String table) {
    return new EngineException(
        "ResourceNotFoundException",
        "Requested resource not found: Table: " + table + " not found");
  }
}
