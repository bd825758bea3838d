package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with the user's certificates. The files are read when the first call needs them. */
public final class TlsFiles implements TlsSource {
  /** The password of a key store that never leaves this process. */
  private static final char[] NO_PASSWORD = {};

  private final boolean verify;
  private final @Nullable Path trusted;
  private final @Nullable Path certificate;
  private final @Nullable Path key;
  private final String option;

  /**
   * Creates a source of TLS sockets without reading the files.
   *
   * @param verify false to accept any certificate for any host
   * @param trusted a PEM file of the only authorities to trust, or null for the JVM's
   * @param certificate a PEM file with the client's certificate, the intermediate ones and,
   *     optionally, its private key; null for no client certificate
   * @param key a PEM file with the private key, or null if it is in the file of the certificate
   * @param option the option that names the first file, for messages
   */
  public TlsFiles(
      boolean verify,
      @Nullable Path trusted,
      @Nullable Path certificate,
      @Nullable Path key,
      String option) {
    this.verify = verify;
    this.trusted = trusted;
    this.certificate = certificate;
    this.key = key;
    this.option = option;
  }

  /**
   * Reads the files.
   *
   * @return a factory of sockets
   * @throws InvalidConfigException if a file cannot be read or parsed
   */
  @Override
  public SSLSocketFactory get() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), trustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new InvalidConfigException("The certificates cannot be used: " + e.getMessage());
    }
  }

  private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
    if (!verify) {
      return new TrustManager[] {new Anybody()};
    }
    if (trusted == null) {
      return null;
    }
    KeyStore store = emptyStore();
    int count = 0;
    for (X509Certificate each : PemFile.read(trusted, option).certificates(option)) {
      store.setCertificateEntry("ca-" + count++, each);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
    if (certificate == null) {
      return null;
    }
    PemFile file = PemFile.read(certificate, "clientCert");
    List<X509Certificate> chain = file.certificates("clientCert");
    PemFile keyFile = key == null ? file : PemFile.read(key, "clientCert");
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "client", keyFile.key("clientCert"), NO_PASSWORD, chain.toArray(new X509Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Accepts all certificates. For a plain X509TrustManager, the JDK would check the host. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
