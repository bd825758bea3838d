package io.boto4j.local.wire;

import io.boto4j.internal.signing.SigV4aKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public P-256 key of an access key, which verifies SigV4a. The JDK cannot derive it from the
 * private one, so it is multiplied here; it is made once per access key.
 */
final class AsymmetricKey {
  private static final ConcurrentHashMap<String, AsymmetricKey> KEYS = new ConcurrentHashMap<>();
  private static final int MOST_KEYS = 1000;

  private final PublicKey key;

  private AsymmetricKey(PublicKey key) {
    this.key = key;
  }

  static AsymmetricKey of(String accessKeyId, String secret) {
    if (KEYS.size() > MOST_KEYS) {
      KEYS.clear();
    }
    return KEYS.computeIfAbsent(
        Digests.sha256(accessKeyId + "\n" + secret), name -> derive(accessKeyId, secret));
  }

  private static AsymmetricKey derive(String accessKeyId, String secret) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
      ECPoint point = multiply(p256, SigV4aKey.secret(accessKeyId, secret, p256.getOrder()));
      return new AsymmetricKey(
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, p256)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Multiplies the generator, by doubling and adding. */
  private static ECPoint multiply(ECParameterSpec curve, BigInteger factor) {
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger a = curve.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    ECPoint power = curve.getGenerator();
    for (int bit = 0; bit < factor.bitLength(); bit++) {
      if (factor.testBit(bit)) {
        sum = add(sum, power, p, a);
      }
      power = add(power, power, p, a);
    }
    return sum;
  }

  private static ECPoint add(ECPoint one, ECPoint other, BigInteger p, BigInteger a) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    BigInteger x = one.getAffineX();
    BigInteger y = one.getAffineY();
    BigInteger slope =
        one.equals(other)
            ? x.multiply(x)
                .multiply(BigInteger.valueOf(3))
                .add(a)
                .multiply(y.shiftLeft(1).modInverse(p))
            : other
                .getAffineY()
                .subtract(y)
                .multiply(other.getAffineX().subtract(x).mod(p).modInverse(p));
    BigInteger sumX = slope.multiply(slope).subtract(x).subtract(other.getAffineX()).mod(p);
    return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(p));
  }

  /** Whether a signature in hexadecimal is that of a text. */
  boolean verifies(String text, String signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(HexFormat.of().parseHex(signature));
    } catch (SignatureException | IllegalArgumentException e) {
      // What is not a signature at all does not match either.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
