package io.boto4j.internal.credentials;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Finds the number in an elliptic-curve private key in DER: SEC 1's {@code ECPrivateKey} (RFC
 * 5915), alone or within PKCS #8's {@code PrivateKeyInfo} (RFC 5208).
 */
final class EcPrivateKeyReader {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OID = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xA0;

  /** 1.2.840.10045.3.1.7. */
  private static final byte[] P256 = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};

  private final byte[] der;
  private int position;

  /** The bounds of the value read last. */
  private int start;

  private int end;

  EcPrivateKeyReader(byte[] der) {
    this.der = der;
  }

  /**
   * The private key.
   *
   * @throws IllegalArgumentException if this is none of P-256
   * @throws IndexOutOfBoundsException if it ends early
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

  /** Reads tag and length, and stands at the value. */
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
