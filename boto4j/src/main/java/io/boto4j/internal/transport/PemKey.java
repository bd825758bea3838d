package io.boto4j.internal.transport;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/**
 * Private keys in the formats of OpenSSL. The JDK reads only PKCS #8 (RFC 5958), so bare keys in
 * PKCS #1 (RFC 8017) or SEC 1 (RFC 5915) are wrapped in it.
 */
final class PemKey {
  private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA", "DSA"};

  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;

  /** Context tag 0, of the curve in SEC 1. */
  private static final int PARAMETERS = 0xa0;

  /** 1.2.840.113549.1.1.1, and the NULL that goes with it. */
  private static final byte[] RSA = {
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  /** 1.2.840.10045.2.1. */
  private static final byte[] EC = {
    0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
  };

  private PemKey() {}

  /**
   * Reads a key.
   *
   * @param name the name of its PEM block
   * @throws IllegalArgumentException if it is not a valid key; the message never has its content
   */
  static PrivateKey of(String name, byte[] der) {
    byte[] pkcs8;
    try {
      pkcs8 =
          switch (name) {
            case "PRIVATE KEY" -> der;
            case "RSA PRIVATE KEY" -> wrap(RSA, der);
            case "EC PRIVATE KEY" -> wrap(join(EC, curve(der)), der);
            default -> throw new IllegalArgumentException("a key of unknown kind: " + name);
          };
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("its private key is damaged");
    }
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        // PKCS #8 has the algorithm inside: try the next one.
      }
    }
    throw new IllegalArgumentException("its private key is damaged, or of an unknown kind");
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    byte[] version = {INTEGER, 1, 0};
    return element(
        SEQUENCE, join(version, join(element(SEQUENCE, algorithm), element(OCTETS, key))));
  }

  /** Returns the content of the field {@code parameters}, which follows version and key. */
  private static byte[] curve(byte[] der) {
    int at = contentOf(der, 0);
    while (at < der.length) {
      int content = contentOf(der, at);
      int end = content + lengthAt(der, at);
      if ((der[at] & 0xff) == PARAMETERS) {
        return Arrays.copyOfRange(der, content, end);
      }
      at = end;
    }
    throw new IllegalArgumentException("its private key does not name its curve");
  }

  private static int contentOf(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int lengthAt(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = length << 8 | (der[at + 2 + i] & 0xff);
    }
    if (length < 0 || length > der.length) {
      throw new IndexOutOfBoundsException(length);
    }
    return length;
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
    out.write(tag);
    int length = content.length;
    int octets = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    if (octets > 0) {
      out.write(0x80 | octets);
    }
    for (int i = Math.max(0, octets - 1); i >= 0; i--) {
      out.write(length >> (8 * i));
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
