package io.boto4j.internal.credentials;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * Computation of the public key of a private key, which the JDK offers only for a new pair.
 *
 * <p>Not constant-time: meant for keys read once from a file of the user.
 */
final class P256 {
  private P256() {}

  /**
   * Multiplies the generator of a curve.
   *
   * @param curve a curve over a prime field
   * @param times the factor, from 1 to the order of the curve minus 1
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

  /** Adds two points (SEC 1, section 2.2.1). */
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
