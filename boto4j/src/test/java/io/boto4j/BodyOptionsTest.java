package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of the checksum and compression options, and the effect of compression. */
@SuppressWarnings("boto4j") // models that the test writes
@Timeout(30)
final class BodyOptionsTest {
  private static final Map<String, Object> LARGE = Map.of("Text", "x".repeat(20_000));

  @TempDir private Path home;

  private final Recorder recorder = new Recorder();

  private Client client(
      Map<String, String> environment, String profile, Consumer<ClientConfig.Builder> options) {
    try {
      Files.createDirectories(home.resolve(".aws"));
      Files.writeString(home.resolve(".aws/config"), "[default]\n" + profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Sessions.with(recorder)
        .environment(environment)
        .home(home)
        .dataPath(BotocoreChecksumsTest.models())
        .build()
        .client("sums", options);
  }

  private boolean sums(Map<String, String> environment, String profile) {
    client(environment, profile, c -> {}).call("Set", Map.of("Text", "t"));
    return recorder.last().headers().contains("x-amz-checksum-crc32");
  }

  private boolean asks(Map<String, String> environment, String profile) {
    client(environment, profile, c -> {}).call("Head", Map.of("Key", "k"));
    return recorder.last().headers().contains("x-amz-checksum-mode");
  }

  private boolean compresses(Map<String, String> environment, String profile) {
    client(environment, profile, c -> {}).call("Send", LARGE);
    return recorder.last().headers().contains("Content-Encoding");
  }

  @Test
  void requestChecksum_environmentThenProfile_decide() {
    String key = "AWS_REQUEST_CHECKSUM_CALCULATION";
    String required = "request_checksum_calculation = when_required\n";

    assertThat(sums(Map.of(), "")).isTrue();
    assertThat(sums(Map.of(key, "WHEN_REQUIRED"), "")).isFalse();
    assertThat(sums(Map.of(), required)).isFalse();
    assertThat(sums(Map.of(key, "when_supported"), required)).isTrue();
  }

  @Test
  void responseChecksum_environmentThenProfile_decide() {
    String key = "AWS_RESPONSE_CHECKSUM_VALIDATION";
    String required = "response_checksum_validation = when_required\n";

    assertThat(asks(Map.of(), "")).isTrue();
    assertThat(asks(Map.of(key, "when_required"), "")).isFalse();
    assertThat(asks(Map.of(), required)).isFalse();
    assertThat(asks(Map.of(key, "when_supported"), required)).isTrue();
  }

  @Test
  void compression_environmentThenProfile_decide() {
    String disable = "AWS_DISABLE_REQUEST_COMPRESSION";
    String least = "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES";

    assertThat(compresses(Map.of(), "")).isTrue();
    assertThat(compresses(Map.of(disable, "true"), "")).isFalse();
    assertThat(compresses(Map.of(disable, "yes"), "")).isTrue();
    assertThat(compresses(Map.of(), "disable_request_compression = TRUE\n")).isFalse();
    assertThat(compresses(Map.of(disable, "false"), "disable_request_compression = true\n"))
        .isTrue();
    assertThat(compresses(Map.of(least, "30000"), "")).isFalse();
    assertThat(compresses(Map.of(), "request_min_compression_size_bytes = 30000\n")).isFalse();
    assertThat(compresses(Map.of(least, "1"), "request_min_compression_size_bytes = 30000\n"))
        .isTrue();
  }

  @Test
  void option_inCode_winsOverAll() {
    Client client =
        client(
            Map.of(
                "AWS_REQUEST_CHECKSUM_CALCULATION", "when_required",
                "AWS_DISABLE_REQUEST_COMPRESSION", "true",
                "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "nonsense"),
            "",
            c ->
                c.requestChecksumCalculation("when_supported")
                    .disableRequestCompression(false)
                    .requestMinCompressionSizeBytes(20));
    client.call("SendChecked", LARGE);

    assertThat(recorder.last().headers().first("Content-Encoding")).isEqualTo("gzip");
    assertThat(client.config().requestMinCompressionSizeBytes()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS_REQUEST_CHECKSUM_CALCULATION | never | Unsupported configuration value for"
            + " request_checksum_calculation. Expected one of ('when_supported', 'when_required')"
            + " but got never.",
        "AWS_RESPONSE_CHECKSUM_VALIDATION | TRUE | Unsupported configuration value for"
            + " response_checksum_validation. Expected one of ('when_supported', 'when_required')"
            + " but got true.",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES | 1.5 | Invalid value \"1.5\" for"
            + " request_min_compression_size_bytes. Value must be an integer.",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES | 0 | Invalid value \"0\" for"
            + " request_min_compression_size_bytes. Value must be between 1 and 1048576.",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES | 1048577 | Invalid value \"1048577\" for"
            + " request_min_compression_size_bytes. Value must be between 1 and 1048576.",
      })
  void option_wrong_makesNoClient(String variable, String value, String message) {
    assertThatThrownBy(() -> client(Map.of(variable, value), "", c -> {}))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void checksum_ofACompressedBody_isOfWhatIsSent() throws IOException {
    client(Map.of(), "", c -> {}).call("SendChecked", LARGE);

    HttpRequest sent = recorder.last();
    try (InputStream body = sent.body().open()) {
      CRC32 crc = new CRC32();
      crc.update(body.readAllBytes());
      byte[] expected = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
      assertThat(Base64.getDecoder().decode(sent.headers().first("x-amz-checksum-crc32")))
          .isEqualTo(expected);
    }
  }

  @Test
  void compressed_body_isSignedAndMeasured() {
    client(Map.of(), "", c -> {}).call("Send", LARGE);

    HttpRequest sent = recorder.last();
    assertThat(sent.body().contentLength()).isBetween(20L, 1000L);
    assertThat(sent.body().replayable()).isTrue();
    assertThat(sent.headers().first("X-Amz-Content-SHA256")).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000})
  void stream_ofAnySize_isCompressed(int size) throws IOException {
    byte[] bytes = "y".repeat(size).getBytes(StandardCharsets.US_ASCII);
    client(Map.of(), "", c -> {})
        .call("Stream", Map.of("Key", "k", "Body", new ByteArrayInputStream(bytes)));

    try (InputStream body = new GZIPInputStream(recorder.last().body().open())) {
      assertThat(body.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void stream_namedLength_isNotThatOfTheCompressed() {
    client(Map.of(), "", c -> {})
        .call("Stream", Map.of("Key", "k", "Body", new byte[5000], "ContentLength", 5000));

    assertThat(recorder.last().headers().contains("Content-Length")).isFalse();
    assertThat(recorder.last().body().contentLength()).isLessThan(100);
  }

  @Test
  void stream_endless_isRefusedWithAWayOut() {
    Random random = new Random(1);
    InputStream noise =
        new InputStream() {
          @Override
          public int read() {
            return random.nextInt(256);
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
              target[offset + i] = (byte) random.nextInt();
            }
            return length;
          }
        };

    assertThatThrownBy(
            () -> client(Map.of(), "", c -> {}).call("Stream", Map.of("Key", "k", "Body", noise)))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining("more than 16 MiB")
        .hasMessageContaining("disableRequestCompression");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void stream_broken_isARequestBodyError() {
    assertThatThrownBy(
            () ->
                client(Map.of(), "", c -> {})
                    .call("Stream", Map.of("Key", "k", "Body", new BrokenStream())))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining(BrokenStream.MESSAGE);
  }
}
