package io.boto4j.local.sns;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key with which this process signs notifications, and its certificate. Whoever serves the
 * certificate does so at the path of {@link #path}.
 */
public final class SnsCertificate {
  private static final int BITS = 2048;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** SEQUENCE of the object identifier of sha256WithRSAEncryption and NULL. */
  private static final byte[] ALGORITHM =
      HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  /** SEQUENCE of the version, which is 3, as an explicit [0]. */
  private static final byte[] VERSION = HexFormat.of().parseHex("a003020102");

  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private final KeyPair keys;
  private final String pem;
  private final String path;

  private SnsCertificate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    keys = generator.generateKeyPair();
    byte[] certificate = certificate();
    pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n";
    path =
        "/SimpleNotificationService-"
            + HexFormat.of().formatHex(certificate, certificate.length - 16, certificate.length)
            + ".pem";
  }

  /** Makes the key when the first notification is signed, which takes a part of a second. */
  private static final class Holder {
    static final SnsCertificate INSTANCE = create();

    private Holder() {}

    private static SnsCertificate create() {
      try {
        return new SnsCertificate();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // every JDK has RSA
      }
    }
  }

  /**
   * Returns the certificate.
   *
   * @return the certificate in PEM
   */
  public static String pem() {
    return Holder.INSTANCE.pem;
  }

  /**
   * Returns the path of the certificate in {@code SigningCertURL}.
   *
   * @return the path, which begins with a slash
   */
  public static String path() {
    return Holder.INSTANCE.path;
  }

  /** Signs a text, with SHA-1 for signature version 1 and SHA-256 for version 2. */
  static String sign(String text, String version) {
    try {
      String algorithm = version.equals("2") ? "SHA256withRSA" : "SHA1withRSA";
      return Base64.getEncoder()
          .encodeToString(Holder.INSTANCE.sign(text.getBytes(UTF_8), algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has both
    }
  }

  private byte[] sign(byte[] bytes, String algorithm) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(keys.getPrivate());
    signature.update(bytes);
    return signature.sign();
  }

  /** Writes an X.509 certificate that signs itself. */
  private byte[] certificate() throws GeneralSecurityException {
    byte[] name =
        tag(
            SEQUENCE,
            tag(SET, tag(SEQUENCE, COMMON_NAME, tag(0x0c, "sns.amazonaws.com".getBytes(UTF_8)))));
    Instant now = Instant.now();
    byte[] body =
        tag(
            SEQUENCE,
            VERSION,
            tag(0x02, BigInteger.valueOf(now.toEpochMilli()).toByteArray()),
            ALGORITHM,
            name,
            tag(SEQUENCE, time(now.minus(Duration.ofDays(1))), time(now.plus(Duration.ofDays(3650)))),
            name,
            keys.getPublic().getEncoded());
    byte[] signature = sign(body, "SHA256withRSA");
    return tag(SEQUENCE, body, ALGORITHM, tag(0x03, new byte[] {0}, signature));
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
}
