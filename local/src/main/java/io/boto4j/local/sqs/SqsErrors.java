package io.boto4j.local.sqs;

import io.boto4j.local.engine.EngineException;
import java.util.Map;

/** The errors of SQS, with its sentences. */
final class SqsErrors {
  private SqsErrors() {}

  static EngineException noQueue() {
    return new EngineException("QueueDoesNotExist", "The specified queue does not exist.");
  }

  static EngineException parameter(String message) {
    return new EngineException("InvalidParameterValue", message);
  }

  static EngineException parameter(String name, Object value, String reason) {
    return parameter(
        "Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
  }

  static EngineException missing(String parameter) {
    return new EngineException(
        "MissingParameter", "The request must contain the parameter " + parameter + ".");
  }

  static EngineException attributeName(String name) {
    return new EngineException("InvalidAttributeName", "Unknown Attribute " + name + ".");
  }

  static EngineException attributeValue(String name) {
    return new EngineException(
        "InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
  }

  static EngineException receiptHandle() {
    return new EngineException("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
  }

  static EngineException noResource(String message) {
    return new EngineException("ResourceNotFoundException", message);
  }

  static EngineException overLimit(String message) {
    return new EngineException("OverLimit", message, 403, Map.of());
  }

  /** The code of a failed batch entry, which is that of the query protocol. */
  static String entryCode(EngineException error) {
    return switch (error.code()) {
      case "QueueDoesNotExist" -> "AWS.SimpleQueueService.NonExistentQueue";
      case "MessageNotInflight" -> "AWS.SimpleQueueService.MessageNotInflight";
      default -> error.code();
    };
  }
}
