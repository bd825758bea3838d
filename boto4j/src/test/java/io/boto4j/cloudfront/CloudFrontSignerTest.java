package io.boto4j.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** CloudFront URLs are equal to botocore's, which {@code presign_fixtures.py} recorded. */
final class CloudFrontSignerTest {
  private static final String URL = "https://d1.cloudfront.net/film.mp4";
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

  @TestFactory
  Stream<DynamicTest> botocore() throws IOException {
    Object fixtures;
    try (InputStream in =
        CloudFrontSigner.class.getResourceAsStream("/io/boto4j/botocore-presign.json")) {
      fixtures = new JsonReader(in.readAllBytes()).readValue();
    }
    List<?> cases = (List<?>) ((Map<?, ?>) fixtures).get("cloudfront");
    assertThat(cases).hasSizeGreaterThan(5);
    return cases.stream()
        .map(each -> (Map<?, ?>) each)
        .map(each -> dynamicTest("botocore cloudfront / " + each.get("id"), () -> check(each)));
  }

  private static void check(Map<?, ?> fixture) {
    CloudFrontSigner signer =
        CloudFrontSigner.of("K2JCJMDEHXQW5F", CloudFrontSignerTest::backwards);
    String url = (String) fixture.get("url");

    if (fixture.get("custom") instanceof Map<?, ?> custom) {
      String policy =
          CloudFrontSigner.policy(
              (String) custom.get("resource"),
              time(custom.get("date_less_than")),
              custom.containsKey("date_greater_than")
                  ? time(custom.get("date_greater_than"))
                  : null,
              (String) custom.get("ip_address"));
      assertThat(policy).isEqualTo(fixture.get("policy"));
      assertThat(signer.presign(url, policy)).isEqualTo(fixture.get("signed"));
    } else {
      assertThat(signer.presign(url, time(fixture.get("expires"))))
          .isEqualTo(fixture.get("signed"));
    }
  }

  private static byte[] backwards(byte[] message) {
    byte[] signature = new byte[message.length + 3];
    for (int i = 0; i < message.length; i++) {
      signature[i] = message[message.length - 1 - i];
    }
    signature[message.length] = (byte) 0xFB;
    signature[message.length + 1] = (byte) 0xFF;
    signature[message.length + 2] = (byte) 0xFE;
    return signature;
  }

  private static Instant time(Object value) {
    long micros = ((Number) ((Map<?, ?>) value).get("$time")).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Test
  void signature_ofRsaKey_verifies() throws GeneralSecurityException {
    KeyPair keys = keys("RSA", 2048);
    CloudFrontSigner signer = CloudFrontSigner.of("K1", keys.getPrivate());

    String signed = signer.presign(URL, WHEN);

    String encoded = between(signed, "&Signature=", "&Key-Pair-Id=K1");
    assertThat(encoded).doesNotContain("+", "/", "=");
    Signature check = Signature.getInstance("SHA1withRSA");
    check.initVerify(keys.getPublic());
    check.update(CloudFrontSigner.policy(URL, WHEN, null, null).getBytes(StandardCharsets.UTF_8));
    byte[] signature =
        Base64.getDecoder().decode(encoded.replace('-', '+').replace('_', '=').replace('~', '/'));
    assertThat(check.verify(signature)).isTrue();
    assertThat(signed).startsWith(URL + "?Expires=1767323045&Signature=");
    assertThat(signer).hasToString("CloudFrontSigner[K1]");
  }

  @Test
  void key_thatIsNotRsa_isRefused() throws GeneralSecurityException {
    KeyPair keys = keys("EC", 256);

    assertThatThrownBy(() -> CloudFrontSigner.of("K1", keys.getPrivate()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CloudFront takes RSA keys, and this one is for EC");
  }

  @Test
  void policy_hostileResource_staysOneText() {
    String policy =
        CloudFrontSigner.policy(
            "https://a/\",\"Condition\":{},\"x\":\"\n\\", WHEN, null, "0.0.0.0/0\"}");

    Map<?, ?> read =
        (Map<?, ?>) new JsonReader(policy.getBytes(StandardCharsets.UTF_8)).readValue();
    Map<?, ?> statement = (Map<?, ?>) ((List<?>) read.get("Statement")).get(0);
    assertThat(statement.keySet()).hasSize(2);
    assertThat(statement.get("Resource")).isEqualTo("https://a/\",\"Condition\":{},\"x\":\"\n\\");
    assertThat(((Map<?, ?>) statement.get("Condition")).keySet()).hasSize(2);
  }

  private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }
}
