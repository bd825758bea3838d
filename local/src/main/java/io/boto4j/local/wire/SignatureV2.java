package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Version 2 of signatures, with which boto3 still presigns URLs of S3 in us-east-1 by default.
 *
 * <p>Source: Amazon S3 API Reference, "Signing and authenticating REST requests (AWS signature
 * version 2)".
 */
final class SignatureV2 {
  static final String ALGORITHM = "AWS";

  private static final String KEY = "AWSAccessKeyId";
  private static final String PREFIX = "AWS ";
  private static final String AMZ = "x-amz-";

  /** The parameters that are part of what is signed. */
  private static final Set<String> SUBRESOURCES =
      Set.of(
          "accelerate",
          "acl",
          "cors",
          "delete",
          "lifecycle",
          "location",
          "logging",
          "notification",
          "partNumber",
          "policy",
          "requestPayment",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website",
          "restore",
          "object-lock",
          "retention",
          "legal-hold",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires");

  private SignatureV2() {}

  /** Reads the signature of a request; null if it has none of this version. */
  static @Nullable SignedRequest of(Inbound request) {
    String authorization = request.headers().first("Authorization");
    if (authorization != null && authorization.startsWith(PREFIX)) {
      int colon = authorization.lastIndexOf(':');
      return colon < 0
          ? null
          : signed(
              authorization.substring(PREFIX.length(), colon),
              authorization.substring(colon + 1),
              "",
              /* presigned= */ false,
              request.headers().first("X-Amz-Security-Token"));
    }
    if (!request.query().contains(KEY + "=")) {
      return null;
    }
    String key = request.queryValue(KEY);
    String signature = request.queryValue("Signature");
    String expires = request.queryValue("Expires");
    return key == null || signature == null || expires == null
        ? null
        : signed(
            key,
            signature,
            expires,
            /* presigned= */ true,
            request.queryValue("x-amz-security-token"));
  }

  private static SignedRequest signed(
      String key, String signature, String time, boolean presigned, @Nullable String token) {
    return new SignedRequest(
        ALGORITHM, key, "", "", null, "s3", List.of(), signature, time, token, presigned);
  }

  /**
   * Verifies a signature.
   *
   * @param request the request as it was sent, but with the bucket in the path
   * @param signed its signature
   * @param secret the secret of the access key
   * @param now the time
   * @throws EngineException if the signature is wrong or has expired
   */
  static void verify(Inbound request, SignedRequest signed, String secret, Instant now) {
    if (signed.presigned() && isExpired(signed.time(), now)) {
      throw new EngineException("AccessDenied", "Request has expired", 403, Map.of());
    }
    byte[] expected = hmac(secret, text(request, signed)).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signed.signature().getBytes(StandardCharsets.US_ASCII))) {
      throw new EngineException(
          "SignatureDoesNotMatch",
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method.",
          403,
          Map.of());
    }
  }

  private static boolean isExpired(String time, Instant now) {
    try {
      return now.getEpochSecond() > Long.parseLong(time);
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static String text(Inbound request, SignedRequest signed) {
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(header(request, "Content-MD5")).append('\n');
    text.append(header(request, "Content-Type")).append('\n');
    boolean dated = request.headers().contains("x-amz-date");
    text.append(signed.presigned() ? signed.time() : dated ? "" : header(request, "Date"));
    text.append('\n');
    TreeMap<String, String> amz = new TreeMap<>();
    for (Map.Entry<String, String> each : request.headers()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(AMZ)) {
        amz.merge(name, each.getValue().strip(), (one, other) -> one + "," + other);
      }
    }
    if (signed.presigned() && signed.token() != null) {
      amz.putIfAbsent("x-amz-security-token", signed.token());
    }
    amz.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append(request.path());
    TreeSet<String> parameters = new TreeSet<>();
    for (Map.Entry<String, String> pair : request.queryPairs()) {
      if (SUBRESOURCES.contains(pair.getKey())) {
        parameters.add(
            pair.getValue().isEmpty() ? pair.getKey() : pair.getKey() + "=" + pair.getValue());
      }
    }
    return parameters.isEmpty()
        ? text.toString()
        : text.append('?').append(String.join("&", parameters)).toString();
  }

  private static String header(Inbound request, String name) {
    String value = request.headers().first(name);
    return value == null ? "" : value.strip();
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
