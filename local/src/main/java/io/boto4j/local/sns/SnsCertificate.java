package io.boto4j.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.local.certificate.SelfSigned;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key with which this process signs notifications, and its certificate. Whoever serves the
 * certificate does so at the path of {@link #path}.
 */
public final class SnsCertificate {
  private SnsCertificate() {}

  /** Makes the key when the first notification is signed, which takes a part of a second. */
  private static final class Holder {
    static final SelfSigned INSTANCE = SelfSigned.of("sns.amazonaws.com");

    private Holder() {}
  }

  /**
   * Returns the certificate.
   *
   * @return the certificate in PEM
   */
  public static String pem() {
    return Holder.INSTANCE.pem();
  }

  /**
   * Returns the path of the certificate in {@code SigningCertURL}.
   *
   * @return the path, which begins with a slash
   */
  public static String path() {
    byte[] encoded = Holder.INSTANCE.encoded();
    return "/SimpleNotificationService-"
        + HexFormat.of().formatHex(encoded, encoded.length - 16, encoded.length)
        + ".pem";
  }

  /**
   * Whether a path is that of the certificate.
   *
   * @param path the path of a request
   * @return true if the certificate is the answer
   */
  public static boolean isPath(String path) {
    return path.startsWith("/SimpleNotificationService-") && path.equals(path());
  }

  /** Signs a text, with SHA-1 for signature version 1 and SHA-256 for version 2. */
  static String sign(String text, String version) {
    try {
      Signature signature =
          Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
      signature.initSign(Holder.INSTANCE.keys().getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has both
    }
  }
}
