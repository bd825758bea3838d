package io.boto4j.internal.signing;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 in lower-case hexadecimal, the form used in signatures. Safe for any number of threads.
 *
 * <p>For cold start, the first digests are of {@link PlainSha256}, which loads at once. Later ones,
 * and those of large bodies, are the JVM's own, which takes 20 ms to load but is faster.
 */
final class Sha256 {
  /** The hash of no bytes. */
  static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  static final String HEX = "0123456789abcdef";

  /** About as many as sixteen small signed requests need. */
  private static final int COLD_DIGESTS = 64;

  /** The body size from which loading the JVM's digest costs less than doing without it. */
  private static final int LARGE = 64 * 1024;

  /** Approximate: updated without synchronization, as a few more plain digests do no harm. */
  private int given;

  /** Only cloned, never updated: cloning avoids a search through the security providers. */
  private volatile @Nullable MessageDigest pristine;

  /** Creates a source of plain digests. */
  Sha256() {}

  /**
   * Hashes bytes.
   *
   * @param bytes the bytes
   * @return 64 hexadecimal digits
   */
  String hex(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : hexOf(digest().digest(bytes));
  }

  /**
   * Hashes a body, opening it once unless it knows its hash.
   *
   * @param body the body; it must be replayable if it is to be sent afterwards
   * @return 64 hexadecimal digits
   * @throws IOException if reading the body fails
   */
  String hex(HttpBody body) throws IOException {
    if (body.contentLength() == 0) {
      return EMPTY;
    }
    String known = body.sha256();
    if (known != null) {
      return known;
    }
    if (pristine == null && (body.contentLength() < 0 || body.contentLength() >= LARGE)) {
      warmUp();
    }
    MessageDigest digest = digest();
    body.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return hexOf(digest.digest());
  }

  /** Returns a new digest. */
  MessageDigest digest() {
    MessageDigest warm = pristine;
    if (warm == null) {
      if (given++ < COLD_DIGESTS) {
        return new PlainSha256();
      }
      warm = warmUp();
    }
    return copy(warm);
  }

  /** Whether digests come from the JVM's provider already. */
  boolean isWarm() {
    return pristine != null;
  }

  private MessageDigest warmUp() {
    MessageDigest warm = create();
    pristine = warm;
    return warm;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      return create(); // providers backed by hardware may not clone
    }
  }

  static String hexOf(byte[] hash) {
    StringBuilder out = new StringBuilder(hash.length * 2);
    for (byte octet : hash) {
      out.append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
    }
    return out.toString();
  }

  private static MessageDigest create() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256: requests need it", e);
    }
  }
}
