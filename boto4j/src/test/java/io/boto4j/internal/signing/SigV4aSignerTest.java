package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** SigV4a, checked against the vectors of AWS's C library and the public keys. */
final class SigV4aSignerTest {
  private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static final Credentials RANDOM =
      Credentials.of("AKISORANDOMAASORANDOM", "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom", null);
  private static final String RANDOM_X =
      "15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb";
  private static final String RANDOM_Y =
      "0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0";

  private static final Credentials EXAMPLE =
      Credentials.of(
          "AKIDEXAMPLE",
          "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
          "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267");

  private static final SigningProperties PROPERTIES = SigningProperties.of("service", "us-east-1");

  private final SigV4aSigner signer = new SigV4aSigner();

  @Test
  void key_publishedVector_isDerived() {
    assertThat(SigV4aKey.secret(new Sha256(), RANDOM, P256_ORDER).toString(16))
        .isEqualTo("7fd3bd010c0d9c292141c2b77bfbde1042c92e6836fff749d1269ec890fca1bd");
  }

  @Test
  void key_candidateTooLarge_isPassedOver() {
    BigInteger first = SigV4aKey.secret(new Sha256(), RANDOM, P256_ORDER);
    // Half the vector's candidate: only a smaller one is valid, which may take many tries.
    BigInteger second = SigV4aKey.secret(new Sha256(), RANDOM, first.shiftRight(1));

    assertThat(second).isLessThan(first.shiftRight(1)).isPositive();
    assertThatThrownBy(() -> SigV4aKey.secret(new Sha256(), RANDOM, BigInteger.TWO))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .doesNotContain(RANDOM.accessKeyId(), RANDOM.secretAccessKey());
  }

  @Test
  void signature_inHeader_verifiesWithThePublishedKey() throws GeneralSecurityException {
    HttpRequest request = request("https://example.amazonaws.com/a//b?x=1", "my-header", "v");

    SigV4Explanation signed = signer.explain(request, Sha256.EMPTY, PROPERTIES, RANDOM, AT);

    String authorization = signed.headers().first("Authorization");
    assertThat(authorization)
        .startsWith(
            "AWS4-ECDSA-P256-SHA256"
                + " Credential=AKISORANDOMAASORANDOM/20150830/service/aws4_request,"
                + " SignedHeaders=host;my-header;x-amz-date;x-amz-region-set, Signature=30");
    assertThat(signed.headers().first("X-Amz-Region-Set")).isEqualTo("us-east-1");
    assertThat(verifies(signed.stringToSign(), after(authorization, "Signature="))).isTrue();
    assertThat(verifies(signed.stringToSign() + "x", after(authorization, "Signature="))).isFalse();
  }

  @Test
  void signature_inQuery_verifiesWithThePublishedKey() throws GeneralSecurityException {
    HttpRequest request = request("https://example.amazonaws.com/?x=1");

    URI url = signer.presign(request, Sha256.EMPTY, PROPERTIES, RANDOM, AT, 3600);

    String canonical =
        "GET\n/\n"
            + "X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256"
            + "&X-Amz-Credential=AKISORANDOMAASORANDOM%2F20150830%2Fservice%2Faws4_request"
            + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1"
            + "&X-Amz-SignedHeaders=host&x=1\n"
            + "host:example.amazonaws.com\n\nhost\n"
            + Sha256.EMPTY;
    String toSign =
        "AWS4-ECDSA-P256-SHA256\n20150830T123600Z\n20150830/service/aws4_request\n"
            + new Sha256().hex(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(verifies(toSign, after(url.toString(), "X-Amz-Signature="))).isTrue();
  }

  /** Case get-vanilla-with-session-token of the suite in AWS's C library. */
  @Test
  void canonicalRequest_publishedCase_isTheSame() {
    SigV4Explanation signed =
        signer.explain(
            request("https://example.amazonaws.com/"), Sha256.EMPTY, PROPERTIES, EXAMPLE, AT);

    assertThat(signed.headers().first("Authorization"))
        .startsWith(
            "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date;x-amz-region-set;x-amz-security-token,"
                + " Signature=");
    assertThat(signed.canonicalRequest())
        .isEqualTo(
            "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"
                + "x-amz-region-set:us-east-1\nx-amz-security-token:"
                + EXAMPLE.sessionToken()
                + "\n\nhost;x-amz-date;x-amz-region-set;x-amz-security-token\n"
                + Sha256.EMPTY);
    assertThat(signed.stringToSign())
        .startsWith("AWS4-ECDSA-P256-SHA256\n20150830T123600Z\n20150830/service/aws4_request\n");
  }

  @Test
  void signatures_twice_differAndBothVerify() throws GeneralSecurityException {
    HttpRequest request = request("https://example.amazonaws.com/");
    SigV4Explanation one = signer.explain(request, Sha256.EMPTY, PROPERTIES, RANDOM, AT);
    SigV4Explanation other = signer.explain(request, Sha256.EMPTY, PROPERTIES, RANDOM, AT);

    assertThat(one.stringToSign()).isEqualTo(other.stringToSign());
    for (SigV4Explanation each : new SigV4Explanation[] {one, other}) {
      String authorization = each.headers().first("Authorization");
      assertThat(verifies(each.stringToSign(), after(authorization, "Signature="))).isTrue();
    }
  }

  @Test
  void key_ofOtherCredentials_isNotReused() throws GeneralSecurityException {
    HttpRequest request = request("https://example.amazonaws.com/");
    signer.sign(request, Sha256.EMPTY, PROPERTIES, EXAMPLE, AT);
    SigV4Explanation signed = signer.explain(request, Sha256.EMPTY, PROPERTIES, RANDOM, AT);

    String authorization = signed.headers().first("Authorization");
    assertThat(verifies(signed.stringToSign(), after(authorization, "Signature="))).isTrue();
  }

  private static HttpRequest request(String url, String... headers) {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.add(headers[i], headers[i + 1]);
    }
    return new HttpRequest("GET", URI.create(url), builder.build(), HttpBody.empty());
  }

  private static boolean verifies(String text, String hexSignature)
      throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(new BigInteger(RANDOM_X, 16), new BigInteger(RANDOM_Y, 16));
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    Signature check = Signature.getInstance("SHA256withECDSA");
    check.initVerify(key);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(HexFormat.of().parseHex(hexSignature));
  }

  private static String after(String text, String mark) {
    return text.substring(text.indexOf(mark) + mark.length());
  }
}
