package io.boto4j.internal.customization;

import io.boto4j.internal.protocol.InputValues;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A key that S3 encrypts with and does not keep. Users pass the bytes of the key; S3 expects them
 * in Base64, and their MD5. A user who passes the MD5 has encoded the key already.
 */
final class CustomerKey {
  private CustomerKey() {}

  /**
   * Encodes the key of a family of members.
   *
   * @param prefix the prefix of their names
   */
  static void encode(InputChanges input, String prefix) {
    Object key = input.get(prefix + "Key");
    if (key == null || input.contains(prefix + "KeyMD5") || !InputValues.isBytes(key)) {
      return;
    }
    byte[] bytes = InputValues.bytes(key);
    Base64.Encoder base64 = Base64.getEncoder();
    input.put(prefix + "Key", base64.encodeToString(bytes));
    input.put(prefix + "KeyMD5", base64.encodeToString(md5(bytes)));
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no MD5, which S3 wants of a key", e);
    }
  }
}
