package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ProxyConnectionException;
import io.boto4j.internal.transport.ScriptedServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of proxy and certificate settings, and their precedence. */
@Timeout(60)
final class NetworkSettingsTest {
  private static final String ANSWER = ScriptedServer.ok("{\"TableNames\":[\"by proxy\"]}");

  /** A server that responds for any endpoint. */
  private static ScriptedServer proxy() throws Exception {
    return ScriptedServer.start(ScriptedServer.answering(ANSWER));
  }

  private static Client client(
      Map<String, String> environment, Consumer<ClientConfig.Builder> options) {
    return Session.builder()
        .environment(environment)
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of("AKID", "secret"))
        .build()
        .client("dynamodb", options);
  }

  private static Client client(ScriptedServer proxy, String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(
          variables[i], variables[i + 1].replace("PROXY", "http://127.0.0.1:" + proxy.port()));
    }
    return client(environment, c -> c.endpointUrl("http://endpoint.invalid:8000"));
  }

  private static void assertProxied(Client client) {
    try (client) {
      assertThat(client.call("ListTables").list("TableNames")).containsExactly("by proxy");
    }
  }

  /** Only the proxy can resolve the endpoint. */
  private static void assertDirect(Client client) {
    try (client) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .hasMessageContaining("Could not connect to the endpoint URL");
    }
  }

  @Test
  void environment_namesProxies() throws Exception {
    try (ScriptedServer proxy = proxy()) {
      assertProxied(client(proxy, "http_proxy", "PROXY"));
      assertProxied(client(proxy, "HTTP_PROXY", "PROXY"));
      assertProxied(client(proxy, "http_proxy", "PROXY", "HTTP_PROXY", "http://other.invalid"));
      assertProxied(client(proxy, "http_proxy", "PROXY", "REQUEST_METHOD", "GET"));
      assertProxied(client(proxy, "http_proxy", "PROXY", "no_proxy", "other.invalid"));
      assertProxied(
          client(proxy, "http_proxy", "PROXY", "no_proxy", "", "NO_PROXY", "endpoint.invalid"));
      assertThat(proxy.requests().get(0)).startsWith("POST http://endpoint.invalid:8000/ HTTP/1.1");
    }
  }

  @Test
  void environment_namesExceptions() throws Exception {
    try (ScriptedServer proxy = proxy()) {
      assertDirect(client(proxy, "https_proxy", "PROXY"));
      assertDirect(client(proxy, "all_proxy", "PROXY"));
      assertDirect(client(proxy, "http_proxy", "", "HTTP_PROXY", "PROXY"));
      assertDirect(client(proxy, "HTTP_PROXY", "PROXY", "REQUEST_METHOD", "GET"));
      assertDirect(client(proxy, "http_proxy", "PROXY", "NO_PROXY", "invalid"));
      assertDirect(client(proxy, "http_proxy", "PROXY", "no_proxy", "*"));
      assertDirect(client(proxy, "http_proxy", "PROXY", "no_proxy", "endpoint.invalid:8000"));
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void code_winsOverTheEnvironment() throws Exception {
    try (ScriptedServer proxy = proxy()) {
      Map<String, String> environment =
          Map.of("http_proxy", "http://other.invalid", "no_proxy", "*");
      String url = "http://127.0.0.1:" + proxy.port();
      assertProxied(
          client(
              environment,
              c -> c.endpointUrl("http://endpoint.invalid").proxies(Map.of("http", url))));
      assertDirect(
          client(
              Map.of("http_proxy", url),
              c -> c.endpointUrl("http://endpoint.invalid").proxies(Map.of())));
    }
  }

  @Test
  void proxyThatIsNotThere_isNamedWithoutItsPassword() {
    try (Client client =
        client(
            Map.of(),
            c ->
                c.endpointUrl("https://endpoint.invalid")
                    .proxies(Map.of("https", "http://user:CANARY@proxy.invalid:1")))) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .isInstanceOf(ProxyConnectionException.class)
          .hasMessage(
              "Failed to connect to proxy URL: \"http://***:***@proxy.invalid:1\": unknown host");
    }
  }

  @Test
  void proxyThatMakesNoSense_makesNoClient() {
    assertThatThrownBy(() -> client(Map.of("https_proxy", "http://u:CANARY@h:x"), c -> {}))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"})
  void bundle_ofTheEnvironment_isRead(String variable) {
    Map<String, String> environment = Map.of(variable, "no-such-bundle.pem");
    try (Client client = client(environment, c -> c.endpointUrl("https://127.0.0.1:9"))) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .satisfiesAnyOf(
              e -> assertThat(e).hasMessageContaining("no-such-bundle.pem"),
              e -> assertThat(e).hasMessageContaining("Could not connect"));
    }
    assertThatThrownBy(() -> client(Map.of(variable, " "), c -> {}))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("blank");
  }

  @Test
  void sslContext_replacesTheBundleOfTheEnvironment(@TempDir Path folder) throws Exception {
    LocalCertificate certificate = LocalCertificate.in(folder);
    SSLContext ofServer = SSLContext.getInstance("TLS");
    ofServer.init(certificate.keys().getKeyManagers(), null, null);
    ServerSocket listener =
        ofServer
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Map<String, String> environment = Map.of("AWS_CA_BUNDLE", "no-such-file.pem");

    try (ScriptedServer server = ScriptedServer.start(listener, ScriptedServer.answering(ANSWER));
        Client client =
            client(
                environment,
                c ->
                    c.endpointUrl("https://localhost:" + server.port())
                        .sslContext(certificate.trusting()))) {
      assertThat(client.call("ListTables").list("TableNames")).containsExactly("by proxy");
    }
  }

  @Test
  void sslContext_withAnotherOptionOfTls_isRefused() throws Exception {
    SSLContext context = SSLContext.getDefault();
    assertThat(ClientConfig.builder().sslContext(context).build().sslContext()).isSameAs(context);

    assertThatThrownBy(() -> client(Map.of(), c -> c.sslContext(context).verify(false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sslContext and verify are both set: the context has its own trust and keys; set one of"
                + " the two");
    assertThatThrownBy(() -> client(Map.of(), c -> c.sslContext(context).caBundle(Path.of("p"))))
        .hasMessageStartingWith("sslContext and caBundle are both set");
  }

  @Test
  void options_areKeptByTheConfiguration() {
    ClientConfig unset = ClientConfig.builder().build();
    assertThat(unset.proxies()).isNull();
    assertThat(unset.proxiesConfig()).isNull();
    assertThat(unset.verify()).isTrue();
    assertThat(unset.useSsl()).isTrue();
    assertThat(unset.caBundle()).isNull();
    assertThat(unset.clientCert()).isNull();
    assertThat(unset.clientKey()).isNull();
    assertThat(unset.maxConnections()).isZero();
    assertThat(unset.leakDetection()).isFalse();

    ClientConfig.Builder builder =
        ClientConfig.builder()
            .proxies(Map.of("http", "p"))
            .proxiesConfig(
                p ->
                    p.caBundle(Path.of("pca"))
                        .clientCert(Path.of("pc"), Path.of("pk"))
                        .useForwardingForHttps(true))
            .verify(false)
            .useSsl(false)
            .caBundle(Path.of("ca"))
            .clientCert(Path.of("c"), Path.of("k"))
            .maxConnections(3)
            .leakDetection(true);
    ClientConfig set = builder.build();
    builder.maxConnections(4).clientCert(Path.of("both")).proxies(Map.of());

    assertThat(set.proxies()).isEqualTo(Map.of("http", "p"));
    assertThat(set.verify()).isFalse();
    assertThat(set.useSsl()).isFalse();
    assertThat(set.caBundle()).isEqualTo(Path.of("ca"));
    assertThat(set.clientCert()).isEqualTo(Path.of("c"));
    assertThat(set.clientKey()).isEqualTo(Path.of("k"));
    assertThat(set.maxConnections()).isEqualTo(3);
    assertThat(set.leakDetection()).isTrue();
    ProxiesConfig proxies = set.proxiesConfig();
    assertThat(proxies).isNotNull();
    assertThat(proxies.caBundle()).isEqualTo(Path.of("pca"));
    assertThat(proxies.clientCert()).isEqualTo(Path.of("pc"));
    assertThat(proxies.clientKey()).isEqualTo(Path.of("pk"));
    assertThat(proxies.useForwardingForHttps()).isTrue();
    assertThat(builder.build().clientKey()).isNull();
    assertThatThrownBy(() -> builder.maxConnections(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void useSsl_off_isForEndpointsThatRulesName() {
    Recorder recorder = new Recorder();
    Session session = Sessions.with(recorder).config(c -> c.useSsl(false)).build();

    session.client("dynamodb").call("ListTables");
    assertThat(recorder.last().uri()).hasToString("http://dynamodb.eu-west-1.amazonaws.com/");
    assertThat(session.client("dynamodb").endpointUrl())
        .hasToString("http://dynamodb.eu-west-1.amazonaws.com");

    session.client("dynamodb", c -> c.endpointUrl("https://h.test")).call("ListTables");
    assertThat(recorder.last().uri()).hasToString("https://h.test/");
  }
}
