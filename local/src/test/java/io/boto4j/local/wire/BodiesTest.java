package io.boto4j.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies on their way: large ones, compressed ones, and those with checksums. */
final class BodiesTest {
  private static final int LARGE = 100 << 20;

  private static Client overHttp(LocalAws aws, String service) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .build()
        .client(
            service,
            c ->
                c.endpointUrl(aws.endpoint().toString())
                    .maxAttempts(1)
                    .s3(s3 -> s3.addressingStyle("path")));
  }

  /** A stream of zeros, of which nothing is kept. */
  private static InputStream zeros(long length) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] target, int offset, int count) {
        if (left <= 0) {
          return -1;
        }
        int some = (int) Math.min(count, left);
        Arrays.fill(target, offset, offset + some, (byte) 0);
        left -= some;
        return some;
      }
    };
  }

  private static long count(InputStream in) {
    try {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void stream_largerThanTheLimitOfDocuments_passesBothWays() throws IOException {
    AtomicLong received = new AtomicLong();
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "s3",
                "PutObject",
                call -> {
                  received.set(count((InputStream) call.input().get("Body")));
                  return Map.of();
                })
            .on("s3", "GetObject", call -> Map.of("Body", zeros(LARGE)))
            .start()) {
      // Without TLS, boto4j sends no stream whose hash it does not know.
      aws.session()
          .client("s3")
          .call(
              "PutObject",
              Map.of("Bucket", "b", "Key", "k", "Body", zeros(LARGE), "ContentLength", LARGE));
      assertThat(received).hasValue(LARGE);
      try (ResponseStream body =
          overHttp(aws, "s3").call("GetObject", Map.of("Bucket", "b", "Key", "k")).body("Body")) {
        assertThat(count(body)).isEqualTo(LARGE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CRC32",
        "CRC32C",
        "CRC64NVME",
        "SHA1",
        "SHA256",
        "SHA512",
        "XXHASH64",
        "XXHASH3",
        "XXHASH128"
      })
  void checksums_ofRequests_areVerifiedInHeadersAndTrailers(String algorithm) {
    List<String> bodies = new ArrayList<>();
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "s3",
                "PutObject",
                call -> {
                  bodies.add(text(call));
                  return Map.of();
                })
            .start()) {
      Map<String, String> input =
          Map.of("Bucket", "b", "Key", "k", "Body", "body", "ChecksumAlgorithm", algorithm);
      overHttp(aws, "s3").call("PutObject", input);
      aws.session().client("s3").call("PutObject", input);
    }
    assertThat(bodies).containsExactly("body", "body");
  }

  private static String text(EngineCall call) {
    try {
      return new String(
          ((InputStream) call.input().get("Body")).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void checksums_ofResponses_areSentWhenAskedFor() {
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "s3",
                "GetObject",
                call ->
                    Map.of(
                        "Body",
                        "body".getBytes(StandardCharsets.UTF_8),
                        "ChecksumSHA1",
                        "AqmA/LzdIPZtBFMJ4BYuEi/Tt3A="))
            .on("s3", "HeadObject", call -> Map.of("ChecksumCRC32", "AAAAAA=="))
            .start()) {
      Client s3 = aws.session().client("s3", c -> c.responseChecksumValidation("when_required"));
      Map<String, String> input = Map.of("Bucket", "b", "Key", "k");
      assertThat(s3.call("GetObject", input).text("ChecksumSHA1")).isNull();
      Map<String, String> enabled = Map.of("Bucket", "b", "Key", "k", "ChecksumMode", "ENABLED");
      Response response = s3.call("GetObject", enabled);
      assertThat(response.text("ChecksumSHA1")).isEqualTo("AqmA/LzdIPZtBFMJ4BYuEi/Tt3A=");
    }
  }

  @Test
  void checksum_thatAHandlerDoesNotGive_isCalculated() throws IOException {
    try (LocalAws aws =
            LocalAws.builder()
                .on(
                    "s3",
                    "GetObject",
                    call -> Map.of("Body", "body".getBytes(StandardCharsets.UTF_8)))
                .start();
        ResponseStream body =
            aws.session()
                .client("s3")
                .call("GetObject", Map.of("Bucket", "b", "Key", "k", "ChecksumMode", "ENABLED"))
                .body("Body")) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("body");
    }
  }

  @Test
  void request_compressed_isReadAsItWas() {
    List<Integer> sizes = new ArrayList<>();
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "cloudwatch",
                "PutMetricData",
                call -> {
                  sizes.add(call.input().list("MetricData").size());
                  return Map.of();
                })
            .start()) {
      List<Map<String, ?>> data = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        data.add(Map.of("MetricName", "metric-" + i, "Value", 1.0, "Timestamp", Instant.EPOCH));
      }
      overHttp(aws, "cloudwatch")
          .call("PutMetricData", Map.of("Namespace", "n", "MetricData", data));
    }
    assertThat(sizes).containsExactly(500);
  }
}
