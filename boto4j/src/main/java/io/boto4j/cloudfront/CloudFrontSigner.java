package io.boto4j.cloudfront;

import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signs URLs of private content on CloudFront: botocore's {@code CloudFrontSigner}.
 *
 * <p>Nothing is sent, and no credentials are needed but the private key whose public half is known
 * to the distribution. Immutable and safe to share between threads.
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
   * A signer with a private key.
   *
   * @param keyId the id of the public key, or of the key pair
   * @param privateKey an RSA key
   * @return the signer
   * @throws IllegalArgumentException if the key is no RSA key
   */
  public static CloudFrontSigner of(String keyId, PrivateKey privateKey) {
    if (!privateKey.getAlgorithm().equals("RSA")) {
      throw new IllegalArgumentException(
          "CloudFront takes RSA keys, and this one is for " + privateKey.getAlgorithm());
    }
    return of(keyId, message -> sign(privateKey, message));
  }

  /**
   * A signer whose key is elsewhere, as in a hardware module.
   *
   * @param keyId the id of the public key, or of the key pair
   * @param rsaSigner gives a message's signature: RSA with PKCS #1 v1.5 and SHA-1, which CloudFront
   *     asks for
   * @return the signer
   */
  public static CloudFrontSigner of(String keyId, UnaryOperator<byte[]> rsaSigner) {
    return new CloudFrontSigner(
        Objects.requireNonNull(keyId, "keyId"), Objects.requireNonNull(rsaSigner, "rsaSigner"));
  }

  /**
   * Signs a URL that is good until a moment, with the policy that CloudFront makes up for itself.
   *
   * @param url the URL, with its query
   * @param expires from when it is not good any more, in whole seconds
   * @return the signed URL: a secret for as long as it is good
   */
  public String presign(String url, Instant expires) {
    String signature = signature(policy(url, expires, null, null));
    return withQuery(url, "Expires=" + expires.getEpochSecond() + signature);
  }

  /**
   * Signs a URL with a policy that the URL then carries.
   *
   * @param url the URL, with its query
   * @param policy as {@link #policy} makes it
   * @return the signed URL: a secret for as long as it is good
   */
  public String presign(String url, String policy) {
    String encoded = encode(policy.getBytes(StandardCharsets.UTF_8));
    return withQuery(url, "Policy=" + encoded + signature(policy));
  }

  /**
   * Makes a policy.
   *
   * @param resource a URL, in which {@code *} and {@code ?} stand for others
   * @param before from when on it is not good any more, in whole seconds
   * @param after from when on it is good, or null for at once
   * @param ipAddress the IPv4 address it is good for, or a range as {@code 192.0.2.0/24}; null for
   *     all
   * @return the policy as JSON
   */
  public static String policy(
      String resource, Instant before, @Nullable Instant after, @Nullable String ipAddress) {
    JsonWriter json = new JsonWriter().beginObject().name("Statement").beginArray().beginObject();
    json.name("Resource").value(resource).name("Condition").beginObject();
    time(json, "DateLessThan", before);
    if (ipAddress != null && !ipAddress.isEmpty()) {
      String range = ipAddress.indexOf('/') < 0 ? ipAddress + "/32" : ipAddress;
      json.name("IpAddress").beginObject().name("AWS:SourceIp").value(range).endObject();
    }
    if (after != null) {
      time(json, "DateGreaterThan", after);
    }
    json.endObject().endObject().endArray().endObject();
    return new String(json.toByteArray(), StandardCharsets.US_ASCII);
  }

  private static void time(JsonWriter json, String name, Instant time) {
    json.name(name).beginObject();
    json.name("AWS:EpochTime").value(time.getEpochSecond()).endObject();
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

  /** Base64 without what a query has a use for. */
  private static String encode(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "CloudFrontSigner[" + keyId + "]";
  }
}
