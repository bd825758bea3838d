package io.boto4j.internal.credentials;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A reader for an elliptic-curve private key in DER: an {@code ECPrivateKey} (SEC 1, RFC 5915),
 * alone or inside a {@code PrivateKeyInfo} (PKCS #8, RFC 5208).
 */
final class EcPrivateKeyReader {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OID = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xA0;

  /** The object identifier 1.2.840.10045.3.1.7. */
  private static final byte[] P256 = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};

  private final byte[] der;
  private int position;

  /** The bounds of the current value. */
  private int start;

  private int end;

  EcPrivateKeyReader(byte[] der) {
    this.der = der;
  }

  /**
   * Returns the private key.
   *
   * @throws IllegalArgumentException if this is not a private key on P-256
   * @throws IndexOutOfBoundsException if it is truncated
   */
  BigInteger secret() {
    enter(SEQUENCE);
    enter(INTEGER);
    boolean plain = end - start == 1 && der[start] == 1;
    position = end;
    if (!plain) {
      enter(SEQUENCE);
      int algorithmEnd = end;
      enter(OID);
      position = end;
      checkCurve();
      position = algorithmEnd;
      enter(OCTET_STRING);
      return new EcPrivateKeyReader(Arrays.copyOfRange(der, start, end)).secret();
    }
    enter(OCTET_STRING);
    BigInteger secret = new BigInteger(1, Arrays.copyOfRange(der, start, end));
    position = end;
    if (position < der.length && (der[position] & 0xFF) == PARAMETERS) {
      enter(PARAMETERS);
      checkCurve();
    }
    return secret;
  }

  private void checkCurve() {
    enter(OID);
    if (!Arrays.equals(der, start, end, P256, 0, P256.length)) {
      throw new IllegalArgumentException("The private key is of another curve than P-256");
    }
  }

  /** Reads a tag and a length, and moves to the value. */
  private void enter(int tag) {
    if ((der[position++] & 0xFF) != tag) {
      throw new IllegalArgumentException("The private key is not one in SEC 1 or PKCS #8");
    }
    int length = der[position++] & 0xFF;
    if (length > 0x80 && length <= 0x82) {
      int bytes = length - 0x80;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | (der[position++] & 0xFF);
      }
    }
    start = position;
    end = position + length;
    if (end > der.length) {
      throw new IndexOutOfBoundsException(end);
    }
  }
}
