package io.boto4j.local.dynamodb;

import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.engine.EngineException;
import java.util.function.Supplier;

/**
 * Some operations check parts of their input in the same step as the constraints of the model.
 * Their messages have the introduction of such constraints there, and not in other operations.
 */
final class Prefixed {
  private static final String PREFIX = "1 validation error detected: ";

  private Prefixed() {}

  static <T> T check(Supplier<T> check) {
    try {
      return check.get();
    } catch (EngineException e) {
      String message = e.serviceMessage();
      if (isPrefixed(message)) {
        throw Failures.validation(PREFIX + message);
      }
      throw e;
    }
  }

  private static boolean isPrefixed(String message) {
    return message.startsWith("Value provided in ExpressionAttribute")
        || message.startsWith("Invalid UpdateExpression: Two document paths")
        || message.startsWith("Invalid UpdateExpression: The ")
        || message.endsWith(" must not be empty")
        || message.endsWith(" set  may not be empty");
  }
}
