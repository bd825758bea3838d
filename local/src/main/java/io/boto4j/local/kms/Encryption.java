package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts, and generates data keys. */
final class Encryption {
  private static final String USAGE = "ENCRYPT_DECRYPT";
  private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

  private final Keys keys;

  Encryption(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.read("Encrypt", this::encrypt);
    table.read("Decrypt", this::decrypt);
    table.read("ReEncrypt", this::reEncrypt);
    table.read("GenerateDataKey", call -> dataKey(call, true));
    table.read("GenerateDataKeyWithoutPlaintext", call -> dataKey(call, false));
    table.read("GenerateDataKeyPair", call -> dataKeyPair(call, true));
    table.read("GenerateDataKeyPairWithoutPlaintext", call -> dataKeyPair(call, false));
    table.read("GenerateRandom", this::random);
  }

  static void checkDryRun(Structure input) {
    if (Boolean.TRUE.equals(input.bool("DryRun"))) {
      throw new EngineException(
          "DryRunOperationException",
          "The request would have succeeded, but the DryRun option is set.");
    }
  }

  private static byte[] bytes(Structure input, String member) {
    byte[] bytes = input.bytes(member);
    return bytes == null ? new byte[0] : bytes;
  }

  private static String algorithm(Structure key, @Nullable String wanted) {
    KeySpec spec = Keys.spec(key);
    String algorithm = wanted == null ? SYMMETRIC : wanted;
    if (!spec.encryptionAlgorithms(USAGE).contains(algorithm)) {
      throw KmsErrors.invalidUsage(
          "Algorithm " + algorithm + " is incompatible with key spec " + spec + ".");
    }
    return algorithm;
  }

  private byte[] encrypt(
      Structure key, String algorithm, byte[] plaintext, Map<String, ?> context) {
    int current = Keys.current(key);
    Material material = Keys.material(key, current);
    if (algorithm.equals(SYMMETRIC)) {
      return Ciphertexts.encrypt(
          String.valueOf(key.text("Arn")), current, material.secret(), plaintext, context);
    }
    try {
      Cipher cipher = rsa(algorithm);
      cipher.init(Cipher.ENCRYPT_MODE, material.publicKey(Keys.spec(key)), oaep(algorithm));
      return cipher.doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw KmsErrors.validation(
          "Algorithm "
              + algorithm
              + " and key spec "
              + key.text("KeySpec")
              + " cannot encrypt data larger than "
              + (Keys.spec(key).size() / 8 - (algorithm.endsWith("256") ? 66 : 42))
              + " bytes.");
    }
  }

  private static Cipher rsa(String algorithm) throws GeneralSecurityException {
    String digest = algorithm.endsWith("SHA_1") ? "SHA-1" : "SHA-256";
    return Cipher.getInstance("RSA/ECB/OAEPWith" + digest + "AndMGF1Padding");
  }

  /** Both hashes are the same, unlike the JDK's default. */
  static OAEPParameterSpec oaep(String algorithm) {
    String digest = algorithm.endsWith("SHA_1") ? "SHA-1" : "SHA-256";
    return new OAEPParameterSpec(
        digest, "MGF1", new MGF1ParameterSpec(digest), PSource.PSpecified.DEFAULT);
  }

  private Map<String, ?> encrypt(EngineCall call) {
    Structure input = call.input();
    byte[] plaintext = bytes(input, "Plaintext");
    if (plaintext.length == 0) {
      throw KmsErrors.validation(
          "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 1");
    }
    if (plaintext.length > 4096) {
      throw KmsErrors.validation(
          "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member"
              + " must have length less than or equal to 4096");
    }
    Structure key = keys.usable(input.text("KeyId"), USAGE, "Encrypt");
    String algorithm = algorithm(key, input.text("EncryptionAlgorithm"));
    byte[] encrypted = encrypt(key, algorithm, plaintext, input.map("EncryptionContext"));
    checkDryRun(input);
    return Params.of(
        "CiphertextBlob", encrypted, "KeyId", key.text("Arn"), "EncryptionAlgorithm", algorithm);
  }

  /** The result of a decryption, with key and algorithm. */
  @SuppressWarnings("ArrayRecordComponent") // arrays are compared nowhere
  private record Decrypted(Structure key, String algorithm, byte[] plaintext, int material) {}

  private Decrypted decrypt(
      byte[] ciphertext, @Nullable String keyId, @Nullable String wanted, Map<String, ?> context) {
    if (wanted != null && !wanted.equals(SYMMETRIC)) {
      return decryptRsa(ciphertext, keyId, wanted);
    }
    Ciphertexts.Blob blob = Ciphertexts.read(ciphertext);
    Structure named = keyId == null ? null : keys.keyOrAlias(keyId);
    if (blob == null) {
      throw KmsErrors.invalidCiphertext();
    }
    Structure key = sealer(blob.keyArn());
    if (key == null) {
      throw KmsErrors.invalidCiphertext();
    }
    if (named != null && !same(named, key)) {
      throw new EngineException(
          "IncorrectKeyException",
          "The key ID in the request does not identify a CMK that can perform this operation.");
    }
    Keys.checkUsable(key, USAGE, "Decrypt");
    byte[] plaintext =
        Ciphertexts.decrypt(blob, Keys.material(key, blob.material()).secret(), context);
    if (plaintext == null) {
      throw KmsErrors.invalidCiphertext();
    }
    return new Decrypted(key, SYMMETRIC, plaintext, blob.material());
  }

  /** Related keys of several regions have the same id, and the same material. */
  private static boolean same(Structure one, Structure other) {
    return String.valueOf(one.text("KeyId")).equals(other.text("KeyId"));
  }

  /** The key of a blob; for a key of several regions, the one of this region. */
  private @Nullable Structure sealer(String arn) {
    String id = arn.substring(arn.indexOf(":key/") + ":key/".length());
    if (id.startsWith("mrk-")) {
      Structure here = Keys.find(keys.keys, id);
      if (here != null) {
        return here;
      }
    }
    try {
      return keys.key(arn);
    } catch (EngineException e) {
      return null;
    }
  }

  private Decrypted decryptRsa(byte[] ciphertext, @Nullable String keyId, String algorithm) {
    if (keyId == null) {
      throw KmsErrors.validation(
          "KeyId parameter is required with asymmetric encryption algorithm");
    }
    Structure key = keys.usable(keyId, USAGE, "Decrypt");
    algorithm(key, algorithm);
    try {
      Cipher cipher = rsa(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE, Keys.material(key).privateKey(Keys.spec(key)), oaep(algorithm));
      return new Decrypted(key, algorithm, cipher.doFinal(ciphertext), Keys.current(key));
    } catch (GeneralSecurityException e) {
      throw KmsErrors.invalidCiphertext();
    }
  }

  private Map<String, ?> decrypt(EngineCall call) {
    Structure input = call.input();
    Decrypted decrypted =
        decrypt(
            bytes(input, "CiphertextBlob"),
            input.text("KeyId"),
            input.text("EncryptionAlgorithm"),
            input.map("EncryptionContext"));
    checkDryRun(input);
    return Params.of(
        "KeyId", decrypted.key().text("Arn"),
        "Plaintext", decrypted.plaintext(),
        "EncryptionAlgorithm", decrypted.algorithm(),
        "KeyMaterialId", Keys.materialId(decrypted.key(), decrypted.material()));
  }

  private Map<String, ?> reEncrypt(EngineCall call) {
    Structure input = call.input();
    Structure target = keys.usable(input.text("DestinationKeyId"), USAGE, "ReEncrypt");
    String algorithm = algorithm(target, input.text("DestinationEncryptionAlgorithm"));
    Decrypted decrypted =
        decrypt(
            bytes(input, "CiphertextBlob"),
            input.text("SourceKeyId"),
            input.text("SourceEncryptionAlgorithm"),
            input.map("SourceEncryptionContext"));
    byte[] encrypted =
        encrypt(
            target, algorithm, decrypted.plaintext(), input.map("DestinationEncryptionContext"));
    checkDryRun(input);
    return Params.of(
        "CiphertextBlob", encrypted,
        "SourceKeyId", decrypted.key().text("Arn"),
        "KeyId", target.text("Arn"),
        "SourceEncryptionAlgorithm", decrypted.algorithm(),
        "DestinationEncryptionAlgorithm", algorithm,
        "SourceKeyMaterialId", Keys.materialId(decrypted.key(), decrypted.material()),
        "DestinationKeyMaterialId", Keys.materialId(target, Keys.current(target)));
  }

  private static int length(Structure input) {
    Integer number = input.integer("NumberOfBytes");
    String spec = input.text("KeySpec");
    if (number != null) {
      checkNumber(number);
    }
    if (spec != null && !spec.equals("AES_256") && !spec.equals("AES_128")) {
      throw KmsErrors.notInSet(spec, "keySpec", "AES_256, AES_128");
    }
    if ((number == null) == (spec == null)) {
      throw KmsErrors.validation("Please specify either number of bytes or key spec.");
    }
    if (number != null) {
      return number;
    }
    return "AES_128".equals(spec) ? 16 : 32;
  }

  private static void checkNumber(int number) {
    if (number < 1 || number > 1024) {
      throw KmsErrors.validation(
          "1 validation error detected: Value '"
              + number
              + "' at 'numberOfBytes' failed to satisfy constraint: Member must have value "
              + (number < 1 ? "greater than or equal to 1" : "less than or equal to 1024"));
    }
  }

  private Structure symmetricKey(EngineCall call) {
    Structure key = keys.usable(call.input().text("KeyId"), USAGE, call.operation());
    if (Keys.spec(key) != KeySpec.SYMMETRIC_DEFAULT) {
      throw KmsErrors.invalidUsage(
          key.text("Arn")
              + " key spec is "
              + key.text("KeySpec")
              + " which is not valid for "
              + call.operation()
              + ".");
    }
    return key;
  }

  private Map<String, ?> dataKey(EngineCall call, boolean withPlaintext) {
    Structure input = call.input();
    int length = length(input);
    Structure key = symmetricKey(call);
    checkDryRun(input);
    byte[] plaintext = Material.random(length);
    return Params.of(
        "CiphertextBlob", encrypt(key, SYMMETRIC, plaintext, input.map("EncryptionContext")),
        "Plaintext", withPlaintext ? plaintext : null,
        "KeyId", key.text("Arn"),
        "KeyMaterialId", Keys.materialId(key, Keys.current(key)));
  }

  private Map<String, ?> dataKeyPair(EngineCall call, boolean withPlaintext) {
    Structure input = call.input();
    Structure key = symmetricKey(call);
    String name = String.valueOf(input.text("KeyPairSpec"));
    KeySpec spec = KeySpec.named(name);
    if (spec == null || spec.isSymmetric()) {
      throw KmsErrors.unsupported("KeyPairSpec " + name + " is not supported");
    }
    checkDryRun(input);
    Material pair = Material.create(spec);
    byte[] secret =
        spec == KeySpec.ECC_SECG_P256K1 ? Secp256k1.encoded(pair.secret()) : pair.secret();
    return Params.of(
        "PrivateKeyCiphertextBlob", encrypt(key, SYMMETRIC, secret, input.map("EncryptionContext")),
        "PrivateKeyPlaintext", withPlaintext ? secret : null,
        "PublicKey", pair.open(),
        "KeyId", key.text("Arn"),
        "KeyPairSpec", name,
        "KeyMaterialId", Keys.materialId(key, Keys.current(key)));
  }

  private Map<String, ?> random(EngineCall call) {
    Integer number = call.input().integer("NumberOfBytes");
    if (number == null) {
      throw KmsErrors.validation("NumberOfBytes is required.");
    }
    checkNumber(number);
    return Params.of("Plaintext", Material.random(number));
  }
}
