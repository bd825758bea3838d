package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The errors of requests whose signature is missing or wrong, in the words of each protocol. */
final class AuthErrors {
  private static final int FORBIDDEN = 403;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";
  private static final String INVALID_TOKEN =
      "The security token included in the request is invalid.";

  private final Family family;

  /** The groups of services that word these errors alike. */
  private enum Family {
    S3,
    EC2,
    QUERY,
    JSON,
    REST
  }

  AuthErrors(Target target) {
    this.family =
        switch (target.protocol()) {
          case EC2 -> Family.EC2;
          case QUERY -> Family.QUERY;
          case JSON, CBOR -> Family.JSON;
          case REST_JSON -> Family.REST;
          case REST_XML -> isS3(target) ? Family.S3 : Family.QUERY;
        };
  }

  /** Whether a service signs paths and words errors as S3 does. */
  static boolean isS3(Target target) {
    return "s3".equals(target.service().metadata().text("signatureVersion"));
  }

  private EngineException error(String code, String jsonCode, String message) {
    return switch (family) {
      case JSON -> new EngineException(jsonCode, message, 400, Map.of());
      case REST -> new EngineException(jsonCode, message, FORBIDDEN, Map.of());
      case QUERY, S3 -> new EngineException(code, message, FORBIDDEN, Map.of());
      case EC2 ->
          new EngineException(
              "AuthFailure",
              "AWS was not able to validate the provided access credentials",
              401,
              Map.of());
    };
  }

  EngineException missing() {
    if (family == Family.S3) {
      return new EngineException("AccessDenied", "Access Denied", FORBIDDEN, Map.of());
    }
    boolean query = family == Family.QUERY;
    return error(
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        query ? "Request is missing Authentication Token" : "Missing Authentication Token");
  }

  EngineException incomplete(String problem) {
    return family == Family.S3
        ? new EngineException(
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; " + problem,
            400,
            Map.of())
        : error("IncompleteSignature", "IncompleteSignatureException", problem);
  }

  EngineException unknownKey(String accessKeyId) {
    return family == Family.S3
        ? new EngineException(
            "InvalidAccessKeyId",
            "The AWS Access Key Id you provided does not exist in our records.",
            FORBIDDEN,
            Map.of("AWSAccessKeyId", accessKeyId))
        : error("InvalidClientTokenId", "UnrecognizedClientException", INVALID_TOKEN);
  }

  EngineException wrongToken() {
    return family == Family.S3
        ? new EngineException(
            "InvalidToken", "The provided token is malformed or otherwise invalid.", 400, Map.of())
        : error("InvalidClientTokenId", "UnrecognizedClientException", INVALID_TOKEN);
  }

  EngineException expiredToken() {
    return family == Family.S3
        ? new EngineException("ExpiredToken", "The provided token has expired.", 400, Map.of())
        : error(
            "ExpiredToken",
            "ExpiredTokenException",
            "The security token included in the request is expired");
  }

  /** Returns the error of a wrong signature; S3 shows what it has signed. */
  EngineException mismatch(SignedRequest signed, String text, String canonical) {
    if (family != Family.S3) {
      return error("SignatureDoesNotMatch", "InvalidSignatureException", MISMATCH);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("AWSAccessKeyId", signed.accessKeyId());
    details.put("StringToSign", text);
    details.put("SignatureProvided", signed.signature());
    details.put("CanonicalRequest", canonical);
    return new EngineException(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your"
            + " key and signing method.",
        FORBIDDEN,
        details);
  }

  /** Returns the error of a body that is not the signed one. */
  EngineException wrongBody(String signed, String calculated) {
    if (family != Family.S3) {
      return error("SignatureDoesNotMatch", "InvalidSignatureException", MISMATCH);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("ClientComputedContentSHA256", signed);
    details.put("S3ComputedContentSHA256", calculated);
    return new EngineException(
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
        400,
        details);
  }

  /** Returns the error of a time that is too far from the server's. */
  EngineException skewed(SignedRequest signed, Instant at, Instant now) {
    if (family == Family.S3) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("RequestTime", signed.time());
      details.put("ServerTime", now.toString());
      details.put("MaxAllowedSkewMilliseconds", SignatureCheck.SKEW.toMillis());
      return new EngineException(
          "RequestTimeTooSkewed",
          "The difference between the request time and the current time is too large.",
          FORBIDDEN,
          details);
    }
    boolean late = at.isBefore(now);
    Instant bound = late ? now.minus(SignatureCheck.SKEW) : now.plus(SignatureCheck.SKEW);
    return error(
        "SignatureDoesNotMatch",
        "InvalidSignatureException",
        (late ? "Signature expired: " : "Signature not yet current: ")
            + signed.time()
            + (late ? " is now earlier than " : " is still later than ")
            + text(bound)
            + " ("
            + text(now)
            + (late ? " - " : " + ")
            + SignatureCheck.SKEW.toMinutes()
            + " min.)");
  }

  private static String text(Instant instant) {
    return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
