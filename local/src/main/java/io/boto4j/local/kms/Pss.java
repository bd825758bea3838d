package io.boto4j.local.kms;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * RSASSA-PSS of RFC 8017 on a digest, which the JDK only signs together with hashing the message.
 * The salt is as long as the digest.
 */
final class Pss {
  private Pss() {}

  static byte[] sign(PrivateKey key, String hash, byte[] digest) throws GeneralSecurityException {
    int bits = bits(key);
    byte[] salt = Material.random(digest.length);
    int length = (bits - 1 + 7) / 8;
    byte[] h = hash(hash, digest, salt);
    byte[] db = new byte[length - h.length - 1];
    db[db.length - salt.length - 1] = 1;
    System.arraycopy(salt, 0, db, db.length - salt.length, salt.length);
    byte[] masked = xor(db, mask(hash, h, db.length));
    masked[0] &= firstByte(bits, length);
    byte[] encoded = Arrays.copyOf(masked, length);
    System.arraycopy(h, 0, encoded, masked.length, h.length);
    encoded[length - 1] = (byte) 0xBC;
    Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(encoded);
  }

  static boolean verify(PublicKey key, String hash, byte[] digest, byte[] signature)
      throws GeneralSecurityException {
    int bits = bits(key);
    int length = (bits - 1 + 7) / 8;
    Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    byte[] encoded = cipher.doFinal(signature);
    encoded = Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    int dbLength = length - digest.length - 1;
    byte[] h = Arrays.copyOfRange(encoded, dbLength, dbLength + digest.length);
    byte[] db = xor(Arrays.copyOf(encoded, dbLength), mask(hash, h, dbLength));
    db[0] &= firstByte(bits, length);
    int at = dbLength - digest.length - 1;
    for (int i = 0; i < at; i++) {
      if (db[i] != 0) {
        return false;
      }
    }
    byte[] salt = Arrays.copyOfRange(db, at + 1, dbLength);
    return encoded[length - 1] == (byte) 0xBC
        && db[at] == 1
        && MessageDigest.isEqual(h, hash(hash, digest, salt));
  }

  private static int bits(Object key) {
    return key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 2048;
  }

  /** The encoded message has one bit less than the modulus. */
  private static byte firstByte(int bits, int length) {
    return (byte) (0xFF >> (8 * length - (bits - 1)));
  }

  private static byte[] hash(String hash, byte[] digest, byte[] salt)
      throws GeneralSecurityException {
    MessageDigest md = MessageDigest.getInstance(hash);
    md.update(new byte[8]);
    md.update(digest);
    return md.digest(salt);
  }

  private static byte[] mask(String hash, byte[] seed, int length) throws GeneralSecurityException {
    MessageDigest md = MessageDigest.getInstance(hash);
    byte[] mask = new byte[length];
    int done = 0;
    for (int counter = 0; done < length; counter++) {
      md.update(seed);
      byte[] part =
          md.digest(
              new byte[] {
                (byte) (counter >> 24),
                (byte) (counter >> 16),
                (byte) (counter >> 8),
                (byte) counter
              });
      int count = Math.min(part.length, length - done);
      System.arraycopy(part, 0, mask, done, count);
      done += count;
    }
    return mask;
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] result = new byte[one.length];
    for (int i = 0; i < one.length; i++) {
      result[i] = (byte) (one[i] ^ other[i]);
    }
    return result;
  }
}
