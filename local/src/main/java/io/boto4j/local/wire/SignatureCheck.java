package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies SigV4 signatures, in headers and in the query, with the error texts of AWS.
 *
 * <p>Source: AWS, "Signature Version 4 signing process". SigV4a and the signatures of single chunks
 * are not verified.
 */
final class SignatureCheck {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Clock clock;

  SignatureCheck(Clock clock) {
    this.clock = clock;
  }

  /**
   * Verifies a signature.
   *
   * @param request the request as it was sent
   * @param signed its signature
   * @param secret the secret of the access key
   * @param s3 whether paths are signed as S3 does, encoded once
   * @throws EngineException if the signature is wrong or has expired
   */
  void verify(Inbound request, SignedRequest signed, String secret, boolean s3) {
    if (!signed.algorithm().equals("AWS4-HMAC-SHA256")) {
      return;
    }
    Instant at = time(signed);
    Instant now = clock.instant();
    if (signed.presigned()) {
      String expires = request.queryValue("X-Amz-Expires");
      long seconds = expires == null ? 0 : Long.parseLong(expires);
      if (now.isAfter(at.plusSeconds(seconds))) {
        throw new EngineException("AccessDenied", "Request has expired", 403, Map.of());
      }
    } else if (Duration.between(at, now).abs().compareTo(SKEW) > 0) {
      throw skewed(signed, now, s3);
    }
    String canonical = canonical(request, signed, s3);
    String text =
        signed.algorithm()
            + "\n"
            + signed.time()
            + "\n"
            + signed.scope()
            + "\n"
            + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), signed.day());
    for (String part : signed.scope().substring(signed.day().length() + 1).split("/")) {
      key = hmac(key, part);
    }
    String expected = hex(hmac(key, text));
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII),
        signed.signature().getBytes(StandardCharsets.US_ASCII))) {
      throw new EngineException(
          s3 ? "SignatureDoesNotMatch" : "InvalidSignatureException",
          "The request signature we calculated does not match the signature you provided. Check your"
              + " AWS Secret Access Key and signing method. Consult the service documentation for"
              + " details.",
          403,
          Map.of());
    }
  }

  private static EngineException skewed(SignedRequest signed, Instant now, boolean s3) {
    if (s3) {
      return new EngineException(
          "RequestTimeTooSkewed",
          "The difference between the request time and the current time is too large.",
          403,
          Map.of());
    }
    return new EngineException(
        "InvalidSignatureException",
        "Signature expired: "
            + signed.time()
            + " is now earlier than "
            + TIME.format(LocalDateTime.ofInstant(now.minus(SKEW), ZoneOffset.UTC))
            + " ("
            + TIME.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            + " - 5 min.)",
        403,
        Map.of());
  }

  private static Instant time(SignedRequest signed) {
    try {
      return LocalDateTime.parse(signed.time(), TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new EngineException(
          "IncompleteSignatureException",
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
          403,
          Map.of());
    }
  }

  private static String canonical(Inbound request, SignedRequest signed, boolean s3) {
    StringBuilder canonical = new StringBuilder();
    canonical.append(request.method()).append('\n');
    canonical.append(s3 ? request.path() : PercentEncoding.encodePath(normal(request.path())));
    canonical.append('\n').append(query(request.query(), signed.presigned())).append('\n');
    for (String name : signed.signedHeaders()) {
      canonical.append(name).append(':').append(header(request.headers(), name)).append('\n');
    }
    canonical.append('\n').append(String.join(";", signed.signedHeaders())).append('\n');
    String hash = request.headers().first("X-Amz-Content-SHA256");
    canonical.append(
        hash != null
            ? hash
            : signed.presigned() && s3 ? "UNSIGNED-PAYLOAD" : hash(request));
    return canonical.toString();
  }

  /** The body of a request without the header was read into memory before. */
  private static String hash(Inbound request) {
    if (request.body() instanceof KeptBody kept) {
      return hex(sha256(kept.bytes()));
    }
    return hex(sha256(new byte[0]));
  }

  private static String normal(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
  }

  private static String query(String query, boolean presigned) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty() && !(presigned && pair.startsWith("X-Amz-Signature="))) {
        pairs.add(pair.indexOf('=') < 0 ? pair + "=" : pair);
      }
    }
    pairs.sort(
        (one, other) -> {
          String name = one.substring(0, one.indexOf('='));
          int order = name.compareTo(other.substring(0, other.indexOf('=')));
          return order != 0 ? order : one.compareTo(other);
        });
    return String.join("&", pairs);
  }

  private static String header(Headers headers, String name) {
    List<String> values = new ArrayList<>();
    for (String value : headers.all(name)) {
      values.add(value.strip().replaceAll(" +", " "));
    }
    return String.join(",", values.isEmpty() ? Collections.singletonList("") : values);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** A body in memory, whose hash can be verified before it is read. */
  static final class KeptBody extends ByteArrayInputStream {
    KeptBody(byte[] bytes) {
      super(bytes);
    }

    byte[] bytes() {
      return buf;
    }
  }

  /** Returns the secret that a session knows for an access key. */
  interface Secrets {
    /** Returns the secret of an access key, or null if the key is unknown. */
    @Nullable String secret(String accessKeyId);
  }
}
