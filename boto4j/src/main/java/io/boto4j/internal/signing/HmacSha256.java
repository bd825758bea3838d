package io.boto4j.internal.signing;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA256 (RFC 2104) with one key. Safe for any number of threads.
 *
 * <p>Built on {@link MessageDigest}: loading {@code javax.crypto} costs a cold process 50 ms. The
 * two digests of the padded key are kept and cloned for each message.
 */
final class HmacSha256 {
  private static final int BLOCK = 64;

  private final Sha256 sha256;
  private final byte[] innerPad = new byte[BLOCK];
  private final byte[] outerPad = new byte[BLOCK];
  private final MessageDigest inner;
  private final MessageDigest outer;

  HmacSha256(Sha256 sha256, byte[] key) {
    this.sha256 = sha256;
    byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256.digest().digest(key) : key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      innerPad[i] = (byte) (block[i] ^ 0x36);
      outerPad[i] = (byte) (block[i] ^ 0x5C);
    }
    inner = started(innerPad);
    outer = started(outerPad);
  }

  byte[] of(byte[] message) {
    return of(message, 0, message.length);
  }

  byte[] of(byte[] message, int offset, int length) {
    MessageDigest first = copy(inner, innerPad);
    first.update(message, offset, length);
    return copy(outer, outerPad).digest(first.digest());
  }

  private MessageDigest copy(MessageDigest digest, byte[] pad) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      return started(pad);
    }
  }

  private MessageDigest started(byte[] pad) {
    MessageDigest digest = sha256.digest();
    digest.update(pad);
    return digest;
  }
}
