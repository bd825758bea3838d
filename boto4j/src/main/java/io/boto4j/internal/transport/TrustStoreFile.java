package io.boto4j.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates in the trust store file of this JVM, not parsed. It reads the two formats that
 * JDKs come with: JKS, and PKCS #12 (RFC 7292) without a password.
 *
 * <p>The file and its meaning follow JSSE: {@code javax.net.ssl.trustStore}, else {@code
 * jssecacerts}, else {@code cacerts}. If JSSE would do more than read a plain file of certificates,
 * the result is null, and JSSE does it.
 */
final class TrustStoreFile {
  private static final int JKS = 0xfeedfeed;
  private static final int JKS_VERSION = 2;
  private static final int JKS_CERTIFICATE = 2;

  /** The type of a file's content, 1.2.840.113549.1.7.1. */
  private static final byte[] DATA = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x01
  };

  /** The type of a bag with a certificate, 1.2.840.113549.1.12.10.1.3. */
  private static final byte[] CERTIFICATE_BAG = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01, 0x03
  };

  /** The type of an X.509 certificate, 1.2.840.113549.1.9.22.1. */
  private static final byte[] X509 = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x09, 0x16, 0x01
  };

  /** The attribute with which the JDK marks trusted certificates, 2.16.840.1.113894.746875.1.1. */
  private static final byte[] TRUSTED = {
    0x60,
    (byte) 0x86,
    0x48,
    0x01,
    (byte) 0x86,
    (byte) 0xf9,
    0x66,
    (byte) 0xad,
    (byte) 0xca,
    0x7b,
    0x01,
    0x01
  };

  /** The properties that make JSSE do more than read a file, if one has a value. */
  private static final String[] UNUSUAL = {
    "javax.net.ssl.trustStoreType",
    "javax.net.ssl.trustStoreProvider",
    "javax.net.ssl.trustStorePassword",
    "javax.net.ssl.keyStore",
    "com.sun.security.enableAIAcaIssuers",
    "com.sun.net.ssl.checkRevocation",
  };

  private TrustStoreFile() {}

  /**
   * Reads the trust store of a JVM.
   *
   * @param properties the JVM's properties
   * @return the certificates in DER, or null if only JSSE knows what is trusted
   */
  static @Nullable List<byte[]> read(Properties properties) {
    for (String property : UNUSUAL) {
      if (!properties.getProperty(property, "").isEmpty()) {
        return null;
      }
    }
    String type = KeyStore.getDefaultType();
    if (!TrustManagerFactory.getDefaultAlgorithm().equals("PKIX")
        || !(type.equalsIgnoreCase("pkcs12") || type.equalsIgnoreCase("jks"))) {
      return null;
    }
    try {
      return certificates(Files.readAllBytes(file(properties)));
    } catch (IOException | IllegalArgumentException e) {
      // JSSE decides what a missing or damaged file means.
      return null;
    }
  }

  private static Path file(Properties properties) {
    String chosen = properties.getProperty("javax.net.ssl.trustStore", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    Path folder = Path.of(properties.getProperty("java.home"), "lib", "security");
    Path preferred = folder.resolve("jssecacerts");
    return Files.exists(preferred) ? preferred : folder.resolve("cacerts");
  }

  /**
   * Returns the certificates in the content of a trust store.
   *
   * @throws IOException if a JKS file is cut off
   * @throws IllegalArgumentException if it is not a file of trusted certificates alone
   */
  static List<byte[]> certificates(byte[] file) throws IOException {
    return file.length > 0 && file[0] == (byte) (JKS >> 24) ? jks(file) : pkcs12(file);
  }

  private static List<byte[]> jks(byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    require(in.readInt() == JKS && in.readInt() == JKS_VERSION, "not JKS");
    int count = in.readInt();
    List<byte[]> certificates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      require(in.readInt() == JKS_CERTIFICATE, "an entry is not a certificate");
      in.readUTF(); // the alias
      in.readLong(); // the time of its creation
      require(in.readUTF().equals("X.509"), "a certificate is not X.509");
      int length = in.readInt();
      require(length >= 0 && length <= in.available(), "a certificate is cut off");
      certificates.add(in.readNBytes(length));
    }
    return certificates;
  }

  private static List<byte[]> pkcs12(byte[] file) {
    Der store = Der.of(file).enter(Der.SEQUENCE);
    store.skip(Der.INTEGER); // the version
    Der contents = data(store).enter(Der.SEQUENCE);
    require(!store.hasNext(), "the file has a password");
    List<byte[]> certificates = new ArrayList<>();
    while (contents.hasNext()) {
      Der bags = data(contents).enter(Der.SEQUENCE);
      while (bags.hasNext()) {
        certificates.add(certificate(bags.enter(Der.SEQUENCE)));
      }
    }
    return certificates;
  }

  /** Moves past a ContentInfo that is not encrypted, and returns a position inside it. */
  private static Der data(Der contents) {
    Der info = contents.enter(Der.SEQUENCE);
    requireId(info, DATA);
    return info.enter(Der.TAGGED).enter(Der.OCTETS);
  }

  private static byte[] certificate(Der bag) {
    requireId(bag, CERTIFICATE_BAG);
    Der value = bag.enter(Der.TAGGED).enter(Der.SEQUENCE);
    requireId(value, X509);
    byte[] certificate = value.enter(Der.TAGGED).contentOf(Der.OCTETS);
    boolean trusted = false;
    Der attributes = bag.enter(Der.SET);
    while (attributes.hasNext()) {
      byte[] id = attributes.enter(Der.SEQUENCE).contentOf(Der.OBJECT_ID);
      trusted |= Arrays.equals(id, TRUSTED);
    }
    require(trusted, "a certificate is not marked as trusted");
    return certificate;
  }

  private static void requireId(Der element, byte[] id) {
    require(Arrays.equals(element.contentOf(Der.OBJECT_ID), id), "another kind of content");
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
