package io.boto4j.local.ssm;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Encrypts the values of secure parameters with KMS, bound to the ARN of the parameter. */
final class SecureStrings {
  static final String DEFAULT_KEY = "alias/aws/ssm";

  private final EngineContext context;
  private final Parameters parameters;

  SecureStrings(EngineContext context, Parameters parameters) {
    this.context = context;
    this.parameters = parameters;
  }

  private Map<String, String> binding(String name) {
    return Map.of("PARAMETER_ARN", parameters.arn(name));
  }

  String encrypt(String name, String value, @Nullable String key) {
    String id = key == null ? DEFAULT_KEY : key;
    try {
      if (id.equals(DEFAULT_KEY)) {
        // The key that AWS manages is created when it is described.
        context.call("kms", "DescribeKey", Map.of("KeyId", id));
      }
      byte[] encrypted =
          Structures.of(
                  context.call(
                      "kms",
                      "Encrypt",
                      Map.of(
                          "KeyId", id,
                          "Plaintext", value.getBytes(StandardCharsets.UTF_8),
                          "EncryptionContext", binding(name))))
              .bytes("CiphertextBlob");
      return Base64.getEncoder().encodeToString(encrypted == null ? new byte[0] : encrypted);
    } catch (EngineException e) {
      throw failure(e);
    }
  }

  String decrypt(String name, Structure version) {
    String value = String.valueOf(version.text("Value"));
    if (!"SecureString".equals(version.text("Type"))) {
      return value;
    }
    try {
      byte[] plain =
          Structures.of(
                  context.call(
                      "kms",
                      "Decrypt",
                      Map.of(
                          "CiphertextBlob", Base64.getDecoder().decode(value),
                          "EncryptionContext", binding(name))))
              .bytes("Plaintext");
      return new String(plain == null ? new byte[0] : plain, StandardCharsets.UTF_8);
    } catch (EngineException e) {
      throw failure(e);
    }
  }

  private static EngineException failure(EngineException e) {
    return e.code().equals("NotImplemented")
        ? e
        : new EngineException(
            "InvalidKeyId",
            e.serviceMessage() + " (Service: AWSKMS; Error Code: " + e.code() + ")");
  }
}
