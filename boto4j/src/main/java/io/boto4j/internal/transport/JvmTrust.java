package io.boto4j.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The trust of this JVM, with its trust store parsed as far as a connection needs it: of some 150
 * authorities, the one or two that a server's chain names.
 *
 * <p>The JDK's own trust manager decides, about a trust store of these few. What it rejects is
 * presented to the trust manager of the whole trust store, whose decision is final. A chain that is
 * trusted with some of the authorities is trusted with all of them, so both accept the same chains.
 */
final class JvmTrust extends X509ExtendedTrustManager {
  private final List<byte[]> certificates;
  private final byte[][] subjects;

  /** The managers that have accepted a chain, by their certificates. A server cannot add others. */
  private final Map<BitSet, X509ExtendedTrustManager> proven = new ConcurrentHashMap<>();

  private volatile @Nullable X509ExtendedTrustManager whole;

  private JvmTrust(List<byte[]> certificates) {
    this.certificates = certificates;
    this.subjects = new byte[certificates.size()][];
    for (int i = 0; i < subjects.length; i++) {
      subjects[i] = subject(certificates.get(i));
    }
  }

  /** Returns the trust of this JVM, or null if only JSSE knows it. */
  static @Nullable JvmTrust find() {
    List<byte[]> certificates = TrustStoreFile.read(System.getProperties());
    return certificates == null || certificates.isEmpty() ? null : of(certificates);
  }

  /** Returns trust in certificates, or null if one is not a certificate. */
  static @Nullable JvmTrust of(List<byte[]> certificates) {
    try {
      return new JvmTrust(certificates);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Loads the JDK's classes for certificates and trust, ahead of a server's answer. */
  void warmUp() {
    try {
      BitSet first = new BitSet();
      first.set(0);
      some(first);
    } catch (GeneralSecurityException | IOException e) {
      // The handshake that needs them will report it.
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (!isTrustedBySome(chain, type, socket)) {
      whole().checkServerTrusted(chain, type, socket);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    whole().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    whole().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    whole().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    whole().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    whole().checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    try {
      return whole().getAcceptedIssuers();
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the whole trust store has been parsed. */
  boolean isWhole() {
    return whole != null;
  }

  private boolean isTrustedBySome(X509Certificate[] chain, String type, Socket socket) {
    BitSet named = named(chain);
    if (named.isEmpty()) {
      return false;
    }
    try {
      X509ExtendedTrustManager known = proven.get(named);
      X509ExtendedTrustManager some = known == null ? some(named) : known;
      some.checkServerTrusted(chain, type, socket);
      if (known == null) {
        proven.put(named, some);
      }
      return true;
    } catch (GeneralSecurityException | IOException e) {
      return false; // the whole trust store decides, and its reason is reported
    }
  }

  /** Returns the certificates of our own that a chain names as issuers, or contains. */
  private BitSet named(X509Certificate[] chain) {
    BitSet named = new BitSet(subjects.length);
    for (X509Certificate certificate : chain) {
      add(named, certificate.getIssuerX500Principal());
      add(named, certificate.getSubjectX500Principal());
    }
    return named;
  }

  private void add(BitSet named, X500Principal name) {
    byte[] wanted = name.getEncoded();
    for (int i = 0; i < subjects.length; i++) {
      if (Arrays.equals(subjects[i], wanted)) {
        named.set(i);
      }
    }
  }

  private X509ExtendedTrustManager some(BitSet chosen)
      throws GeneralSecurityException, IOException {
    // Of the types that every JDK has, the one that loads the fewest classes.
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    CertificateFactory x509 = CertificateFactory.getInstance("X.509");
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      byte[] der = certificates.get(i);
      store.setCertificateEntry(
          Integer.toString(i), x509.generateCertificate(new ByteArrayInputStream(der)));
    }
    return manager(store);
  }

  private X509ExtendedTrustManager whole() throws CertificateException {
    X509ExtendedTrustManager created = whole;
    if (created == null) {
      try {
        created = manager(null);
      } catch (GeneralSecurityException e) {
        throw new CertificateException("The trust store of this JVM cannot be used", e);
      }
      whole = created;
    }
    return created;
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        return x509;
      }
    }
    throw new CertificateException("This JVM has no trust manager for X.509");
  }

  /** Returns the field {@code subject} of a certificate (RFC 5280, section 4.1). */
  private static byte[] subject(byte[] certificate) {
    Der fields = Der.of(certificate).enter(Der.SEQUENCE).enter(Der.SEQUENCE);
    if (fields.nextIs(Der.TAGGED)) {
      fields.skip(Der.TAGGED); // the version
    }
    return fields
        .skip(Der.INTEGER) // the serial number
        .skip(Der.SEQUENCE) // the signature algorithm
        .skip(Der.SEQUENCE) // the issuer
        .skip(Der.SEQUENCE) // the validity
        .element(Der.SEQUENCE);
  }
}
