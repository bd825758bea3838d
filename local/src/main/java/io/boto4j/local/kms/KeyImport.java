package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Keys whose material is imported. */
final class KeyImport {
  private static final Duration VALID = Duration.ofHours(24);

  private final Keys keys;

  KeyImport(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.write("GetParametersForImport", this::parameters);
    table.write("ImportKeyMaterial", this::importMaterial);
    table.write("DeleteImportedKeyMaterial", this::delete);
  }

  private Structure external(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    if (!"EXTERNAL".equals(key.text("Origin"))) {
      throw KmsErrors.unsupported(
          key.text("Arn")
              + " origin is "
              + key.text("Origin")
              + " which is not valid for this"
              + " operation.");
    }
    return key;
  }

  private Map<String, ?> parameters(EngineCall call) {
    Structure key = external(call);
    Structure input = call.input();
    String size = String.valueOf(input.text("WrappingKeySpec"));
    if (!size.startsWith("RSA_")) {
      throw KmsErrors.unsupported("WrappingKeySpec " + size + " is not supported");
    }
    String algorithm = String.valueOf(input.text("WrappingAlgorithm"));
    if (!algorithm.startsWith("RSAES_")) {
      throw KmsErrors.unsupported("WrappingAlgorithm " + algorithm + " is not supported");
    }
    KeyPair pair;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(Integer.parseInt(size.substring("RSA_".length())));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    byte[] token = Material.random(64);
    Instant end = keys.now().plus(VALID);
    keys.edit(
        key,
        Map.of(
            "Import",
            Params.of(
                "Token", token,
                "Private", pair.getPrivate().getEncoded(),
                "Algorithm", algorithm,
                "ValidTo", end)));
    return Params.of(
        "KeyId",
        key.text("Arn"),
        "ImportToken",
        token,
        "PublicKey",
        pair.getPublic().getEncoded(),
        "ParametersValidTo",
        end);
  }

  private byte[] unwrap(Structure parameters, byte[] wrapped) {
    byte[] secret = parameters.bytes("Private");
    String algorithm = String.valueOf(parameters.text("Algorithm"));
    try {
      Material pair = new Material(secret == null ? new byte[0] : secret, new byte[0]);
      Cipher cipher;
      if (algorithm.equals("RSAES_PKCS1_V1_5")) {
        cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, pair.privateKey(KeySpec.RSA_2048));
      } else {
        cipher =
            Cipher.getInstance(
                algorithm.endsWith("SHA_1")
                    ? "RSA/ECB/OAEPWithSHA-1AndMGF1Padding"
                    : "RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        cipher.init(
            Cipher.DECRYPT_MODE, pair.privateKey(KeySpec.RSA_2048), Encryption.oaep(algorithm));
      }
      return cipher.doFinal(wrapped);
    } catch (GeneralSecurityException e) {
      throw KmsErrors.invalidCiphertext();
    }
  }

  private Map<String, ?> importMaterial(EngineCall call) {
    Structure key = external(call);
    Structure input = call.input();
    Structure parameters = key.structure("Import");
    byte[] token = input.bytes("ImportToken");
    if (parameters == null || !Arrays.equals(token, parameters.bytes("Token"))) {
      throw new EngineException("InvalidImportTokenException", "");
    }
    Instant end = parameters.instant("ValidTo");
    if (end != null && end.isBefore(keys.now())) {
      throw new EngineException("ExpiredImportTokenException", "");
    }
    byte[] wrapped = input.bytes("EncryptedKeyMaterial");
    byte[] secret = unwrap(parameters, wrapped == null ? new byte[0] : wrapped);
    KeySpec spec = Keys.spec(key);
    if (spec.isSymmetric() && secret.length != spec.size()) {
      throw new EngineException("IncorrectKeyMaterialException", "");
    }
    if (!spec.isSymmetric()) {
      throw KmsErrors.unsupported("Only symmetric key material can be imported");
    }
    String id = id(key, secret);
    String before = key.text("ImportedId");
    if (before != null && !before.equals(id)) {
      throw new EngineException(
          "IncorrectKeyMaterialException",
          "The key material is not the one that was imported first.");
    }
    String model = input.text("ExpirationModel");
    Instant validTo = input.instant("ValidTo");
    boolean expires = model == null || model.equals("KEY_MATERIAL_EXPIRES");
    if (expires && validTo == null) {
      throw KmsErrors.validation(
          "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
    }
    Map<String, Object> material = new LinkedHashMap<>();
    material.put("Id", id);
    material.put("Secret", secret);
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put("Materials", List.of(material));
    changed.put("ImportedId", id);
    changed.put("KeyState", "Enabled");
    changed.put("ValidTo", expires ? validTo : null);
    changed.put(
        "ExpirationModel", expires ? "KEY_MATERIAL_EXPIRES" : "KEY_MATERIAL_DOES_NOT_EXPIRE");
    keys.edit(key, changed);
    return Params.of("KeyId", key.text("Arn"), "KeyMaterialId", id);
  }

  /** The same material of the same key has the same id. */
  private static String id(Structure key, byte[] secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.valueOf(key.text("KeyId")).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure key = external(call);
    String id = key.text("ImportedId");
    expire(keys, key);
    return Params.of("KeyId", key.text("Arn"), "KeyMaterialId", id);
  }

  /** Removes the material; the key waits for it again. */
  static Structure expire(Keys keys, Structure key) {
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put("Materials", List.of());
    changed.put("KeyState", "PendingImport");
    changed.put("ValidTo", null);
    changed.put("ExpirationModel", null);
    return keys.edit(key, changed);
  }
}
