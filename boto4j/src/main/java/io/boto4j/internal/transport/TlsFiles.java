package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with certificates of the user's own. The files are read when the first call needs them. */
public final class TlsFiles implements Supplier<SSLSocketFactory> {
  /** Guards a key store that never leaves this process. */
  private static final char[] NO_PASSWORD = {};

  private final boolean verify;
  private final @Nullable Path trusted;
  private final @Nullable Path certificate;
  private final @Nullable Path key;
  private final String option;

  /**
   * Names the files.
   *
   * @param verify false to take any certificate for any host's
   * @param trusted a PEM file of the authorities to trust, and no others; null for the JVM's
   * @param certificate a PEM file of the client's certificate and those between it and its
   *     authority, maybe with its private key; null for none
   * @param key a PEM file of the private key, or null if it is with the certificate
   * @param option what names the first file, for messages
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
   * @return a factory
   * @throws InvalidConfigException if a file cannot be read or understood
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

  /** An extended one: the JDK compares hosts on behalf of any other. */
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
