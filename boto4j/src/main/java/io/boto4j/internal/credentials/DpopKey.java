package io.boto4j.internal.credentials;

import io.boto4j.model.codec.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

/** A P-256 private key that signs proofs of possession (RFC 9449). */
final class DpopKey {
  private static final int COORDINATE_BYTES = 32;

  private final PrivateKey key;
  private final ECPoint point;

  private DpopKey(PrivateKey key, ECPoint point) {
    this.key = key;
    this.point = point;
  }

  /**
   * Reads a PEM key in OpenSSL's form ({@code EC PRIVATE KEY}) or in PKCS #8 ({@code PRIVATE KEY}).
   *
   * @param pem the text
   * @throws IllegalArgumentException if it is not a private key on P-256; the message shows nothing
   *     of it
   */
  static DpopKey ofPem(String pem) {
    StringBuilder base64 = new StringBuilder();
    for (String line : pem.lines().toList()) {
      if (!line.startsWith("-----")) {
        base64.append(line.strip());
      }
    }
    try {
      EcPrivateKeyReader reader =
          new EcPrivateKeyReader(Base64.getDecoder().decode(base64.toString()));
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
      BigInteger secret = reader.secret();
      if (secret.signum() == 0 || secret.compareTo(p256.getOrder()) >= 0) {
        throw new IllegalArgumentException("The private key is out of range");
      }
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, p256));
      return new DpopKey(key, P256.multiply(p256, ((ECPrivateKey) key).getS()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no ECDSA on P-256", e);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("The private key ends early", e);
    }
  }

  /**
   * Creates a proof of possession.
   *
   * @param method the request's HTTP method
   * @param url the request's URL
   * @param epochSeconds the current time
   * @param id a unique id
   * @return a signed JSON Web Token
   */
  String proof(String method, String url, long epochSeconds, String id) {
    byte[] header =
        new JsonWriter()
            .beginObject()
            .name("typ")
            .value("dpop+jwt")
            .name("alg")
            .value("ES256")
            .name("jwk")
            .beginObject()
            .name("kty")
            .value("EC")
            .name("x")
            .value(base64(coordinate(point.getAffineX())))
            .name("y")
            .value(base64(coordinate(point.getAffineY())))
            .name("crv")
            .value("P-256")
            .endObject()
            .endObject()
            .toByteArray();
    byte[] claims =
        new JsonWriter()
            .beginObject()
            .name("htm")
            .value(method)
            .name("htu")
            .value(url)
            .name("iat")
            .value(epochSeconds)
            .name("jti")
            .value(id)
            .endObject()
            .toByteArray();
    String signed = base64(header) + "." + base64(claims);
    return signed + "." + base64(sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  private byte[] sign(byte[] message) {
    try {
      // P1363: the two numbers concatenated, 32 bytes each, as in JWS (RFC 7518, section 3.4).
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot sign with ECDSA on P-256", e);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
    return padded;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "DpopKey";
  }
}
