package io.boto4j.internal.credentials;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * From a private key to its public one, which the JDK does only when it makes a new pair.
 *
 * <p>Takes a time that depends on the key; it is for keys that are read from a file of the user's,
 * once each.
 */
final class P256 {
  private P256() {}

  /**
   * The curve's generator, so many times.
   *
   * @param curve a curve over a prime field
   * @param times from 1 to the curve's order less one
   */
  static ECPoint multiply(ECParameterSpec curve, BigInteger times) {
    BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger a = curve.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum, a, prime);
      if (times.testBit(bit)) {
        sum = add(sum, curve.getGenerator(), a, prime);
      }
    }
    return sum;
  }

  /** SEC 1, section 2.2.1. */
  private static ECPoint add(ECPoint one, ECPoint other, BigInteger a, BigInteger prime) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    if (other.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger x1 = one.getAffineX();
    BigInteger y1 = one.getAffineY();
    BigInteger x2 = other.getAffineX();
    BigInteger y2 = other.getAffineY();
    BigInteger slope;
    if (one.equals(other)) {
      slope =
          x1.pow(2)
              .multiply(BigInteger.valueOf(3))
              .add(a)
              .multiply(y1.shiftLeft(1).modInverse(prime));
    } else if (x1.equals(x2)) {
      return ECPoint.POINT_INFINITY;
    } else {
      slope = y2.subtract(y1).multiply(x2.subtract(x1).modInverse(prime));
    }
    BigInteger x = slope.pow(2).subtract(x1).subtract(x2).mod(prime);
    return new ECPoint(x, slope.multiply(x1.subtract(x)).subtract(y1).mod(prime));
  }
}
