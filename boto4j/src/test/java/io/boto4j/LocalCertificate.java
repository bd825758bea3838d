package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost.
 *
 * @param keys the server's
 * @param trusting trusts it
 */
record LocalCertificate(KeyManagerFactory keys, SSLContext trusting) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  static LocalCertificate in(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    String command =
        Path.of(System.getProperty("java.home"), "bin", "keytool")
            + " -genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=localhost -ext"
            + " SAN=dns:localhost,ip:127.0.0.1 -validity 3650 -storetype PKCS12 -storepass "
            + new String(PASSWORD)
            + " -keystore ";
    String[] words = (command + "|").split(" ");
    words[words.length - 1] = file.toString();
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return new LocalCertificate(own, context);
  }
}
