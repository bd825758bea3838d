package io.boto4j.local.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KmsEngineTest {
  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.UTF_8);

  private final EngineDoor door = new EngineDoor(new KmsFactory());
  private final Client kms = door.client("kms");

  @AfterEach
  void close() {
    door.close();
  }

  private String newKey(Params input) {
    return String.valueOf(kms.call("CreateKey", input).text("KeyMetadata", "KeyId"));
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  private byte[] encrypt(String key, Map<String, String> context) {
    return Objects.requireNonNull(
        kms.call(
                "Encrypt", Params.of("KeyId", key, "Plaintext", TEXT, "EncryptionContext", context))
            .bytes("CiphertextBlob"));
  }

  @Test
  void decrypt_needsTheContextOfTheEncryption() {
    String key = newKey(Params.of());
    byte[] blob = encrypt(key, Map.of("a", "1", "b", "2"));
    Response plain =
        kms.call(
            "Decrypt",
            Params.of("CiphertextBlob", blob, "EncryptionContext", Map.of("b", "2", "a", "1")));
    assertThat(plain.bytes("Plaintext")).isEqualTo(TEXT);
    assertThat(plain.text("KeyId")).endsWith(key);
    assertThat(Ciphertexts.keyArn(blob)).isEqualTo(plain.text("KeyId"));
    refused(
        "InvalidCiphertextException", () -> kms.call("Decrypt", Map.of("CiphertextBlob", blob)));
    blob[blob.length - 1] = (byte) (blob[blob.length - 1] ^ 1);
    refused(
        "InvalidCiphertextException",
        () ->
            kms.call(
                "Decrypt",
                Params.of(
                    "CiphertextBlob", blob, "EncryptionContext", Map.of("a", "1", "b", "2"))));
  }

  @Test
  void rotation_byTheClock_keepsOldMaterialForDecryption() {
    String key = newKey(Params.of());
    kms.call("EnableKeyRotation", Params.of("KeyId", key, "RotationPeriodInDays", 90));
    byte[] blob = encrypt(key, Map.of());
    door.clock().advance(Duration.ofDays(200));
    assertThat(kms.call("ListKeyRotations", Map.of("KeyId", key)).structures("Rotations"))
        .extracting(each -> each.text("RotationType"))
        .containsExactly("AUTOMATIC", "AUTOMATIC");
    assertThat(kms.call("Decrypt", Map.of("CiphertextBlob", blob)).bytes("Plaintext"))
        .isEqualTo(TEXT);
  }

  @Test
  void scheduleKeyDeletion_removesTheKeyByTheClock() {
    String key = newKey(Params.of());
    kms.call("ScheduleKeyDeletion", Params.of("KeyId", key, "PendingWindowInDays", 7));
    refused("KMSInvalidStateException", () -> encrypt(key, Map.of()));
    Structure described =
        Objects.requireNonNull(
            kms.call("DescribeKey", Map.of("KeyId", key)).structure("KeyMetadata"));
    assertThat(described.instant("DeletionDate")).isNotNull();
    assertThat(described.get("PendingDeletionWindowInDays")).isNull();
    door.clock().advance(Duration.ofDays(8));
    refused("NotFoundException", () -> kms.call("DescribeKey", Map.of("KeyId", key)));
  }

  private PublicKey publicKey(String key, String algorithm) throws Exception {
    byte[] encoded = kms.call("GetPublicKey", Map.of("KeyId", key)).bytes("PublicKey");
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private byte[] sign(String key, String algorithm, byte[] message, String type) {
    return Objects.requireNonNull(
        kms.call(
                "Sign",
                Params.of(
                    "KeyId", key,
                    "Message", message,
                    "MessageType", type,
                    "SigningAlgorithm", algorithm))
            .bytes("Signature"));
  }

  @Test
  void sign_rsa_isVerifiedByTheJdk() throws Exception {
    String key = newKey(Params.of("KeySpec", "RSA_2048", "KeyUsage", "SIGN_VERIFY"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT);
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    pss.initVerify(publicKey(key, "RSA"));
    pss.update(TEXT);
    assertThat(pss.verify(sign(key, "RSASSA_PSS_SHA_256", TEXT, "RAW"))).isTrue();
    pss.update(TEXT);
    assertThat(pss.verify(sign(key, "RSASSA_PSS_SHA_256", digest, "DIGEST"))).isTrue();
    Signature pkcs = Signature.getInstance("SHA384withRSA");
    pkcs.initVerify(publicKey(key, "RSA"));
    pkcs.update(TEXT);
    assertThat(pkcs.verify(sign(key, "RSASSA_PKCS1_V1_5_SHA_384", TEXT, "RAW"))).isTrue();
    refused(
        "KMSInvalidSignatureException",
        () ->
            kms.call(
                "Verify",
                Params.of(
                    "KeyId",
                    key,
                    "Message",
                    TEXT,
                    "Signature",
                    new byte[256],
                    "SigningAlgorithm",
                    "RSASSA_PSS_SHA_256")));
  }

  @Test
  void sign_ecc_isVerified() throws Exception {
    String key = newKey(Params.of("KeySpec", "ECC_NIST_P384", "KeyUsage", "SIGN_VERIFY"));
    Signature ecdsa = Signature.getInstance("SHA384withECDSA");
    ecdsa.initVerify(publicKey(key, "EC"));
    ecdsa.update(TEXT);
    assertThat(ecdsa.verify(sign(key, "ECDSA_SHA_384", TEXT, "RAW"))).isTrue();
    String bitcoin = newKey(Params.of("KeySpec", "ECC_SECG_P256K1", "KeyUsage", "SIGN_VERIFY"));
    byte[] signature = sign(bitcoin, "ECDSA_SHA_256", TEXT, "RAW");
    assertThat(
            kms.call(
                    "Verify",
                    Params.of(
                        "KeyId", bitcoin,
                        "Message", TEXT,
                        "Signature", signature,
                        "SigningAlgorithm", "ECDSA_SHA_256"))
                .bool("SignatureValid"))
        .isTrue();
  }

  @Test
  void sign_withAnUnknownAlgorithm_listsTheKnownOnes() {
    String key = newKey(Params.of("KeySpec", "RSA_2048", "KeyUsage", "SIGN_VERIFY"));
    assertThatThrownBy(() -> sign(key, "INVALID", TEXT, "RAW"))
        .hasMessageContaining("Value 'INVALID' at 'SigningAlgorithm'")
        .hasMessageContaining("['RSASSA_PKCS1_V1_5_SHA_256', ");
    refused("InvalidKeyUsageException", () -> sign(key, "ECDSA_SHA_256", TEXT, "RAW"));
  }

  private Response verify(
      String key, String algorithm, byte[] message, String type, byte[] signature) {
    return kms.call(
        "Verify",
        Params.of(
            "KeyId", key,
            "Message", message,
            "MessageType", type,
            "Signature", signature,
            "SigningAlgorithm", algorithm));
  }

  @Test
  void sign_aDigestOfAnotherLength_isRefused() {
    String rsa = newKey(Params.of("KeySpec", "RSA_2048", "KeyUsage", "SIGN_VERIFY"));
    assertThatThrownBy(() -> sign(rsa, "RSASSA_PSS_SHA_384", new byte[32], "DIGEST"))
        .hasMessageContaining("Digest is invalid length for algorithm RSASSA_PSS_SHA_384.");
    String ecc = newKey(Params.of("KeySpec", "ECC_SECG_P256K1", "KeyUsage", "SIGN_VERIFY"));
    refused("ValidationException", () -> sign(ecc, "ECDSA_SHA_256", TEXT, "DIGEST"));
    refused(
        "ValidationException", () -> verify(ecc, "ECDSA_SHA_256", TEXT, "DIGEST", new byte[70]));
  }

  @Test
  void verify_aDigest_hashesItOnlyIfItIsAMessage() throws Exception {
    String key = newKey(Params.of("KeySpec", "ECC_NIST_P256", "KeyUsage", "SIGN_VERIFY"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT);
    byte[] signature = sign(key, "ECDSA_SHA_256", digest, "DIGEST");
    assertThat(verify(key, "ECDSA_SHA_256", TEXT, "RAW", signature).bool("SignatureValid"))
        .isTrue();
    refused(
        "KMSInvalidSignatureException",
        () -> verify(key, "ECDSA_SHA_256", digest, "RAW", signature));
  }

  @Test
  void sign_aMessageTypeThatTheAlgorithmDoesNotTake_isRefused() {
    String key = newKey(Params.of("KeySpec", "ECC_NIST_EDWARDS25519", "KeyUsage", "SIGN_VERIFY"));
    byte[] digest = new byte[64];
    refused("ValidationException", () -> sign(key, "ED25519_SHA_512", digest, "DIGEST"));
    refused("ValidationException", () -> sign(key, "ED25519_PH_SHA_512", TEXT, "RAW"));
    refused("ValidationException", () -> sign(key, "ED25519_SHA_512", digest, "EXTERNAL_MU"));
    byte[] signature = sign(key, "ED25519_PH_SHA_512", digest, "DIGEST");
    assertThat(
            verify(key, "ED25519_PH_SHA_512", digest, "DIGEST", signature).bool("SignatureValid"))
        .isTrue();
  }

  @Test
  void importKeyMaterial_makesTheKeyUsable() throws Exception {
    String key = newKey(Params.of("Origin", "EXTERNAL"));
    refused("KMSInvalidStateException", () -> encrypt(key, Map.of()));
    Response parameters =
        kms.call(
            "GetParametersForImport",
            Params.of(
                "KeyId", key,
                "WrappingAlgorithm", "RSAES_OAEP_SHA_256",
                "WrappingKeySpec", "RSA_2048"));
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(parameters.bytes("PublicKey"))),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    kms.call(
        "ImportKeyMaterial",
        Params.of(
            "KeyId",
            key,
            "ImportToken",
            parameters.bytes("ImportToken"),
            "EncryptedKeyMaterial",
            cipher.doFinal(new byte[32]),
            "ExpirationModel",
            "KEY_MATERIAL_DOES_NOT_EXPIRE"));
    assertThat(
            kms.call("Decrypt", Map.of("CiphertextBlob", encrypt(key, Map.of())))
                .bytes("Plaintext"))
        .isEqualTo(TEXT);
  }

  @Test
  void mac_isVerified() {
    String key = newKey(Params.of("KeySpec", "HMAC_256", "KeyUsage", "GENERATE_VERIFY_MAC"));
    Params input = Params.of("KeyId", key, "Message", TEXT, "MacAlgorithm", "HMAC_SHA_256");
    byte[] mac = kms.call("GenerateMac", input).bytes("Mac");
    assertThat(kms.call("VerifyMac", input.with("Mac", mac)).bool("MacValid")).isTrue();
    refused("KMSInvalidMacException", () -> kms.call("VerifyMac", input.with("Mac", new byte[32])));
  }
}
