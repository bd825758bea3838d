package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.SILENCE;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static io.boto4j.internal.credentials.LoopbackAws.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.transport.NameResolver;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ContainerCredentialsTest {
  private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
  private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
  private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
  private static final String GET = "GET /v1/credentials";

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void neitherUri_isNotFound() {
    assertThat(provider(new TestParts(home)).find().reason())
        .isEqualTo("neither " + RELATIVE + " nor " + FULL + " is set");
    assertThat(provider(new TestParts(home).set(RELATIVE, "").set(FULL, "")).find().provider())
        .isNull();
  }

  @Test
  void fullUri_isAskedWithoutProxyAndWithoutToken() {
    server.on(GET, ok(keys("a", 6)));
    TestParts parts = parts().set("http_proxy", "http://127.0.0.1:1");

    assertThat(find(parts).credentials())
        .isEqualTo(
            Credentials.of("a", "cAnArY-secret", "cAnArY-token")
                .withAccountId("123456789012")
                .withExpiration(TestParts.NOW.plus(Duration.ofHours(6)))
                .withSource("container-role"));
    assertThat(server.last().header("Accept")).isEqualTo("application/json");
    assertThat(server.last().head()).doesNotContainIgnoringCase("authorization");
  }

  @Test
  void relativeUri_isOfEcsAndGoesBeforeAFullOne() {
    server.on("GET /v2/credentials/id", ok(keys("a", 6)));
    List<URI> asked = new ArrayList<>();
    TestParts parts = parts().set(RELATIVE, "/v2/credentials/id?x=y");

    Lookup found = new ContainerCredentials(parts.parts(), detour(asked)).find();

    assertThat(found.provider().credentials().accessKeyId()).isEqualTo("a");
    assertThat(asked).containsExactly(URI.create("http://169.254.170.2/v2/credentials/id?x=y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "@evil.example/", ":80@evil.example/", ".evil.example/", "/ x"})
  void relativeUri_thatIsNoPath_isRefused(String path) {
    assertThatThrownBy(() -> provider(new TestParts(home).set(RELATIVE, path)).find())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(RELATIVE + " is not a path: '");
  }

  @Test
  void tokenFile_isReadAtEachFetchAndGoesBeforeTheToken() {
    server.on(GET, ok(keys("a", 1)));
    TestParts parts =
        parts()
            .set(TOKEN_FILE, home.resolve("token"))
            .set(TOKEN, "never")
            .file("token", "Bearer one");
    CredentialsProvider found = find(parts);
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer one");

    parts.file("token", "Bearer two");
    parts.clock.advance(Duration.ofMinutes(50));
    found.credentials();

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer two");
  }

  @Test
  void token_isSentAsItIs() {
    server.on(GET, ok(keys("a", 1)));

    find(parts().set(TOKEN, "Basic abc="));

    assertThat(server.last().header("Authorization")).isEqualTo("Basic abc=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cAnArY\n", "cAnArY\r\n", " cAnArY \n\n"})
  void tokenFile_thatEndsInALineBreak_isRead(String content) throws Exception {
    server.on(GET, ok(keys("a", 1)));

    find(parts().set(TOKEN_FILE, home.resolve("token")).file("token", content));

    assertThat(server.last().header("Authorization")).isEqualTo("cAnArY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cAnArY\r\nX: y", "cAn\nArY", "cAn\rArY", "cAn\u0000ArY"})
  void token_withALineBreak_isRefusedAndNotShown(String token) {
    TestParts inVariable = parts().set(TOKEN, token);
    TestParts inFile = parts().set(TOKEN_FILE, home.resolve("token")).file("token", token);

    for (TestParts each : new TestParts[] {inVariable, inFile}) {
      assertThatThrownBy(() -> provider(each).find())
          .isInstanceOf(CredentialRetrievalException.class)
          .hasMessageContaining("Auth token value is not a legal header value")
          .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAn"));
    }
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void tokenFile_missingOrHuge_isNamed() {
    Path file = home.resolve("token");
    TestParts parts = parts().set(TOKEN_FILE, file);

    assertThatThrownBy(() -> provider(parts).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("the file of " + TOKEN_FILE + " cannot be read: " + file);
    parts.file("token", "x".repeat(MetadataHttp.MAX_BYTES));
    assertThatThrownBy(() -> provider(parts).find()).hasMessageContaining("larger than a token");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void answer_badTwice_isAskedForThreeTimesASecondApart() {
    server.on(GET, status(500, ""), ok("cAnArY{"), ok(keys("a", 6)));
    TestParts parts = parts();

    assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");
    assertThat(parts.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void answer_badEachTime_endsTheChain() {
    server.on(GET, status(403, "cAnArY"));
    TestParts parts = parts();

    assertThatThrownBy(() -> provider(parts).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from container-role: Received non 200 response 403"
                + " from "
                + server.uri("/v1/credentials")
                + " (AWS_CONTAINER_CREDENTIALS_FULL_URI) after 3 attempts");
    assertThat(server.asked()).hasSize(3);
    assertThat(parts.pauses).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"AccessKeyId\": \"a\"}|Missing required key in response: 'SecretAccessKey'",
        "{\"code\": \"x\", \"message\": \"cAnArY\"}|Missing required key in response: 'AccessKeyId'",
        "{\"AccessKeyId\": \"a\", \"SecretAccessKey\": \"cAnArY x\"}|contains white space",
        "[]|is JSON, but not an object",
        "cAnArY|is not the expected JSON",
      })
  void answer_unfit_isNotShown(String response, String message) {
    server.on(GET, ok(response));

    assertThatThrownBy(() -> provider(parts()).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void redirect_isNotFollowed() {
    server
        .on(
            GET,
            request ->
                "HTTP/1.1 307 Go\r\nLocation: "
                    + server.uri("/x")
                    + "\r\nContent-Length: 0\r\n\r\n")
        .on("GET /x", ok(keys("a", 6)));

    assertThatThrownBy(() -> provider(parts().set(TOKEN, "cAnArY")).find())
        .hasMessageContaining("response 307");
    assertThat(server.asked()).containsOnly(GET);
  }

  @Test
  void silence_endsInTime() {
    server.on(GET, SILENCE);
    TestParts parts = parts();
    MetadataHttp impatient = new MetadataHttp(100, null);

    assertThatThrownBy(() -> new ContainerCredentials(parts.parts(), impatient).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("Read timeout on endpoint URL")
        .hasMessageContaining(FULL);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void thread_interruptedBetweenTries_isToldSo() {
    server.on(GET, status(500, ""));
    TestParts parts = parts();
    ChainParts sleepless =
        new ChainParts(
            parts.parts().settings(),
            home,
            parts.clock,
            pause -> {
              throw new InterruptedException();
            },
            () -> 0,
            parts.parts().serviceCalls(),
            serial -> "",
            null);

    assertThatThrownBy(() -> new ContainerCredentials(sleepless).find())
        .isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/",
        "127.0.0.1/x",
        "http://",
        "http:///x",
        "http://cAnArY:cAnArY@127.0.0.1/",
        "http://cAnArY@169.254.170.2/",
        "http://169.254.170.2@evil.example/",
        "http://127.0.0.1\\@evil.example/",
        "http://127.0.0.1/#cAnArY",
        "http://127.0.0.1/\r\nHost: x",
        "https://user@example.com/",
      })
  void fullUri_thatIsNone_isRefusedAndNotShown(String uri) {
    assertThatThrownBy(() -> provider(new TestParts(home).set(FULL, uri)).find())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(FULL + " is not an http or https URL")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.8.7",
        "::1",
        "169.254.170.2",
        "169.254.170.23",
        "fd00:ec2::23"
      })
  void address_ofTheContainersOwn_isAllowed(String address) throws Exception {
    assertThat(check(address)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.3",
        "10.0.0.1",
        "0.0.0.0",
        "192.0.2.1",
        "::",
        "fd00:ec2::254",
        "2001:db8::1"
      })
  void address_ofAnother_isRefused(String address) {
    assertThatThrownBy(() -> check(address))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("Unsupported host 'credentials.example' in " + FULL)
        .hasMessageContaining("loopback address");
  }

  @Test
  void addresses_oneOfThemAnothers_isRefused() {
    assertThatThrownBy(() -> check("127.0.0.1", "192.0.2.1"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void http_toAnotherHost_isRefusedBeforeAnythingIsSent() {
    TestParts parts = new TestParts(home).set(FULL, "http://192.0.2.1/cAnArY").set(TOKEN, "cAnArY");

    assertThatThrownBy(() -> provider(parts).find())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("Unsupported host '192.0.2.1'")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
    assertThat(parts.pauses).isEmpty();
  }

  @Test
  void https_mayGoAnywhere() {
    assertThat(ContainerUri.resolver(FULL, URI.create("https://example.com/"))).isNull();
    assertThat(ContainerUri.resolver(FULL, URI.create("HTTPS://example.com/"))).isNull();
    assertThat(ContainerUri.resolver(FULL, URI.create("http://example.com/"))).isNotNull();
  }

  private static InetAddress[] check(String... addresses) throws UnknownHostException {
    InetAddress[] found = new InetAddress[addresses.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = InetAddress.getByName(addresses[i]);
    }
    NameResolver names = host -> found;
    return ContainerUri.resolver(FULL, names).resolve("credentials.example");
  }

  /** Redirects the requests for another host to the server. */
  private MetadataHttp detour(List<URI> asked) {
    SocketTransport sockets = new SocketTransport(TransportOptions.defaults());
    return new MetadataHttp(
        request -> {
          asked.add(request.uri());
          return sockets.send(
              new HttpRequest(
                  request.method(),
                  server.uri(request.uri().getRawPath()),
                  request.headers(),
                  request.body()));
        },
        2000);
  }

  private TestParts parts() {
    return new TestParts(home).set(FULL, server.uri("/v1/credentials"));
  }

  private static CredentialsProvider find(TestParts parts) {
    return provider(parts).find().provider();
  }

  private static ContainerCredentials provider(TestParts parts) {
    return new ContainerCredentials(parts.parts());
  }

  private static String keys(String id, int hours) {
    return "{\"RoleArn\": \"x\", \"AccountId\": \"123456789012\", \"AccessKeyId\": \""
        + id
        + "\", \"SecretAccessKey\": \"cAnArY-secret\", \"Token\": \"cAnArY-token\","
        + " \"Expiration\": \""
        + TestParts.NOW.plus(Duration.ofHours(hours))
        + "\"}";
  }
}
