package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;

/**
 * The P-256 key that SigV4a derives from an access key, valid for every day, region and service.
 *
 * <p>NIST SP 800-108's key derivation in counter mode over HMAC-SHA256, as in AWS's C library: a
 * candidate above the order of the curve minus two is skipped.
 */
public final class SigV4aKey {
  private static final String LABEL = "AWS4-ECDSA-P256-SHA256";
  private static final int MAX_COUNTER = 254;

  private final String accessKeyId;
  private final String secretAccessKey;
  private final PrivateKey key;

  private SigV4aKey(String accessKeyId, String secretAccessKey, PrivateKey key) {
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.key = key;
  }

  static SigV4aKey derive(Sha256 sha256, Credentials credentials) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
      BigInteger secret = secret(sha256, credentials, p256.getOrder());
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, p256));
      return new SigV4aKey(credentials.accessKeyId(), credentials.secretAccessKey(), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This Java runtime has no ECDSA on P-256: SigV4a needs it", e);
    }
  }

  boolean fits(Credentials credentials) {
    return accessKeyId.equals(credentials.accessKeyId())
        && secretAccessKey.equals(credentials.secretAccessKey());
  }

  /** Returns a signature in DER. As always with ECDSA, it is different each time. */
  byte[] sign(byte[] message, int offset, int length) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(message, offset, length);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot sign with ECDSA on P-256", e);
    }
  }

  /**
   * Derives the private number of an access key.
   *
   * @param accessKeyId the access key
   * @param secretAccessKey its secret
   * @param order the order of P-256
   * @return the number, by which the generator is multiplied
   */
  public static BigInteger secret(String accessKeyId, String secretAccessKey, BigInteger order) {
    return secret(new Sha256(), Credentials.of(accessKeyId, secretAccessKey), order);
  }

  static BigInteger secret(Sha256 sha256, Credentials credentials, BigInteger order) {
    HmacSha256 hmac = new HmacSha256(sha256, utf8("AWS4A" + credentials.secretAccessKey()));
    BigInteger limit = order.subtract(BigInteger.TWO);
    for (int counter = 1; counter <= MAX_COUNTER; counter++) {
      BigInteger candidate =
          new BigInteger(1, hmac.of(input(utf8(credentials.accessKeyId()), counter)));
      if (candidate.compareTo(limit) <= 0) {
        return candidate.add(BigInteger.ONE);
      }
    }
    throw new IllegalStateException("No SigV4a key can be derived from this access key");
  }

  /** Returns block number 1, label, zero, context (key id and counter), and length in bits. */
  private static byte[] input(byte[] accessKeyId, int counter) {
    byte[] label = utf8(LABEL);
    byte[] input = new byte[4 + label.length + 1 + accessKeyId.length + 1 + 4];
    input[3] = 1;
    System.arraycopy(label, 0, input, 4, label.length);
    int at = 4 + label.length + 1;
    System.arraycopy(accessKeyId, 0, input, at, accessKeyId.length);
    input[at + accessKeyId.length] = (byte) counter;
    input[input.length - 2] = 1;
    return input;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
