package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that are read as trust stores, and those that are left to JSSE. */
final class TrustStoreFileTest {
  private static final String[] NO_PASSWORD = {
    "-storetype",
    "PKCS12",
    "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
    "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"
  };

  @TempDir private static Path folder;
  private static Path jks;
  private static Path pkcs12;
  private static Path protectedByPassword;

  @BeforeAll
  static void makeStores() throws Exception {
    TrustStores stores = new TrustStores(folder);
    stores.selfSigned("one", "CN=one");
    stores.selfSigned("two", "CN=two, O=Example");
    List<String> both = List.of("one", "two");
    jks = stores.store("store.jks", both, "-storetype", "JKS");
    pkcs12 = stores.store("store.p12", both, NO_PASSWORD);
    protectedByPassword = stores.store("protected.p12", both, "-storetype", "PKCS12");
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty("javax.net.ssl.trustStore", jks.toString());
    properties.setProperty(name, value);
    return properties;
  }

  @Test
  void bothFormats_haveTheCertificatesThatTheJdkFinds() throws Exception {
    for (Path file : List.of(jks, pkcs12)) {
      assertThat(TrustStoreFile.certificates(Files.readAllBytes(file)))
          .as(file.toString())
          .hasSize(2)
          .containsExactlyInAnyOrderElementsOf(TrustStores.byTheJdk(file));
    }
  }

  @Test
  void trustStoreOfThisJvm_hasTheCertificatesThatTheJdkFinds() throws Exception {
    Path cacerts = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    Properties properties = new Properties();
    properties.setProperty("java.home", System.getProperty("java.home"));

    assertThat(TrustStoreFile.read(properties))
        .hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(TrustStores.byTheJdk(cacerts));
  }

  @Test
  void fileOfTheProperty_isReadInPlaceOfTheJvms() {
    assertThat(TrustStoreFile.read(properties("javax.net.ssl.trustStore", pkcs12.toString())))
        .hasSize(2);
  }

  @Test
  void jssecacerts_precedesCacerts(@TempDir Path home) throws Exception {
    Path security = Files.createDirectories(home.resolve("lib").resolve("security"));
    Files.copy(jks, security.resolve("jssecacerts"));
    Properties properties = new Properties();
    properties.setProperty("java.home", home.toString());

    assertThat(TrustStoreFile.read(properties)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.net.ssl.trustStoreType",
        "javax.net.ssl.trustStoreProvider",
        "javax.net.ssl.trustStorePassword",
        "javax.net.ssl.keyStore",
        "com.sun.security.enableAIAcaIssuers",
        "com.sun.net.ssl.checkRevocation"
      })
  void unusualProperty_isLeftToJsse(String property) {
    assertThat(TrustStoreFile.read(properties(property, ""))).hasSize(2);
    assertThat(TrustStoreFile.read(properties(property, "value"))).isNull();
  }

  @Test
  void missingFile_isLeftToJsse() {
    assertThat(TrustStoreFile.read(properties("javax.net.ssl.trustStore", "NONE"))).isNull();
  }

  @Test
  void fileWithAPassword_isLeftToJsse() throws Exception {
    byte[] file = Files.readAllBytes(protectedByPassword);

    assertThatThrownBy(() -> TrustStoreFile.certificates(file))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keys_areLeftToJsse() throws Exception {
    new TrustStores(folder)
        .keytool(
            folder.resolve("key.jks"),
            "-storetype",
            "JKS",
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "key",
            "-dname",
            "CN=key",
            "-keypass",
            TrustStores.PASSWORD);
    byte[] file = Files.readAllBytes(folder.resolve("key.jks"));

    assertThatThrownBy(() -> TrustStoreFile.certificates(file))
        .hasMessage("an entry is not a certificate");
  }

  @Test
  void certificateThatIsNotMarkedAsTrusted_isLeftToJsse() throws Exception {
    byte[] file = Files.readAllBytes(pkcs12);
    byte[] mark = {0x60, (byte) 0x86, 0x48, 0x01, (byte) 0x86, (byte) 0xf9, 0x66};
    for (int i = 0; i < file.length - mark.length; i++) {
      if (Arrays.equals(file, i, i + mark.length, mark, 0, mark.length)) {
        file[i]++;
      }
    }

    assertThatThrownBy(() -> TrustStoreFile.certificates(file))
        .hasMessage("a certificate is not marked as trusted");
  }

  @Test
  void everyFileThatIsCutOff_isRefused() throws Exception {
    for (Path file : List.of(jks, pkcs12)) {
      byte[] whole = Files.readAllBytes(file);
      int end = file.equals(jks) ? whole.length - 20 : whole.length; // a digest follows, unused
      for (int length = 0; length < end; length++) {
        byte[] part = Arrays.copyOf(whole, length);
        assertThat(catchThrowable(() -> TrustStoreFile.certificates(part)))
            .as("%s, %d bytes", file, length)
            .isInstanceOfAny(IllegalArgumentException.class, IOException.class);
      }
    }
  }
}
