package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions about servers, compared with those of the JDK's trust manager. */
final class JvmTrustTest {
  private static final Socket NONE = null;

  @TempDir private static Path folder;
  private static TrustStores stores;
  private static X509Certificate server;
  private static X509ExtendedTrustManager jdk;
  private static List<byte[]> roots;

  @BeforeAll
  static void makeCertificates() throws Exception {
    stores = new TrustStores(folder);
    server = stores.selfSigned("server", "CN=localhost");
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    jdk = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    Properties properties = new Properties();
    properties.setProperty("java.home", System.getProperty("java.home"));
    roots = TrustStoreFile.read(properties);
  }

  private static X509Certificate parse(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static X509Certificate[] chain(X509Certificate... certificates) {
    return certificates;
  }

  private static String decision(X509ExtendedTrustManager manager, X509Certificate... chain) {
    try {
      manager.checkServerTrusted(chain, "UNKNOWN", NONE);
      return "trusted";
    } catch (CertificateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void certificateOfTheStore_isTrustedWithoutParsingTheOthers() throws Exception {
    List<byte[]> certificates = new ArrayList<>(roots);
    certificates.add(server.getEncoded());
    JvmTrust trust = JvmTrust.of(certificates);

    assertThat(decision(trust, server)).isEqualTo("trusted");
    assertThat(decision(trust, server)).isEqualTo("trusted");

    assertThat(trust.isWhole()).isFalse();
  }

  @Test
  void otherCertificate_isRejectedByTheWholeStore_inTheWordsOfTheJdk() {
    JvmTrust trust = JvmTrust.of(roots);

    assertThat(decision(trust, server)).isEqualTo(decision(jdk, server)).isNotEqualTo("trusted");
    assertThat(trust.isWhole()).isTrue();
  }

  @Test
  void everyAuthorityOfThisJvm_isDecidedAsByTheJdk() throws Exception {
    JvmTrust trust = JvmTrust.of(roots);
    int trusted = 0;
    for (byte[] root : roots) {
      X509Certificate certificate = parse(root);
      String expected = decision(jdk, certificate);
      assertThat(decision(trust, certificate))
          .as(certificate.getSubjectX500Principal().getName())
          .isEqualTo(expected);
      trusted += expected.equals("trusted") ? 1 : 0;
    }
    assertThat(trusted).isGreaterThan(50);
  }

  @Test
  void impostorWithTheNameOfAnAuthority_isRejected() throws Exception {
    X509Certificate impostor = stores.selfSigned("impostor", "CN=localhost");
    assertThat(impostor.getSubjectX500Principal()).isEqualTo(server.getSubjectX500Principal());
    JvmTrust trust = JvmTrust.of(List.of(server.getEncoded()));

    assertThatThrownBy(() -> trust.checkServerTrusted(chain(impostor), "UNKNOWN", NONE))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> trust.checkServerTrusted(chain(impostor, server), "UNKNOWN", NONE))
        .isInstanceOf(CertificateException.class);
  }

  @Test
  void chainOfNoCertificate_isRejected() {
    JvmTrust trust = JvmTrust.of(roots);

    assertThatThrownBy(() -> trust.checkServerTrusted(chain(), "UNKNOWN", NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptedIssuers_areAllOfTheStore() {
    assertThat(JvmTrust.of(roots).getAcceptedIssuers()).hasSize(roots.size());
  }

  @Test
  void bytesThatAreNotACertificate_areLeftToJsse() {
    assertThat(JvmTrust.of(List.of(new byte[] {0x30, 0x03, 1, 2, 3}))).isNull();
  }
}
