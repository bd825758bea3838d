package io.boto4j.cloudfront;

import io.boto4j.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A signer of URLs of private content on CloudFront: botocore's {@code CloudFrontSigner}.
 *
 * <p>It sends nothing and needs no AWS credentials, only the private key whose public key the
 * distribution trusts. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * CloudFrontSigner signer = CloudFrontSigner.of("K2JCJMDEHXQW5F", privateKey);
 * String url = signer.presign("https://d1.cloudfront.net/film.mp4", Instant.now().plusSeconds(600));
 * }</pre>
 */
public final class CloudFrontSigner {
  private final String keyId;
  private final UnaryOperator<byte[]> signer;

  private CloudFrontSigner(String keyId, UnaryOperator<byte[]> signer) {
    this.keyId = keyId;
    this.signer = signer;
  }

  /**
   * Returns a signer with a private key.
   *
   * @param keyId the id of the public key, or of the key pair
   * @param privateKey an RSA key
   * @return the signer
   * @throws IllegalArgumentException if the key is not an RSA key
   */
  public static CloudFrontSigner of(String keyId, PrivateKey privateKey) {
    if (!privateKey.getAlgorithm().equals("RSA")) {
      throw new IllegalArgumentException(
          "CloudFront takes RSA keys, and this one is for " + privateKey.getAlgorithm());
    }
    return of(keyId, message -> sign(privateKey, message));
  }

  /**
   * Returns a signer whose private key is elsewhere, such as in a hardware module.
   *
   * @param keyId the id of the public key, or of the key pair
   * @param rsaSigner a function from a message to its signature: RSA with PKCS #1 v1.5 and SHA-1,
   *     which CloudFront requires
   * @return the signer
   */
  public static CloudFrontSigner of(String keyId, UnaryOperator<byte[]> rsaSigner) {
    return new CloudFrontSigner(
        Objects.requireNonNull(keyId, "keyId"), Objects.requireNonNull(rsaSigner, "rsaSigner"));
  }

  /**
   * Signs a URL that is valid until a given time. The URL contains no policy: CloudFront derives
   * it.
   *
   * @param url the URL, with its query
   * @param expires the end of its validity, in whole seconds
   * @return the signed URL, to be kept secret while it is valid
   */
  public String presign(String url, Instant expires) {
    String signature = signature(policy(url, expires, null, null));
    return withQuery(url, "Expires=" + expires.getEpochSecond() + signature);
  }

  /**
   * Signs a URL with a policy of its own, which becomes part of the URL.
   *
   * @param url the URL, with its query
   * @param policy a policy, such as {@link #policy} creates
   * @return the signed URL, to be kept secret while it is valid
   */
  public String presign(String url, String policy) {
    String encoded = encode(policy.getBytes(StandardCharsets.UTF_8));
    return withQuery(url, "Policy=" + encoded + signature(policy));
  }

  /**
   * Creates a policy.
   *
   * @param resource the URL, in which {@code *} and {@code ?} are wildcards
   * @param before the end of its validity, in whole seconds
   * @param after the start of its validity, or null for now
   * @param ipAddress the only IPv4 address that may use the URL, or a range such as {@code
   *     192.0.2.0/24}; null for all
   * @return the policy as JSON
   */
  public static String policy(
      String resource, Instant before, @Nullable Instant after, @Nullable String ipAddress) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("DateLessThan", time(before));
    if (ipAddress != null && !ipAddress.isEmpty()) {
      String range = ipAddress.indexOf('/') < 0 ? ipAddress + "/32" : ipAddress;
      condition.put("IpAddress", Map.of("AWS:SourceIp", range));
    }
    if (after != null) {
      condition.put("DateGreaterThan", time(after));
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Resource", resource);
    statement.put("Condition", condition);
    return Json.write(Map.of("Statement", List.of(statement)));
  }

  private static Map<String, Object> time(Instant time) {
    return Map.of("AWS:EpochTime", time.getEpochSecond());
  }

  private String signature(String policy) {
    byte[] signature = signer.apply(policy.getBytes(StandardCharsets.UTF_8));
    return "&Signature=" + encode(signature) + "&Key-Pair-Id=" + keyId;
  }

  private static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA1withRSA");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot sign with this RSA key", e);
    }
  }

  private static String withQuery(String url, String query) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + query;
  }

  /** Encodes as Base64, without the characters that have a meaning in a query. */
  private static String encode(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  /** Returns a description without the private key. */
  @Override
  public String toString() {
    return "CloudFrontSigner[" + keyId + "]";
  }
}
