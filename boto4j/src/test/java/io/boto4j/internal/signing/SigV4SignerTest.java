package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SigV4SignerTest {
  private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
  private static final String SECRET = "canary-secret-access-key";
  private static final String TOKEN = "canary-session-token";
  private static final SigningProperties PROPERTIES = SigningProperties.of("service", "us-east-1");
  private static final Credentials CREDENTIALS = Credentials.of("AKIDEXAMPLE", SECRET, TOKEN);

  private final SigV4Signer signer = new SigV4Signer();

  @Test
  void sign_requestSignedBefore_sameHeadersAgain() {
    Headers first = sign(get("https://a.example/", Headers.of(Map.of("Accept", "*/*"))));

    assertThat(sign(get("https://a.example/", first))).isEqualTo(first);
    assertThat(first.all("Authorization")).hasSize(1);
  }

  @Test
  void sign_anyInputChanged_anotherSignature() {
    List<String> signatures = new ArrayList<>();
    HttpRequest request = get("https://a.example/", Headers.empty());
    Credentials keys = Credentials.of("A", "s", null);
    signatures.add(signature(request, "hash", PROPERTIES, keys, AT));
    signatures.add(signature(request, "hash2", PROPERTIES, keys, AT));
    signatures.add(signature(request, "hash", PROPERTIES, keys, AT.plusSeconds(1)));
    signatures.add(signature(request, "hash", PROPERTIES, keys, AT.plusSeconds(86_400)));
    signatures.add(
        signature(request, "hash", SigningProperties.of("service", "us-east-2"), keys, AT));
    signatures.add(
        signature(request, "hash", SigningProperties.of("other", "us-east-1"), keys, AT));
    signatures.add(signature(request, "hash", PROPERTIES, Credentials.of("A", "s2", null), AT));
    signatures.add(signature(request, "hash", PROPERTIES, Credentials.of("A", "s", "t"), AT));
    signatures.add(
        signature(get("https://b.example/", Headers.empty()), "hash", PROPERTIES, keys, AT));
    signatures.add(
        signature(
            new HttpRequest("PUT", request.uri(), Headers.empty(), HttpBody.empty()),
            "hash",
            PROPERTIES,
            keys,
            AT));

    assertThat(signatures).doesNotHaveDuplicates();
    assertThat(signature(request, "hash", PROPERTIES, keys, AT)).isEqualTo(signatures.get(0));
  }

  @Test
  void sign_unsignedPayloadWithoutHeader_onlyInCanonicalRequest() {
    SigV4Explanation explanation =
        signer.explain(
            get("https://a.example/", Headers.empty()),
            SigV4Signer.UNSIGNED_PAYLOAD,
            PROPERTIES,
            CREDENTIALS,
            AT);

    assertThat(explanation.headers().contains("X-Amz-Content-SHA256")).isFalse();
    assertThat(explanation.canonicalRequest()).endsWith("\nUNSIGNED-PAYLOAD");
  }

  @Test
  void sign_s3WithUnsignedPayload_headerSentAndSigned() {
    SigV4Explanation explanation =
        signer.explain(
            get("https://a.example", Headers.empty()),
            SigV4Signer.STREAMING_UNSIGNED_PAYLOAD_TRAILER,
            SigningProperties.s3("s3", "us-east-1"),
            CREDENTIALS,
            AT);

    assertThat(explanation.headers().first("x-amz-content-sha256"))
        .isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    assertThat(explanation.canonicalRequest())
        .startsWith("GET\n/\n\n") // an empty path is sent as "/"
        .contains("\nx-amz-content-sha256:STREAMING-UNSIGNED-PAYLOAD-TRAILER\n")
        .endsWith("\nSTREAMING-UNSIGNED-PAYLOAD-TRAILER");
  }

  @Test
  void sign_normalizedButEncodedOnce_pathAsSentWithoutDots() {
    SigningProperties once = new SigningProperties("service", "us-east-1", false, true, false);
    SigningProperties raw = new SigningProperties("service", "us-east-1", true, false, false);
    HttpRequest request = get("https://a.example//x/../a%20b/", Headers.empty());

    assertThat(signer.explain(request, "", once, CREDENTIALS, AT).canonicalRequest())
        .startsWith("GET\n/a%20b/\n");
    assertThat(signer.explain(request, "", raw, CREDENTIALS, AT).canonicalRequest())
        .startsWith("GET\n//x/../a%2520b/\n");
  }

  @Test
  void sign_manyQueryPairs_allSortedInTime() {
    StringBuilder query = new StringBuilder("https://a.example/?z=");
    List<String> expected = new ArrayList<>(List.of("z="));
    for (int i = 0; i < 20_000; i++) {
      String pair = "k" + (20_000 - i) + "=" + i;
      query.append('&').append(pair);
      expected.add(pair);
    }
    // By name, then value: ordering whole pairs would put k10= after k1-=.
    expected.sort((a, b) -> a.replace('=', '\1').compareTo(b.replace('=', '\1')));

    String canonical =
        signer
            .explain(get(query.toString(), Headers.empty()), "", PROPERTIES, CREDENTIALS, AT)
            .canonicalRequest();

    assertThat(canonical.split("\n", 4)[2]).isEqualTo(String.join("&", expected));
  }

  @Test
  void sign_underContention_neverMixesKeys() throws Exception {
    HttpRequest request = get("https://a.example/", Headers.empty());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Credentials own = Credentials.of("A" + t % 2, "secret" + t % 2, null);
        String expected = signature(request, "h", PROPERTIES, own, AT);
        Callable<Boolean> task =
            () -> {
              for (int i = 0; i < 3000; i++) {
                if (!signature(request, "h", PROPERTIES, own, AT).equals(expected)) {
                  return false;
                }
              }
              return true;
            };
        results.add(threads.submit(task));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sign_uriWithoutHost_refused() {
    for (String uri : List.of("/path", "mailto:a@b.example", "https:///x", "https://user@/x")) {
      assertThatThrownBy(() -> sign(get(uri, Headers.empty())))
          .as(uri)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void hostHeader_capitals_areLowered() {
    assertThat(HostHeader.of(URI.create("https://Data.EXAMPLE.com:443/P")))
        .isEqualTo("data.example.com");
    assertThat(HostHeader.of(URI.create("http://[FE80::1%25Eth0]:8000/")))
        .isEqualTo("[fe80::1%25Eth0]:8000");
    assertThat(HostHeader.of(URI.create("http://plain_host/"))).isEqualTo("plain_host");
  }

  @Test
  void hostHeader_portOutOfRangeOrNoNumber_refused() {
    for (String port : List.of("65536", "99999999999", "x", "-1")) {
      assertThatIllegalArgumentException()
          .as(port)
          .isThrownBy(() -> HostHeader.of(URI.create("https://a_b:" + port + "/")));
    }
    assertThat(HostHeader.of(URI.create("https://a_b:0443/"))).isEqualTo("a_b");
    assertThat(HostHeader.of(URI.create("https://a_b:65535/"))).isEqualTo("a_b:65535");
  }

  @Test
  void sign_lineBreakInKeysOrScope_refusedWithoutSecret() {
    HttpRequest request = get("https://a.example/", Headers.empty());
    List<Callable<?>> hostile =
        List.of(
            () -> Credentials.of("A\r\nX-Evil: 1", SECRET, null),
            () -> Credentials.of("A", SECRET, TOKEN + "\nX-Evil: 1"),
            () -> Credentials.of("A", SECRET, TOKEN + "\0"));
    for (Callable<?> credentials : hostile) {
      assertThatThrownBy(credentials::call)
          .isInstanceOf(IllegalArgumentException.class)
          .satisfies(SigV4SignerTest::showsNoSecret);
    }
    assertThatThrownBy(
            () -> signer.sign(request, "h", SigningProperties.of("s", "us\neast"), CREDENTIALS, AT))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(SigV4SignerTest::showsNoSecret);
  }

  @Test
  void everyFailure_withSecretsAtHand_showsNone() {
    List<Callable<?>> failures =
        List.of(
            () -> sign(get("/path", Headers.empty())),
            () -> sign(get("https://user:" + SECRET + "@a_b:x/", Headers.empty())),
            () ->
                signer.sign(
                    get("https://a.example/", Headers.empty()),
                    "h",
                    PROPERTIES,
                    CREDENTIALS,
                    Instant.MAX),
            () -> Credentials.of(null, SECRET, TOKEN));
    for (Callable<?> failure : failures) {
      assertThatThrownBy(failure::call).satisfies(SigV4SignerTest::showsNoSecret);
    }
  }

  @Test
  void everyToString_afterSigning_showsNoSecret() {
    HttpRequest request = get("https://a.example/", Headers.empty());
    SigV4Explanation explanation = signer.explain(request, "h", PROPERTIES, CREDENTIALS, AT);
    SigningKey key = SigningKey.derive(new Sha256(), SECRET, "20260203", "us-east-1", "service");
    byte[] derived = key.sign(new byte[0], 0, 0);

    assertThat(explanation.canonicalRequest()).contains(TOKEN); // hence the toString
    for (Object shown :
        List.of(explanation, CREDENTIALS, PROPERTIES, signer, key, explanation.headers())) {
      assertThat(shown.toString())
          .doesNotContain(SECRET, TOKEN, Sha256.hexOf(derived), "Signature=");
    }
  }

  private static void showsNoSecret(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    assertThat(trace.toString()).doesNotContain(SECRET, TOKEN);
  }

  private Headers sign(HttpRequest request) {
    return signer.sign(request, Sha256.EMPTY, PROPERTIES, CREDENTIALS, AT);
  }

  private String signature(
      HttpRequest request,
      String hash,
      SigningProperties properties,
      Credentials credentials,
      Instant at) {
    String authorization =
        signer.sign(request, hash, properties, credentials, at).first("Authorization");
    return authorization.substring(authorization.indexOf("Signature="));
  }

  private static HttpRequest get(String uri, Headers headers) {
    return new HttpRequest("GET", URI.create(uri), headers, HttpBody.empty());
  }
}
