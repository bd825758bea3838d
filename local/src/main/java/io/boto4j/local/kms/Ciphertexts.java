package io.boto4j.local.kms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ciphertext blobs of symmetric keys: a mark, the ARN of the key, the number of the key material,
 * the nonce, and the text encrypted with AES in Galois/Counter mode. Everything before the nonce
 * and the encryption context are authenticated with it.
 */
public final class Ciphertexts {
  private static final byte[] MARK = {1, 2, 2, 'b', '4', 'j'};
  private static final int NONCE = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ciphertexts() {}

  /** A blob that has been taken apart. */
  @SuppressWarnings("ArrayRecordComponent") // arrays are compared nowhere
  record Blob(String keyArn, int material, byte[] header, byte[] nonce, byte[] encrypted) {}

  /**
   * Returns the key of a ciphertext.
   *
   * @param ciphertext the ciphertext
   * @return the ARN of the key, or null if the ciphertext is not of a symmetric key
   */
  public static @Nullable String keyArn(byte[] ciphertext) {
    Blob blob = read(ciphertext);
    return blob == null ? null : blob.keyArn();
  }

  static @Nullable Blob read(byte[] ciphertext) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(ciphertext);
      byte[] mark = new byte[MARK.length];
      buffer.get(mark);
      if (!Arrays.equals(mark, MARK)) {
        return null;
      }
      byte[] arn = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(arn);
      int material = buffer.getInt();
      byte[] header = Arrays.copyOf(ciphertext, buffer.position());
      byte[] nonce = new byte[NONCE];
      buffer.get(nonce);
      byte[] encrypted = new byte[buffer.remaining()];
      buffer.get(encrypted);
      return new Blob(new String(arn, StandardCharsets.UTF_8), material, header, nonce, encrypted);
    } catch (BufferUnderflowException e) {
      return null;
    }
  }

  static byte[] encrypt(
      String keyArn, int material, byte[] key, byte[] plaintext, Map<String, ?> context) {
    byte[] arn = keyArn.getBytes(StandardCharsets.UTF_8);
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] header =
        ByteBuffer.allocate(MARK.length + 2 + arn.length + 4)
            .put(MARK)
            .putShort((short) arn.length)
            .put(arn)
            .putInt(material)
            .array();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, header, context);
      byte[] encrypted = cipher.doFinal(plaintext);
      return ByteBuffer.allocate(header.length + NONCE + encrypted.length)
          .put(header)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Decrypts; null if key or context are not those of the encryption. */
  static byte @Nullable [] decrypt(Blob blob, byte[] key, Map<String, ?> context) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, blob.nonce(), blob.header(), context)
          .doFinal(blob.encrypted());
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static Cipher cipher(
      int mode, byte[] key, byte[] nonce, byte[] header, Map<String, ?> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header);
    // In order and with lengths, so that no two contexts have the same bytes.
    new TreeMap<String, Object>(context)
        .forEach(
            (name, value) -> {
              add(cipher, name);
              add(cipher, String.valueOf(value));
            });
    return cipher;
  }

  private static void add(Cipher cipher, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    cipher.updateAAD(ByteBuffer.allocate(4).putInt(bytes.length).array());
    cipher.updateAAD(bytes);
  }
}
