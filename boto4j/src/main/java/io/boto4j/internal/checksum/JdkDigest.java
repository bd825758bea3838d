package io.boto4j.internal.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of the JDK. */
final class JdkDigest extends Checksum {
  private final MessageDigest digest;

  JdkDigest(String algorithm) {
    try {
      this.digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support " + algorithm, e);
    }
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  @Override
  public byte[] digest() {
    return digest.digest();
  }
}
