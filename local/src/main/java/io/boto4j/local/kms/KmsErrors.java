package io.boto4j.local.kms;

import io.boto4j.local.engine.EngineException;

/** The errors of KMS. */
final class KmsErrors {
  private KmsErrors() {}

  static EngineException notFound(String message) {
    return new EngineException("NotFoundException", message);
  }

  static EngineException validation(String message) {
    return new EngineException("ValidationException", message);
  }

  static EngineException invalidState(String message) {
    return new EngineException("KMSInvalidStateException", message);
  }

  static EngineException invalidUsage(String message) {
    return new EngineException("InvalidKeyUsageException", message);
  }

  static EngineException unsupported(String message) {
    return new EngineException("UnsupportedOperationException", message);
  }

  static EngineException invalidCiphertext() {
    return new EngineException("InvalidCiphertextException", "");
  }

  /** The message for an enumerated value that the operation does not take. */
  static EngineException notInSet(String value, String member, String values) {
    return validation(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + member
            + "' failed to satisfy constraint: Member must satisfy enum value set: ["
            + values
            + "]");
  }
}
