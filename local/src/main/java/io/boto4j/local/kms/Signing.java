package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdDSAParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;

/** Signatures, shared secrets and public keys. */
final class Signing {
  private static final String USAGE = "SIGN_VERIFY";

  /** The signing algorithms of all kinds of keys. */
  private static final Set<String> ALGORITHMS =
      Arrays.stream(KeySpec.values())
          .flatMap(spec -> spec.signingAlgorithms(USAGE).stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Keys keys;

  Signing(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.read("Sign", this::sign);
    table.read("Verify", this::verify);
    table.read("GetPublicKey", this::publicKey);
    table.read("DeriveSharedSecret", this::sharedSecret);
  }

  static byte[] required(Structure input, String member) {
    byte[] bytes = input.bytes(member);
    if (bytes == null || bytes.length == 0) {
      throw KmsErrors.validation(
          "1 validation error detected: Value at '"
              + Character.toLowerCase(member.charAt(0))
              + member.substring(1)
              + "' failed to satisfy constraint: Member must have length greater than or equal to"
              + " 1");
    }
    return bytes;
  }

  private static String algorithm(Structure key, Structure input) {
    String algorithm = String.valueOf(input.text("SigningAlgorithm"));
    KeySpec spec = Keys.spec(key);
    if (!ALGORITHMS.contains(algorithm)) {
      throw KmsErrors.notInSet(
          algorithm,
          "SigningAlgorithm",
          "'" + String.join("', '", spec.signingAlgorithms(USAGE)) + "'");
    }
    if (!spec.signingAlgorithms(USAGE).contains(algorithm)) {
      throw KmsErrors.invalidUsage(
          "Algorithm " + algorithm + " is incompatible with key spec " + spec + ".");
    }
    return algorithm;
  }

  /** Whether the message is a digest already, whose length must then be the algorithm's. */
  private static boolean isDigest(
      Structure key, String algorithm, Structure input, byte[] message) {
    KeySpec spec = Keys.spec(key);
    String type = input.text("MessageType");
    String given = type == null ? "RAW" : type;
    switch (given) {
      case "RAW" -> {
        if (algorithm.equals("ED25519_PH_SHA_512")) {
          throw incompatible(given, "algorithm " + algorithm);
        }
        return false;
      }
      case "DIGEST" -> {
        if (algorithm.equals("ED25519_SHA_512")) {
          throw incompatible(given, "algorithm " + algorithm);
        }
        if (spec.isMlDsa()) {
          throw incompatible(given, "key spec " + spec);
        }
        if (message.length != digestLength(algorithm)) {
          throw KmsErrors.validation("Digest is invalid length for algorithm " + algorithm + ".");
        }
        return true;
      }
      case "EXTERNAL_MU" -> {
        if (spec.isMlDsa()) {
          throw KmsErrors.unsupported("MessageType EXTERNAL_MU is not emulated");
        }
        throw incompatible(given, "key spec " + spec);
      }
      default -> throw KmsErrors.notInSet(given, "messageType", "RAW, DIGEST, EXTERNAL_MU");
    }
  }

  private static EngineException incompatible(String type, String with) {
    return KmsErrors.validation("Message type " + type + " is incompatible with " + with + ".");
  }

  private static int digestLength(String algorithm) {
    return Integer.parseInt(algorithm.substring(algorithm.length() - 3)) / 8;
  }

  private static String hash(String algorithm) {
    return "SHA-" + algorithm.substring(algorithm.length() - 3);
  }

  /** The digest of the message, which may be what the message is. */
  private static byte[] digest(String algorithm, byte[] message, boolean isDigest)
      throws GeneralSecurityException {
    return isDigest ? message : MessageDigest.getInstance(hash(algorithm)).digest(message);
  }

  private Map<String, ?> sign(EngineCall call) {
    Structure input = call.input();
    byte[] message = required(input, "Message");
    Structure key = keys.usable(input.text("KeyId"), USAGE, "signing");
    String algorithm = algorithm(key, input);
    boolean isDigest = isDigest(key, algorithm, input, message);
    Encryption.checkDryRun(input);
    try {
      return Params.of(
          "KeyId", key.text("Arn"),
          "Signature", sign(key, algorithm, message, isDigest),
          "SigningAlgorithm", algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sign(Structure key, String algorithm, byte[] message, boolean isDigest)
      throws GeneralSecurityException {
    KeySpec spec = Keys.spec(key);
    Material material = Keys.material(key);
    if (spec == KeySpec.ECC_SECG_P256K1) {
      return Secp256k1.sign(material.secret(), digest(algorithm, message, isDigest));
    }
    if (algorithm.startsWith("RSASSA_PKCS1")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, material.privateKey(spec));
      return cipher.doFinal(digestInfo(algorithm, digest(algorithm, message, isDigest)));
    }
    if (algorithm.startsWith("RSASSA_PSS")) {
      return Pss.sign(
          material.privateKey(spec), hash(algorithm), digest(algorithm, message, isDigest));
    }
    Signature signature = signature(spec, algorithm);
    signature.initSign(material.privateKey(spec));
    signature.update(isHashed(algorithm) ? digest(algorithm, message, isDigest) : message);
    return signature.sign();
  }

  /** Whether the JDK's signature gets the digest, because KMS may be given one. */
  private static boolean isHashed(String algorithm) {
    return algorithm.startsWith("ECDSA");
  }

  private static Signature signature(KeySpec spec, String algorithm)
      throws GeneralSecurityException {
    if (algorithm.startsWith("ECDSA")) {
      return Signature.getInstance("NONEwithECDSA");
    }
    Signature signature = Signature.getInstance(spec.algorithm());
    if (algorithm.equals("ED25519_PH_SHA_512")) {
      signature.setParameter(new EdDSAParameterSpec(true));
    }
    return signature;
  }

  /** The digest with the name of its hash in front, as PKCS #1 signs it. */
  private static byte[] digestInfo(String algorithm, byte[] digest) {
    byte last =
        switch (hash(algorithm)) {
          case "SHA-256" -> 1;
          case "SHA-384" -> 2;
          default -> 3;
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        new byte[] {
          0x30,
          (byte) (digest.length + 17),
          0x30,
          0x0D,
          0x06,
          0x09,
          0x60,
          (byte) 0x86,
          0x48,
          0x01,
          0x65,
          0x03,
          0x04,
          0x02,
          last,
          0x05,
          0x00,
          0x04,
          (byte) digest.length
        });
    out.writeBytes(digest);
    return out.toByteArray();
  }

  private Map<String, ?> verify(EngineCall call) {
    Structure input = call.input();
    byte[] message = required(input, "Message");
    byte[] signature = required(input, "Signature");
    Structure key = keys.usable(input.text("KeyId"), USAGE, "verification");
    String algorithm = algorithm(key, input);
    boolean isDigest = isDigest(key, algorithm, input, message);
    Encryption.checkDryRun(input);
    boolean valid;
    try {
      valid = verify(key, algorithm, message, isDigest, signature);
    } catch (GeneralSecurityException e) {
      valid = false;
    }
    if (!valid) {
      throw new EngineException("KMSInvalidSignatureException", "");
    }
    return Params.of(
        "KeyId", key.text("Arn"), "SignatureValid", true, "SigningAlgorithm", algorithm);
  }

  private static boolean verify(
      Structure key, String algorithm, byte[] message, boolean isDigest, byte[] signature)
      throws GeneralSecurityException {
    KeySpec spec = Keys.spec(key);
    Material material = Keys.material(key);
    if (spec == KeySpec.ECC_SECG_P256K1) {
      return Secp256k1.verify(material.open(), digest(algorithm, message, isDigest), signature);
    }
    if (algorithm.startsWith("RSASSA_PKCS1")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.DECRYPT_MODE, material.publicKey(spec));
      return MessageDigest.isEqual(
          cipher.doFinal(signature), digestInfo(algorithm, digest(algorithm, message, isDigest)));
    }
    if (algorithm.startsWith("RSASSA_PSS")) {
      return Pss.verify(
          material.publicKey(spec),
          hash(algorithm),
          digest(algorithm, message, isDigest),
          signature);
    }
    Signature verifier = signature(spec, algorithm);
    verifier.initVerify(material.publicKey(spec));
    verifier.update(isHashed(algorithm) ? digest(algorithm, message, isDigest) : message);
    return verifier.verify(signature);
  }

  private Map<String, ?> publicKey(EngineCall call) {
    Structure key = keys.keyOrAlias(call.input().text("KeyId"));
    KeySpec spec = Keys.spec(key);
    if (spec.isSymmetric()) {
      throw KmsErrors.unsupported(
          key.text("Arn") + " key spec is " + spec + " which is not valid for GetPublicKey.");
    }
    String usage = String.valueOf(key.text("KeyUsage"));
    Keys.checkUsable(key, usage, "GetPublicKey");
    Params answer =
        Params.of(
            "KeyId", key.text("Arn"),
            "PublicKey", Keys.material(key).open(),
            "CustomerMasterKeySpec", spec.name(),
            "KeySpec", spec.name(),
            "KeyUsage", usage);
    return switch (usage) {
      case "SIGN_VERIFY" -> answer.with("SigningAlgorithms", spec.signingAlgorithms(usage));
      case "KEY_AGREEMENT" -> answer.with("KeyAgreementAlgorithms", java.util.List.of("ECDH"));
      default -> answer.with("EncryptionAlgorithms", spec.encryptionAlgorithms(usage));
    };
  }

  private Map<String, ?> sharedSecret(EngineCall call) {
    Structure input = call.input();
    Structure key = keys.usable(input.text("KeyId"), "KEY_AGREEMENT", "DeriveSharedSecret");
    KeySpec spec = Keys.spec(key);
    Encryption.checkDryRun(input);
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(Keys.material(key).privateKey(spec));
      agreement.doPhase(Material.publicKey(spec, required(input, "PublicKey")), true);
      return Params.of(
          "KeyId", key.text("Arn"),
          "SharedSecret", agreement.generateSecret(),
          "KeyAgreementAlgorithm", "ECDH",
          "KeyOrigin", key.text("Origin"));
    } catch (GeneralSecurityException e) {
      throw KmsErrors.validation("The public key is not valid for key spec " + spec + ".");
    }
  }
}
