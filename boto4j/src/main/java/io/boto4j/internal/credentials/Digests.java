package io.boto4j.internal.credentials;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that name the files of caches. */
final class Digests {
  private static final String HEX = "0123456789abcdef";

  private Digests() {}

  /**
   * Hashes bytes.
   *
   * @param algorithm the algorithm, such as {@code SHA-256}
   * @param bytes the bytes
   * @return lower-case hexadecimal digits
   */
  static String hex(String algorithm, byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(bytes);
      StringBuilder out = new StringBuilder(hash.length * 2);
      for (byte octet : hash) {
        out.append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
      }
      return out.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no " + algorithm, e);
    }
  }
}
