package io.boto4j.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.Headers;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ModelLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The examples of AWS's documentation, "Signature calculations: transferring payload in multiple
 * chunks" and "Including trailing headers".
 */
final class ChunkSignaturesTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final List<String> PLAIN =
      List.of(
          "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
          "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
          "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
  private static final List<String> WITH_TRAILER =
      List.of(
          "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
          "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
          "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
  private static final String TRAILER =
      "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:"
          + "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Host", "s3.amazonaws.com",
          "x-amz-date", "20130524T000000Z",
          "x-amz-storage-class", "REDUCED_REDUNDANCY",
          "Content-Encoding", "aws-chunked",
          "x-amz-decoded-content-length", "66560");

  private static Inbound plain(String body) {
    return request(
        HEADERS,
        Map.of(
            "Content-Length", "66824",
            "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                    + "aws4_request,SignedHeaders=content-encoding;content-length;host;"
                    + "x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
                    + "x-amz-storage-class,Signature="
                    + "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"),
        body);
  }

  private static Inbound withTrailer(String body) {
    return request(
        HEADERS,
        Map.of(
            "x-amz-trailer", "x-amz-checksum-crc32c",
            "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                    + "aws4_request,SignedHeaders=content-encoding;host;x-amz-content-sha256;"
                    + "x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer,"
                    + "Signature="
                    + "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"),
        body);
  }

  private static Inbound request(
      Map<String, String> common, Map<String, String> others, String body) {
    Headers.Builder headers = Headers.builder();
    common.forEach(headers::set);
    others.forEach(headers::set);
    return new Inbound(
        "PUT",
        "/examplebucket/chunkObject.txt",
        "",
        headers.build(),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String body(List<String> signatures, String end) {
    return "10000;chunk-signature="
        + signatures.get(0)
        + "\r\n"
        + "a".repeat(65536)
        + "\r\n400;chunk-signature="
        + signatures.get(1)
        + "\r\n"
        + "a".repeat(1024)
        + "\r\n0;chunk-signature="
        + signatures.get(2)
        + "\r\n"
        + end;
  }

  private static byte[] read(Inbound received) throws IOException {
    Inbound decoded = DecodedBody.decoded(received);
    SignedRequest signed = Objects.requireNonNull(SignedRequest.of(received));
    Routes routes = new Routes(ModelLoader.builtIn(), Set.of("s3"));
    Target target = routes.find(received, "s3", null);
    Principal principal = new Principal("1", "arn", SECRET, null, null, true);
    Clock clock = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);
    return new SignatureCheck(received, signed, principal, target, clock)
        .verify(decoded)
        .body()
        .readAllBytes();
  }

  @Test
  void chunks_ofTheDocumentation_areAccepted() throws IOException {
    assertThat(read(plain(body(PLAIN, "\r\n")))).hasSize(66560);
    assertThat(read(withTrailer(body(WITH_TRAILER, TRAILER)))).hasSize(66560);
  }

  @Test
  void chunks_changed_areRefused() {
    String good = body(PLAIN, "\r\n");
    for (String bad :
        List.of(
            good.replaceFirst("aaaa\r\n400", "aaab\r\n400"),
            good.replaceFirst("aaaa\r\n0", "aaab\r\n0"),
            good.replace("449df9", "449df8"),
            good.replaceFirst("400;chunk-signature=.{64}", "400"))) {
      assertThatThrownBy(() -> read(plain(bad)))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo("SignatureDoesNotMatch"));
    }
  }

  @Test
  void trailers_changed_areRefused() {
    String good = body(WITH_TRAILER, TRAILER);
    for (String bad :
        List.of(good.replace("sOO8/Q==", "sOO8/A=="), good.replace("fe2e435", "fe2e436"))) {
      assertThatThrownBy(() -> read(withTrailer(bad)))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo("SignatureDoesNotMatch"));
    }
  }
}
