package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What went wrong in other SDKs about hosts, paths, policies and signatures does not here.
 *
 * <ul>
 *   <li>Region into a host name (CVE-2026-22611, GHSA-6475-r3vj-m8vf, GHSA-g59m-gf8j-gjf5,
 *       GHSA-pc9j-5v36-2mww): {@link EndpointHostsTest} for region, account id and bucket from
 *       code, environment and file; here account id of environment and file, and host prefixes;
 *       {@link RedirectTest} for the region of a redirect, {@link EndpointDiscoveryTest} for a
 *       discovered host.
 *   <li>Dot segments in URLs (CVE-2023-51651): here, over a socket; {@link BotocoreS3Test} for the
 *       signatures.
 *   <li>Policy JSON by concatenation (GHSA-443w-3rq3-5m5h, GHSA-27qh-8cxx-2cr5): here for forms,
 *       {@code CloudFrontSignerTest} for CloudFront.
 *   <li>Secrets in texts (CVE-2019-14846, CVE-2023-30610): {@link ExplanationTest}, {@link
 *       PresignTest}, {@code SecretsStaySecretTest}.
 *   <li>Header injection: here, and {@link PresignTest} for URLs.
 *   <li>Integrity: {@link ChecksumBodiesTest}, {@link ChecksumAnswersTest}.
 * </ul>
 */
final class SecurityCasesTest {
  private static final Map<String, String> CONTROL =
      Map.of("LF", "a\nb", "CR", "a\rX-Evil: 1", "NUL", "a\0b", "CRLF", "a\r\nX-Evil: 1");

  private final Recorder recorder = new Recorder().answer(200, "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a//b",
        "../x",
        "a/../../b",
        "./a/./b/",
        "/lead",
        " a b ",
        "a+b",
        "100%",
        "%2e%2e/x",
        "\ud83d\ude00/\u00fc",
        "a?b=c&d#e",
        "~'()*!;:@,$",
        "a\r\nb",
        "a\0b"
      })
  @Timeout(60)
  void key_goesOntoTheWireAsItIsSigned(String key) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort();
      CompletableFuture<List<String>> head = CompletableFuture.supplyAsync(() -> serve(server));
      Map<String, String> object = Map.of("Bucket", "my-bucket", "Key", key);

      try (Client real = overSockets().client("s3", c -> c.endpointUrl(url))) {
        real.call("GetObject", object);
      }
      List<String> lines = head.get(30, TimeUnit.SECONDS);
      Sessions.with(recorder)
          .build()
          .client("s3", c -> c.endpointUrl(url))
          .call("GetObject", object);

      HttpRequest signed = recorder.last();
      assertThat(lines.get(0)).isEqualTo("GET " + signed.uri().getRawPath() + " HTTP/1.1");
      assertThat(lines).contains("Authorization: " + signed.headers().first("Authorization"));
      assertThat(decoded(lines.get(0))).isEqualTo("/my-bucket/" + key);
    }
  }

  private static Session overSockets() {
    return Session.builder()
        .environment(Map.of())
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .clock(Clock.fixed(Sessions.NOW, ZoneOffset.UTC))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build();
  }

  private static List<String> serve(ServerSocket server) {
    try (Socket socket = server.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        lines.add(line);
      }
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(String requestLine) {
    String target = requestLine.substring("GET ".length(), requestLine.lastIndexOf(' '));
    return PercentEncoding.decode(target);
  }

  @Test
  void header_withALineBreak_isRefusedBeforeSigning() {
    Client s3 = Sessions.client("s3", recorder);
    for (String hostile : CONTROL.values()) {
      for (Map<String, Object> member :
          List.<Map<String, Object>>of(
              Map.of("ContentType", hostile),
              Map.of("Metadata", Map.of("name", hostile)),
              Map.of("Metadata", Map.of(hostile, "value")),
              Map.of("CacheControl", hostile),
              Map.of("Tagging", hostile))) {
        Map<String, Object> params = new HashMap<>(member);
        params.putAll(Map.of("Bucket", "my-bucket", "Key", "k", "Body", "x"));

        Throwable refusal = catchThrowable(() -> s3.call("PutObject", params));
        assertThat(refusal)
            .as("%s", member)
            .isInstanceOfAny(Boto4jException.class, IllegalArgumentException.class);
        assertThat(refusal.getMessage()).doesNotContain(hostile);
      }
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.com/#", "a@evil.com", "a b", "a\r\nX: y", "a:1", "a?b", "\u00e4", "a_b"})
  void hostPrefix_outOfTheInput_isALabel(String hostile) {
    Client s3 = Sessions.client("s3", recorder);
    Client control = Sessions.client("s3control", recorder);

    assertThatThrownBy(
            () ->
                s3.call(
                    "WriteGetObjectResponse", Map.of("RequestRoute", hostile, "RequestToken", "t")))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(() -> control.call("ListJobs", Map.of("AccountId", hostile)))
        .isInstanceOf(Boto4jException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com/#", "1@evil.com", "a b"})
  void accountId_ofEnvironmentOrFile_neverReachesAHost(String hostile, @TempDir Path home)
      throws IOException {
    Map<String, String> keys =
        Map.of("AWS_ACCESS_KEY_ID", Sessions.KEY_ID, "AWS_SECRET_ACCESS_KEY", Sessions.SECRET);
    Map<String, String> environment = new HashMap<>(keys);
    environment.put("AWS_ACCOUNT_ID", hostile);
    Path file =
        Files.writeString(
            home.resolve("credentials"),
            "[default]\naws_access_key_id = "
                + Sessions.KEY_ID
                + "\naws_secret_access_key = "
                + Sessions.SECRET
                + "\naws_account_id = "
                + hostile);

    for (Map<String, String> each :
        List.of(environment, Map.of("AWS_SHARED_CREDENTIALS_FILE", file.toString()))) {
      Client dynamodb =
          Sessions.bare(recorder).region("eu-west-1").environment(each).build().client("dynamodb");
      Throwable refusal = catchThrowable(() -> dynamodb.call("ListTables"));

      assertThat(refusal).isNotNull();
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k\"}, {\"acl\": \"public-read", "k\\", "k\",\"x\":\"", "\u2028\"", "k\n\"]"})
  void policy_ofAForm_holdsTheKeyAsOneText(String key) {
    PresignedPost post = Sessions.client("s3", recorder).presignPost("my-bucket", key);

    byte[] policy = Base64.getDecoder().decode(post.fields().get("policy"));
    List<?> conditions = (List<?>) Fixtures.map(Fixtures.json(policy)).get("conditions");
    assertThat(conditions).hasSize(5).element(1).isEqualTo(Map.of("key", key));
  }
}
