package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.time.SpecialFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and the private key in a PEM file (RFC 7468). Text between the blocks, and
 * blocks of other kinds, are ignored.
 */
final class PemFile {
  /** A hundred times the size of the JVM's own trust store. */
  private static final int LARGEST = 16 << 20;

  private final Path path;
  private final List<X509Certificate> certificates = new ArrayList<>();
  private @Nullable PrivateKey key;

  private PemFile(Path path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @param option the option that names the file, for messages
   * @throws InvalidConfigException if the file cannot be read or parsed; the message never has its
   *     content
   */
  static PemFile read(Path path, String option) {
    PemFile file = new PemFile(path);
    try (InputStream in = SpecialFile.open(path)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IllegalArgumentException("it is larger than 16 MiB");
      }
      file.parse(new String(content, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw bad(option, path, "cannot be read: " + e.getClass().getSimpleName());
    } catch (CertificateException | IllegalArgumentException e) {
      throw bad(option, path, "cannot be parsed: " + e.getMessage());
    }
    return file;
  }

  /** Returns the certificates, at least one. */
  List<X509Certificate> certificates(String option) {
    if (certificates.isEmpty()) {
      throw bad(option, path, "contains no certificate");
    }
    return certificates;
  }

  /** Returns the key. */
  PrivateKey key(String option) {
    PrivateKey found = key;
    if (found == null) {
      throw bad(option, path, "contains no private key");
    }
    return found;
  }

  private void parse(String text) throws CertificateException {
    int at = text.indexOf("-----BEGIN ");
    while (at >= 0) {
      int nameEnd = text.indexOf("-----", at + 11);
      String name = nameEnd < 0 ? "" : text.substring(at + 11, nameEnd);
      String end = "-----END " + name + "-----";
      int to = text.indexOf(end, at);
      if (nameEnd < 0 || to < 0) {
        throw new IllegalArgumentException("a block does not end");
      }
      block(name, text.substring(nameEnd + 5, to));
      at = text.indexOf("-----BEGIN ", to);
    }
  }

  private void block(String name, String content) throws CertificateException {
    if (name.equals("CERTIFICATE") || name.equals("X509 CERTIFICATE")) {
      certificates.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(decode(content))));
    } else if (name.equals("ENCRYPTED PRIVATE KEY") || content.contains("ENCRYPTED")) {
      throw new IllegalArgumentException("its private key is encrypted: decrypt it first");
    } else if (name.endsWith("PRIVATE KEY") && key == null) {
      key = PemKey.of(name, decode(content));
    }
  }

  private static byte[] decode(String content) {
    return Base64.getMimeDecoder().decode(content);
  }

  private static InvalidConfigException bad(String option, Path path, String why) {
    return new InvalidConfigException(
        "The file that " + option + " names " + why + " (" + path + ")");
  }
}
