package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.codec.JsonReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of DPoP keys; the keys were created with OpenSSL for this test only. */
final class DpopKeyTest {
  static final String SEC1 =
      """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIPmIdRBjWrJXcx+B4XXdZfNaynVC6hV19zt+VZi/UPcFoAoGCCqGSM49
      AwEHoUQDQgAEbhYB+yGuL2h9zgSZPlpaLUhHkYW7PZQY14qwBf4wZYpjw7U8IhG5
      lijZUb+ph6RVw800ZmAlGG7zC0j8gv8WdA==
      -----END EC PRIVATE KEY-----
      """;

  private static final String SEC1_WITHOUT_PUBLIC_KEY =
      """
      -----BEGIN EC PRIVATE KEY-----
      MDECAQEEIPmIdRBjWrJXcx+B4XXdZfNaynVC6hV19zt+VZi/UPcFoAoGCCqGSM49
      AwEH
      -----END EC PRIVATE KEY-----""";

  private static final String PKCS8 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+Yh1EGNasldzH4Hh
      dd1l81rKdULqFXX3O35VmL9Q9wWhRANCAARuFgH7Ia4vaH3OBJk+WlotSEeRhbs9
      lBjXirAF/jBlimPDtTwiEbmWKNlRv6mHpFXDzTRmYCUYbvMLSPyC/xZ0
      -----END PRIVATE KEY-----
      """;

  private static final String OTHER_CURVE =
      """
      -----BEGIN EC PRIVATE KEY-----
      MIGkAgEBBDA/lcEYc+wBg8sIrNgqQ3JzduBt3ALfHld8bE0lCHo0j6Wp3luqF+Ad
      jyqMLlUOsr+gBwYFK4EEACKhZANiAAQ8BW8kpUf1BCO9d2WU641FpaCw6Jaj6CQq
      Mu9aKISi0Cn8eDB60A7edC/8vGD84BSQq3gnqp1eMpxxYKbf4OFbpw97Z3cNueo/
      +K9G38TBID6Buq8zByVNY6ZQiHTqcNA=
      -----END EC PRIVATE KEY-----
      """;

  @ParameterizedTest
  @ValueSource(strings = {SEC1, SEC1_WITHOUT_PUBLIC_KEY, PKCS8})
  void pem_ofEitherForm_givesThePublicKeyOpenSslSays(String pem) {
    for (String text : new String[] {pem, pem.replace("\n", "\r\n"), "\n" + pem + "\n\n"}) {
      Map<?, ?> header = part(proof(text), 0);

      assertThat(header.get("jwk"))
          .isEqualTo(
              Map.of(
                  "kty", "EC",
                  "crv", "P-256",
                  "x", "bhYB-yGuL2h9zgSZPlpaLUhHkYW7PZQY14qwBf4wZYo",
                  "y", "Y8O1PCIRuZYo2VG_qYekVcPNNGZgJRhu8wtI_IL_FnQ"));
      assertThat(header.get("typ")).isEqualTo("dpop+jwt");
      assertThat(header.get("alg")).isEqualTo("ES256");
    }
  }

  @Test
  void proof_saysWhatWhereWhenAndOnce() {
    assertThat(part(proof(SEC1), 1))
        .isEqualTo(
            Map.of(
                "htm",
                "POST",
                "htu",
                "https://a.example/v1/token",
                "iat",
                1_770_091_506,
                "jti",
                "id-1"));
  }

  @Test
  void proof_signature_isTheKeys() throws Exception {
    String proof = proof(PKCS8);

    assertThat(isSigned(proof)).isTrue();
    String other = DpopKey.ofPem(PKCS8).proof("POST", "https://b.example/", 0, "id-2");
    assertThat(
            isSigned(
                other.substring(0, other.lastIndexOf('.'))
                    + proof.substring(proof.lastIndexOf('.'))))
        .isFalse();
  }

  @Test
  void publicKey_ofManyPairs_isTheJdks() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    for (int i = 0; i < 20; i++) {
      KeyPair pair = generator.generateKeyPair();
      String pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
              + "\n-----END PRIVATE KEY-----\n";
      Map<?, ?> jwk = (Map<?, ?>) part(proof(pem), 0).get("jwk");

      ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
      assertThat(number(jwk.get("x"))).isEqualTo(point.getAffineX());
      assertThat(number(jwk.get("y"))).isEqualTo(point.getAffineY());
      assertThat((String) jwk.get("x")).hasSize(43);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cAnArY",
        "null",
        "-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----",
        // Truncated, zero, with a length that is too large, and without a number.
        "MHcCAQEEIPmIdRBjWrJXcx+B4XXdZfNaynVC6hV19zt+VZi",
        "MDECAQEEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAoAoGCCqGSM49AwEH",
        "MDECAQEEIP////////////////////////////////////////////8AoAoGCCqGSM49AwEH",
        "MIT/////AgEB",
        "MHcCAQI=",
        OTHER_CURVE
      })
  void pem_thatIsNoKeyOfP256_isRefusedAndNotShown(String pem) {
    assertThatThrownBy(() -> DpopKey.ofPem(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY", "MIG", "MHc"));
  }

  /** Whether a proof is signed by the key that it shows. */
  static boolean isSigned(String proof) throws GeneralSecurityException {
    Map<?, ?> jwk = (Map<?, ?>) part(proof, 0).get("jwk");
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(jwk.get("x")), number(jwk.get("y")));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    int end = proof.lastIndexOf('.');
    signature.update(proof.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    byte[] signed = Base64.getUrlDecoder().decode(proof.substring(end + 1));
    assertThat(signed).hasSize(64);
    return signature.verify(signed);
  }

  /** Returns the header or the claims of a proof. */
  static Map<?, ?> part(String proof, int number) {
    int dot = proof.indexOf('.');
    String base64 =
        number == 0 ? proof.substring(0, dot) : proof.substring(dot + 1, proof.lastIndexOf('.'));
    byte[] json = Base64.getUrlDecoder().decode(base64);
    return (Map<?, ?>) new JsonReader(json).readValue();
  }

  private static BigInteger number(Object base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode((String) base64));
  }

  private static String proof(String pem) {
    return DpopKey.ofPem(pem).proof("POST", "https://a.example/v1/token", 1_770_091_506, "id-1");
  }
}
