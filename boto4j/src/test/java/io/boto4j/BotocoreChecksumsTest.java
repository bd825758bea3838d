package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.checksum.Checksum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checksums and compressed bodies are byte for byte those of botocore, recorded by {@code
 * checksum_requests.py}.
 */
final class BotocoreChecksumsTest {
  private static final Set<String> LEFT_OUT =
      Set.of("user-agent", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request");

  @TestFactory
  Stream<DynamicTest> requests() {
    return cases("requests", 200)
        .map(each -> dynamicTest("botocore requests / " + each.get("id"), () -> request(each)));
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return cases("answers", 15)
        .map(each -> dynamicTest("botocore answers / " + each.get("id"), () -> answer(each)));
  }

  @Test
  void names_all_areThoseOfS3sModel() {
    Object modelled =
        Sessions.client("s3", new Recorder())
            .model()
            .operation("GetObject")
            .traits()
            .map("httpChecksum")
            .get("responseAlgorithms");
    List<String> names = new ArrayList<>();
    Checksum.NAMES.forEach(name -> names.add(name.toUpperCase(Locale.ROOT)));
    names.add("MD5");

    assertThat(modelled).asInstanceOf(InstanceOfAssertFactories.LIST).hasSameElementsAs(names);
  }

  @TestFactory
  Stream<DynamicTest> configs() {
    return cases("configs", 5)
        .map(each -> dynamicTest("botocore configs / " + each.get("options"), () -> config(each)));
  }

  private static Stream<Map<String, Object>> cases(String kind, int least) {
    List<Map<String, Object>> cases =
        Fixtures.maps(Fixtures.map(Fixtures.read("botocore-checksums.json")).get(kind));
    assertThat(cases).hasSizeGreaterThan(least);
    return cases.stream();
  }

  private static void request(Map<String, Object> fixture) throws IOException {
    Recorder recorder = new Recorder().answer(200, "");
    client(fixture, recorder)
        .call(
            (String) fixture.get("operation"),
            Fixtures.map(Fixtures.decode(fixture.get("params"))));

    HttpRequest sent = recorder.last();
    boolean compressed = (Boolean) fixture.get("compressed");
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(sent.uri().toString()).isEqualTo(fixture.get("url"));
    assertThat(headers(sent, compressed))
        .isEqualTo(new TreeMap<>(Fixtures.map(fixture.get("headers"))));
    try (InputStream body = sent.body().open();
        InputStream plain = compressed ? new GZIPInputStream(body) : body) {
      assertThat(plain.readAllBytes()).isEqualTo(base64(fixture.get("body")));
    }
  }

  private static Map<String, Object> headers(HttpRequest request, boolean compressed) {
    Map<String, Object> headers = new TreeMap<>();
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean varies =
          compressed && (name.equals("authorization") || name.equals("x-amz-content-sha256"));
      if (!LEFT_OUT.contains(name) && !varies && !name.equals("content-length")) {
        headers.merge(name, header.getValue(), (first, second) -> first + " AND " + second);
      }
    }
    return headers;
  }

  private static void answer(Map<String, Object> fixture) {
    byte[] body = base64(fixture.get("body"));
    Headers.Builder headers = Headers.builder();
    Fixtures.map(fixture.get("headers"))
        .forEach((name, value) -> headers.add(name, (String) value));
    Recorder recorder =
        new Recorder()
            .answer(r -> HttpResponse.of(200, headers.build(), new ByteArrayInputStream(body)));
    if (fixture.containsKey("message")) {
      assertThatThrownBy(() -> call(fixture, recorder))
          .isInstanceOf(FlexibleChecksumException.class)
          .hasMessage((String) fixture.get("message"));
    } else {
      Response response = call(fixture, recorder);
      assertThat(response.metadata().checksumAlgorithm()).isEqualTo(fixture.get("algorithm"));
    }
  }

  /** Reads the body too, if there is one. */
  private static Response call(Map<String, Object> fixture, Recorder recorder) {
    Response response =
        client(fixture, recorder)
            .call(
                (String) fixture.get("operation"),
                Fixtures.map(Fixtures.decode(fixture.get("params"))));
    ResponseStream stream = (ResponseStream) response.get("Body");
    if (stream != null) {
      assertThat(stream.readAllBytes()).isEqualTo(base64(fixture.get("body")));
    }
    return response;
  }

  private static void config(Map<String, Object> fixture) {
    InvalidConfigException e =
        catchThrowableOfType(
            InvalidConfigException.class, () -> client(fixture, new Recorder()).close());
    assertThat(e).hasMessage((String) fixture.get("message"));
  }

  private static Client client(Map<String, Object> fixture, Recorder recorder) {
    Object endpoint = fixture.getOrDefault("endpoint", "https://sums.example.com");
    return Sessions.with(recorder)
        .dataPath(models())
        .build()
        .client(
            (String) fixture.getOrDefault("service", "sums"),
            c -> {
              c.endpointUrl((String) endpoint).injectHostPrefix(false);
              options(c, Fixtures.map(fixture.get("options")));
            });
  }

  private static void options(ClientConfig.Builder config, Map<String, Object> options) {
    options.forEach(
        (name, value) -> {
          switch (name) {
            case "request_checksum_calculation" ->
                config.requestChecksumCalculation((String) value);
            case "response_checksum_validation" ->
                config.responseChecksumValidation((String) value);
            case "request_min_compression_size_bytes" ->
                config.requestMinCompressionSizeBytes((Integer) value);
            case "disable_request_compression" -> config.disableRequestCompression((Boolean) value);
            default -> throw new IllegalArgumentException(name);
          }
        });
  }

  static Path models() {
    try {
      return Path.of(
          Objects.requireNonNull(BotocoreChecksumsTest.class.getResource("checksum-models"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] base64(Object text) {
    return Base64.getDecoder().decode((String) text);
  }
}
