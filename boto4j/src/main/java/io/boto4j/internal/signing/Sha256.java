package io.boto4j.internal.signing;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in lower-case hexadecimal, as signatures carry it. Safe for any number of threads. */
public final class Sha256 {
  /** The hash of no bytes. */
  public static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final String HEX = "0123456789abcdef";

  /** Never updated, only cloned: a clone skips the search through the security providers. */
  private static final MessageDigest PRISTINE = create();

  private Sha256() {}

  /**
   * Hashes bytes.
   *
   * @param bytes the bytes
   * @return 64 hexadecimal digits
   */
  public static String hex(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : hexOf(digest().digest(bytes));
  }

  /**
   * Hashes a body, opening it once.
   *
   * @param body the body; it must be replayable if it is to be sent afterwards
   * @return 64 hexadecimal digits
   * @throws IOException if reading the body fails
   */
  public static String hex(HttpBody body) throws IOException {
    if (body.contentLength() == 0) {
      return EMPTY;
    }
    DigestStream out = new DigestStream();
    body.writeTo(out);
    return hexOf(out.digest.digest());
  }

  /** A digest of the caller's own. */
  static MessageDigest digest() {
    try {
      return (MessageDigest) PRISTINE.clone();
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

  private static final class DigestStream extends OutputStream {
    private final MessageDigest digest = digest();

    @Override
    public void write(int octet) {
      digest.update((byte) octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
    }
  }
}
