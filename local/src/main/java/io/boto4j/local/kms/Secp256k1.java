package io.boto4j.local.kms;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Signatures with the curve secp256k1, which the JDK does not have. The arithmetic is plain and not
 * hardened against timing, because these keys protect nothing.
 */
final class Secp256k1 {
  private static final BigInteger P =
      new BigInteger("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F", 16);
  private static final BigInteger N =
      new BigInteger("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141", 16);
  private static final Point G =
      new Point(
          new BigInteger("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798", 16),
          new BigInteger("483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8", 16));
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The bytes before the point in an X.509 public key: the algorithm, and the curve's name. */
  private static final byte[] PUBLIC_PREFIX = {
    0x30,
    0x56,
    0x30,
    0x10,
    0x06,
    0x07,
    0x2A,
    (byte) 0x86,
    0x48,
    (byte) 0xCE,
    0x3D,
    0x02,
    0x01,
    0x06,
    0x05,
    0x2B,
    (byte) 0x81,
    0x04,
    0x00,
    0x0A,
    0x03,
    0x42,
    0x00,
    0x04
  };

  /** The bytes before the number in a private key as PKCS #8. */
  private static final byte[] PRIVATE_PREFIX = {
    0x30,
    0x3E,
    0x02,
    0x01,
    0x00,
    0x30,
    0x10,
    0x06,
    0x07,
    0x2A,
    (byte) 0x86,
    0x48,
    (byte) 0xCE,
    0x3D,
    0x02,
    0x01,
    0x06,
    0x05,
    0x2B,
    (byte) 0x81,
    0x04,
    0x00,
    0x0A,
    0x04,
    0x27,
    0x30,
    0x25,
    0x02,
    0x01,
    0x01,
    0x04,
    0x20
  };

  private record Point(BigInteger x, BigInteger y) {}

  private Secp256k1() {}

  static byte[] newPrivateKey() {
    BigInteger key;
    do {
      key = new BigInteger(256, RANDOM);
    } while (key.signum() == 0 || key.compareTo(N) >= 0);
    return bytes(key);
  }

  /** The public key as X.509 has it. */
  static byte[] publicKey(byte[] privateKey) {
    Point point = times(G, new BigInteger(1, privateKey));
    if (point == null) {
      throw new IllegalStateException();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PUBLIC_PREFIX);
    out.writeBytes(bytes(point.x));
    out.writeBytes(bytes(point.y));
    return out.toByteArray();
  }

  /** The private key as PKCS #8 has it, without the public key. */
  static byte[] encoded(byte[] privateKey) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PRIVATE_PREFIX);
    out.writeBytes(privateKey);
    return out.toByteArray();
  }

  private static byte[] bytes(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] result = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, result, 32 - length, length);
    return result;
  }

  static byte[] sign(byte[] privateKey, byte[] digest) {
    BigInteger z = new BigInteger(1, Arrays.copyOf(digest, 32));
    BigInteger d = new BigInteger(1, privateKey);
    while (true) {
      BigInteger k = new BigInteger(1, newPrivateKey());
      Point point = times(G, k);
      if (point == null) {
        continue;
      }
      BigInteger r = point.x.mod(N);
      BigInteger s = k.modInverse(N).multiply(z.add(r.multiply(d))).mod(N);
      if (r.signum() != 0 && s.signum() != 0) {
        return der(r, s);
      }
    }
  }

  static boolean verify(byte[] publicKey, byte[] digest, byte[] signature) {
    BigInteger[] rs = numbers(signature);
    if (rs == null) {
      return false;
    }
    BigInteger r = rs[0];
    BigInteger s = rs[1];
    if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(N) >= 0 || s.compareTo(N) >= 0) {
      return false;
    }
    int at = PUBLIC_PREFIX.length;
    Point q =
        new Point(
            new BigInteger(1, Arrays.copyOfRange(publicKey, at, at + 32)),
            new BigInteger(1, Arrays.copyOfRange(publicKey, at + 32, at + 64)));
    BigInteger w = s.modInverse(N);
    BigInteger z = new BigInteger(1, Arrays.copyOf(digest, 32));
    Point point = plus(times(G, z.multiply(w).mod(N)), times(q, r.multiply(w).mod(N)));
    return point != null && point.x.mod(N).equals(r);
  }

  /** A sequence of two integers. */
  private static byte[] der(BigInteger r, BigInteger s) {
    byte[] first = r.toByteArray();
    byte[] second = s.toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x30);
    out.write(4 + first.length + second.length);
    out.write(2);
    out.write(first.length);
    out.writeBytes(first);
    out.write(2);
    out.write(second.length);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static BigInteger @Nullable [] numbers(byte[] der) {
    try {
      if (der[0] != 0x30 || der[1] != der.length - 2 || der[2] != 2) {
        return null;
      }
      int length = der[3];
      int next = 4 + length;
      if (der[next] != 2 || der[next + 1] != der.length - next - 2) {
        return null;
      }
      return new BigInteger[] {
        new BigInteger(Arrays.copyOfRange(der, 4, next)),
        new BigInteger(Arrays.copyOfRange(der, next + 2, der.length))
      };
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Point plus(@Nullable Point a, @Nullable Point b) {
    if (a == null) {
      return b;
    }
    if (b == null) {
      return a;
    }
    BigInteger slope;
    if (a.x.equals(b.x)) {
      if (!a.y.equals(b.y) || a.y.signum() == 0) {
        return null;
      }
      slope =
          a.x
              .pow(2)
              .multiply(BigInteger.valueOf(3))
              .multiply(a.y.shiftLeft(1).modInverse(P))
              .mod(P);
    } else {
      slope = b.y.subtract(a.y).multiply(b.x.subtract(a.x).mod(P).modInverse(P)).mod(P);
    }
    BigInteger x = slope.pow(2).subtract(a.x).subtract(b.x).mod(P);
    return new Point(x, slope.multiply(a.x.subtract(x)).subtract(a.y).mod(P));
  }

  private static @Nullable Point times(Point point, BigInteger factor) {
    Point result = null;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      result = plus(result, result);
      if (factor.testBit(bit)) {
        result = plus(result, point);
      }
    }
    return result;
  }
}
