package io.boto4j.local.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A new RSA key and an X.509 certificate that it signs itself. The JDK can read certificates but
 * has no public class that writes them.
 */
public final class SelfSigned {
  private static final int BITS = 2048;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** SEQUENCE of the object identifier of sha256WithRSAEncryption and NULL. */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  /** SEQUENCE of the version, which is 3, as an explicit [0]. */
  private static final byte[] VERSION = HexFormat.of().parseHex("a003020102");

  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
  private static final byte[] ALTERNATIVE_NAMES = HexFormat.of().parseHex("0603551d11");
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OCTETS = 0x04;
  private static final int EXTENSIONS = 0xa3;
  private static final int DNS_NAME = 0x82;
  private static final int ADDRESS = 0x87;

  private final KeyPair keys;
  private final byte[] encoded;

  private SelfSigned(KeyPair keys, byte[] encoded) {
    this.keys = keys;
    this.encoded = encoded;
  }

  /**
   * Makes a key and a certificate for a name.
   *
   * @param name the common name
   * @return the certificate
   */
  public static SelfSigned of(String name) {
    return create(name, new byte[0]);
  }

  /**
   * Makes a key and a certificate for servers on this machine: {@code localhost} and all its names,
   * and 127.0.0.1.
   *
   * @return the certificate
   */
  public static SelfSigned ofThisMachine() {
    byte[] names =
        tag(
            SEQUENCE,
            tag(DNS_NAME, "localhost".getBytes(US_ASCII)),
            tag(DNS_NAME, "*.localhost".getBytes(US_ASCII)),
            tag(ADDRESS, new byte[] {127, 0, 0, 1}));
    byte[] extension = tag(SEQUENCE, ALTERNATIVE_NAMES, tag(OCTETS, names));
    return create("localhost", tag(EXTENSIONS, tag(SEQUENCE, extension)));
  }

  private static SelfSigned create(String name, byte[] extensions) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair keys = generator.generateKeyPair();
      return new SelfSigned(keys, certificate(keys, name, extensions));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has RSA
    }
  }

  private static byte[] certificate(KeyPair keys, String commonName, byte[] extensions)
      throws GeneralSecurityException {
    byte[] name =
        tag(SEQUENCE, tag(SET, tag(SEQUENCE, COMMON_NAME, tag(0x0c, commonName.getBytes(UTF_8)))));
    Instant now = Instant.now();
    byte[] body =
        tag(
            SEQUENCE,
            VERSION,
            tag(0x02, BigInteger.valueOf(now.toEpochMilli()).toByteArray()),
            ALGORITHM,
            name,
            tag(
                SEQUENCE,
                time(now.minus(Duration.ofDays(1))),
                time(now.plus(Duration.ofDays(3650)))),
            name,
            keys.getPublic().getEncoded(),
            extensions);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    return tag(SEQUENCE, body, ALGORITHM, tag(0x03, new byte[] {0}, signature.sign()));
  }

  private static byte[] time(Instant time) {
    return tag(0x17, TIME.format(time).getBytes(US_ASCII));
  }

  /** Writes a value of ASN.1: its tag, its length, its parts. */
  private static byte[] tag(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] bytes = BigInteger.valueOf(length).toByteArray();
      int from = bytes[0] == 0 ? 1 : 0;
      out.write(0x80 | (bytes.length - from));
      out.write(bytes, from, bytes.length - from);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /**
   * Returns the keys.
   *
   * @return the RSA keys
   */
  public KeyPair keys() {
    return keys;
  }

  /**
   * Returns the certificate in DER.
   *
   * @return a new array
   */
  public byte[] encoded() {
    return encoded.clone();
  }

  /**
   * Returns the certificate in PEM.
   *
   * @return the text, with a line feed at its end
   */
  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }

  /**
   * Returns the certificate for a key store.
   *
   * @return the certificate as the JDK reads it
   */
  public X509Certificate certificate() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK reads X.509
    }
  }
}
