package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures for directory buckets are botocore's, which {@code presign_fixtures.py} recorded. */
final class S3ExpressSignatureTest {
  private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
  private static final SigningProperties PROPERTIES =
      SigningProperties.s3Express("s3express", "us-east-1");

  private final Map<?, ?> fixture = fixture();
  private final SigV4Signer signer = new SigV4Signer();
  private final Credentials credentials =
      Credentials.of(
          "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", (String) fixture.get("token"));

  private final HttpRequest request =
      new HttpRequest(
          "GET",
          URI.create("https://b--x-s3.s3express-use1-az4.us-east-1.amazonaws.com/a//b"),
          Headers.of(Map.of("Range", "bytes=0-1")),
          HttpBody.empty());

  @Test
  void header_carriesTheSessionsToken() {
    Headers headers = signer.sign(request, Sha256.EMPTY, PROPERTIES, credentials, AT);

    Map<?, ?> expected = (Map<?, ?>) ((Map<?, ?>) fixture.get("header")).get("headers");
    assertThat(headers).hasSize(expected.size());
    expected.forEach(
        (name, value) -> assertThat(headers.all((String) name)).isEqualTo(List.of(value)));
    assertThat(headers.contains("X-Amz-Security-Token")).isFalse();
  }

  @Test
  void query_carriesTheSessionsToken() {
    URI url =
        signer.presign(request, SigV4Signer.UNSIGNED_PAYLOAD, PROPERTIES, credentials, AT, 300);

    assertThat(url).hasToString((String) ((Map<?, ?>) fixture.get("query")).get("url"));
  }

  @Test
  void post_carriesTheSessionsToken() {
    Map<String, String> fields =
        PostPolicy.sign(
            signer,
            Map.of("key", "k"),
            List.of(Map.of("key", "k")),
            PROPERTIES,
            credentials,
            AT,
            AT.plusSeconds(3600));

    assertThat(fields).isEqualTo(fixture.get("post"));
  }

  private static Map<?, ?> fixture() {
    try (InputStream in =
        SigV4Signer.class.getResourceAsStream("/io/boto4j/botocore-presign.json")) {
      return (Map<?, ?>) ((Map<?, ?>) new JsonReader(in.readAllBytes()).readValue()).get("express");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
