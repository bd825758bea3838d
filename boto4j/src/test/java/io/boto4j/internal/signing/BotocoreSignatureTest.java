package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Signatures are equal to botocore's, which {@code sigv4_fixtures.py} recorded. */
final class BotocoreSignatureTest {
  private static final Instant AT = Instant.parse("2026-02-03T04:05:06.999Z");

  /** One for all cases: a key must not be used for other credentials or scopes. */
  private final SigV4Signer signer = new SigV4Signer();

  private final Properties fixtures = new Properties();

  @TestFactory
  Stream<DynamicTest> botocore() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("botocore-sigv4.properties")) {
      fixtures.load(new InputStreamReader(in, StandardCharsets.US_ASCII));
    }
    String[] cases = fixtures.getProperty("cases").split(",", -1);
    assertThat(cases).hasSizeGreaterThan(60);
    return Stream.of(cases).map(id -> dynamicTest("botocore / " + id, () -> check(id)));
  }

  private void check(String id) {
    HttpRequest request =
        new HttpRequest(
            fixtures.getProperty(id + ".method"),
            URI.create(fixtures.getProperty(id + ".url")),
            headers(id + ".header."),
            HttpBody.empty());
    String payload = fixtures.getProperty(id + ".payload");
    String name = fixtures.getProperty(id + ".name");
    String region = fixtures.getProperty(id + ".region");
    SigningProperties properties =
        fixtures.getProperty(id + ".s3").equals("true")
            ? SigningProperties.s3(name, region)
            : SigningProperties.of(name, region);
    Credentials credentials =
        Credentials.of(
            "AKIDEXAMPLE",
            fixtures.getProperty(id + ".secret"),
            fixtures.getProperty(id + ".token"));

    SigV4Explanation explanation = signer.explain(request, payload, properties, credentials, AT);

    assertThat(explanation.canonicalRequest()).isEqualTo(fixtures.getProperty(id + ".canonical"));
    assertThat(explanation.stringToSign()).isEqualTo(fixtures.getProperty(id + ".string"));
    Headers sent = headers(id + ".sent.");
    assertThat(sent.contains("Authorization")).isTrue();
    assertThat(lines(explanation.headers())).isEqualTo(lines(sent));
    assertThat(signer.sign(request, payload, properties, credentials, AT))
        .isEqualTo(explanation.headers());
  }

  private Headers headers(String prefix) {
    Headers.Builder headers = Headers.builder();
    for (int i = 0; fixtures.containsKey(prefix + i); i++) {
      String line = fixtures.getProperty(prefix + i);
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon), line.substring(colon + 1));
    }
    return headers.build();
  }

  private static List<String> lines(Headers headers) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      lines.add(headers.nameAt(i) + ":" + headers.valueAt(i));
    }
    return lines;
  }
}
