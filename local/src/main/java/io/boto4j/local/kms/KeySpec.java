package io.boto4j.local.kms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of keys, and what can be done with them. */
enum KeySpec {
  SYMMETRIC_DEFAULT("AES", 32, "ENCRYPT_DECRYPT"),
  RSA_2048("RSA", 2048, "ENCRYPT_DECRYPT", "SIGN_VERIFY"),
  RSA_3072("RSA", 3072, "ENCRYPT_DECRYPT", "SIGN_VERIFY"),
  RSA_4096("RSA", 4096, "ENCRYPT_DECRYPT", "SIGN_VERIFY"),
  ECC_NIST_P256("secp256r1", 256, "SIGN_VERIFY", "KEY_AGREEMENT"),
  ECC_NIST_P384("secp384r1", 384, "SIGN_VERIFY", "KEY_AGREEMENT"),
  ECC_NIST_P521("secp521r1", 521, "SIGN_VERIFY", "KEY_AGREEMENT"),
  ECC_SECG_P256K1("secp256k1", 256, "SIGN_VERIFY"),
  ECC_NIST_EDWARDS25519("Ed25519", 255, "SIGN_VERIFY"),
  HMAC_224("HmacSHA224", 28, "GENERATE_VERIFY_MAC"),
  HMAC_256("HmacSHA256", 32, "GENERATE_VERIFY_MAC"),
  HMAC_384("HmacSHA384", 48, "GENERATE_VERIFY_MAC"),
  HMAC_512("HmacSHA512", 64, "GENERATE_VERIFY_MAC"),
  ML_DSA_44("ML-DSA-44", 44, "SIGN_VERIFY"),
  ML_DSA_65("ML-DSA-65", 65, "SIGN_VERIFY"),
  ML_DSA_87("ML-DSA-87", 87, "SIGN_VERIFY");

  private final String algorithm;
  private final int size;
  private final String usages;

  KeySpec(String algorithm, int size, String... usages) {
    this.algorithm = algorithm;
    this.size = size;
    this.usages = String.join(",", usages);
  }

  /** The name in the JDK: of the algorithm, or of the curve. */
  String algorithm() {
    return algorithm;
  }

  /** In bytes for symmetric keys, in bits for RSA. */
  int size() {
    return size;
  }

  List<String> usages() {
    return List.of(usages.split(",", -1));
  }

  static @Nullable KeySpec named(String name) {
    for (KeySpec spec : values()) {
      if (spec.name().equals(name)) {
        return spec;
      }
    }
    return null;
  }

  boolean isRsa() {
    return algorithm.equals("RSA");
  }

  boolean isHmac() {
    return algorithm.startsWith("Hmac");
  }

  boolean isMlDsa() {
    return algorithm.startsWith("ML-DSA");
  }

  boolean isSymmetric() {
    return this == SYMMETRIC_DEFAULT || isHmac();
  }

  List<String> encryptionAlgorithms(String usage) {
    if (!usage.equals("ENCRYPT_DECRYPT")) {
      return List.of();
    }
    return isRsa()
        ? List.of("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256")
        : List.of("SYMMETRIC_DEFAULT");
  }

  List<String> macAlgorithms() {
    return isHmac() ? List.of("HMAC_SHA_" + name().substring("HMAC_".length())) : List.of();
  }

  List<String> signingAlgorithms(String usage) {
    if (!usage.equals("SIGN_VERIFY")) {
      return List.of();
    }
    if (isRsa()) {
      return List.of(
          "RSASSA_PKCS1_V1_5_SHA_256",
          "RSASSA_PKCS1_V1_5_SHA_384",
          "RSASSA_PKCS1_V1_5_SHA_512",
          "RSASSA_PSS_SHA_256",
          "RSASSA_PSS_SHA_384",
          "RSASSA_PSS_SHA_512");
    }
    return switch (this) {
      case ECC_NIST_P256, ECC_SECG_P256K1 -> List.of("ECDSA_SHA_256");
      case ECC_NIST_P384 -> List.of("ECDSA_SHA_384");
      case ECC_NIST_P521 -> List.of("ECDSA_SHA_512");
      case ECC_NIST_EDWARDS25519 -> List.of("ED25519_SHA_512", "ED25519_PH_SHA_512");
      default -> List.of("ML_DSA_SHAKE_256");
    };
  }
}
