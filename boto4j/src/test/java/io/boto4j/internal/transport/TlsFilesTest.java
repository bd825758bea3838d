package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.HttpClientException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.TlsException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities and certificates of the user, in the formats of OpenSSL. */
@Timeout(60)
final class TlsFilesTest {
  private static final String ANSWER = ScriptedServer.ok("secure");

  @TempDir private static Path folder;
  private static PemFixtures pem;
  private static Path trusted;

  @BeforeAll
  static void makeFiles() throws Exception {
    pem = new PemFixtures(folder);
    trusted = pem.file("ca.pem", pem.certificate("rsa") + "\n" + pem.certificate("server"));
  }

  private static ScriptedServer server(boolean asksForCertificate) throws Exception {
    SSLServerSocket socket =
        (SSLServerSocket)
            pem.serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, Calls.loopback(1));
    socket.setNeedClientAuth(asksForCertificate);
    return ScriptedServer.start(socket, ScriptedServer.answering(ANSWER));
  }

  private static String get(ScriptedServer server, String host, TlsFiles files) throws Exception {
    TransportOptions options =
        TransportOptions.defaults()
            .withTimeouts(5_000, 5_000)
            .withResolver(name -> new InetAddress[] {Calls.loopback(1)})
            .withTls(files);
    try (SocketTransport transport = new SocketTransport(options)) {
      URI uri = URI.create("https://" + host + ":" + server.port() + "/p?secret");
      return Calls.text(transport.send(Calls.get(uri)));
    }
  }

  private static TlsFiles trusting(Path bundle) {
    return new TlsFiles(true, bundle, null, null, "caBundle");
  }

  @Test
  void bundle_isTrustedAndNothingElse() throws Exception {
    try (ScriptedServer server = server(false)) {
      assertThat(get(server, "localhost", trusting(trusted))).isEqualTo("secure");

      Path other = pem.file("other.pem", pem.certificate("ec"));
      assertThatThrownBy(() -> get(server, "localhost", trusting(other)))
          .isInstanceOf(TlsException.class)
          .hasMessageStartingWith(
              "SSL validation failed for https://localhost:" + server.port() + "/p ");
    }
  }

  @Test
  void bundle_doesNotMakeUpForAnotherHost() throws Exception {
    try (ScriptedServer server = server(false)) {
      assertThatThrownBy(() -> get(server, "other.test", trusting(trusted)))
          .isInstanceOf(TlsException.class)
          .hasMessageContaining("other.test");
    }
  }

  @Test
  void noVerification_takesAnybodyForAnyHost() throws Exception {
    TlsFiles none = new TlsFiles(false, null, null, null, "verify");
    try (ScriptedServer server = server(false)) {
      assertThat(get(server, "other.test", none)).isEqualTo("secure");
    }
    // And it applies to the one client only.
    try (ScriptedServer server = server(false)) {
      assertThatThrownBy(() -> get(server, "localhost", new TlsFiles(true, null, null, null, "-")))
          .isInstanceOf(TlsException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"rsa,pkcs8", "rsa,pkcs1", "ec,pkcs8", "ec,sec1"})
  void clientCertificate_isShown(String alias, String form) throws Exception {
    String key =
        Map.of("pkcs8", pem.pkcs8(alias), "pkcs1", pem.pkcs1(), "sec1", pem.sec1()).get(form);
    Path both = pem.file("both.pem", key + pem.certificate(alias));
    Path certificate = pem.file("cert.pem", pem.certificate(alias));
    Path keyFile = pem.file("key.pem", "Some words\r\n" + key.replace("\n", "\r\n"));
    try (ScriptedServer server = server(true)) {
      assertThat(get(server, "localhost", new TlsFiles(true, trusted, both, null, "-")))
          .isEqualTo("secure");
      assertThat(get(server, "localhost", new TlsFiles(true, trusted, certificate, keyFile, "-")))
          .isEqualTo("secure");
    }
  }

  @Test
  void clientCertificate_missing_isRefusedByTheServer() throws Exception {
    try (ScriptedServer server = server(true)) {
      assertThatThrownBy(() -> get(server, "localhost", trusting(trusted)))
          .isInstanceOf(HttpClientException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CANARY",
        "-----BEGIN CERTIFICATE-----\nCANARY",
        "-----BEGIN CERTIFICATE-----\nQ0FOQVJZ\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----\nQ0FOQVJZ\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMIGE\n-----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMAMCAQE=\n-----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----",
        "-----BEGIN CANARY PRIVATE KEY-----\nQ0FOQVJZ\n-----END CANARY PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nQ0FOQVJZ\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nQ0FOQVJZ\n"
            + "-----END RSA PRIVATE KEY-----"
      })
  void file_thatMakesNoSense_isNamedAndNotShown(String text) throws Exception {
    Path bad = pem.file("bad.pem", text);
    for (TlsFiles files :
        new TlsFiles[] {trusting(bad), new TlsFiles(true, null, bad, null, "caBundle")}) {
      assertThatThrownBy(files::get)
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining("bad.pem")
          .hasMessageMatching("(?s)The file that (caBundle|clientCert) names .*")
          .hasMessageNotContaining("Q0FOQVJZ");
    }
  }

  @Test
  void file_thatIsNotThere_isNamed() {
    assertThatThrownBy(trusting(folder.resolve("absent.pem"))::get)
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("absent.pem")
        .hasMessageContaining("NoSuchFileException");
  }
}
