package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies the signature of a form, which signs the text of its policy. */
final class PostSignature {
  private PostSignature() {}

  /**
   * Verifies a signature.
   *
   * @param form the form
   * @param scope the parts of the credential; not five of them for version 2
   * @param secret the secret of the access key
   */
  static void verify(PostForm form, String[] scope, String secret) {
    String policy = form.fields().getOrDefault("policy", "");
    boolean second = scope.length != 5;
    String sent = form.fields().getOrDefault(second ? "signature" : "x-amz-signature", "");
    String expected = second ? v2(secret, policy) : v4(secret, scope, policy);
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8))) {
      throw new EngineException(
          "SignatureDoesNotMatch",
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method.",
          403,
          Map.of());
    }
  }

  private static String v2(String secret, String policy) {
    return Base64.getEncoder()
        .encodeToString(hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8), policy));
  }

  private static String v4(String secret, String[] scope, String policy) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i < scope.length; i++) {
      key = hmac("HmacSHA256", key, scope[i]);
    }
    return HexFormat.of().formatHex(hmac("HmacSHA256", key, policy));
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
