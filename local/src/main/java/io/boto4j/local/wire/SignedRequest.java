package io.boto4j.local.wire;

import io.boto4j.internal.text.PercentEncoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signature claims: who signed, for which day, region and service.
 *
 * @param algorithm the algorithm, such as {@code AWS4-HMAC-SHA256}
 * @param accessKeyId the access key
 * @param scope the day, region, service and terminator, joined by slashes
 * @param day the day of the scope
 * @param region the region of the scope, or null for SigV4a, which has none
 * @param service the signing name of the service
 * @param signedHeaders the names of the signed headers, in lower case
 * @param signature the signature in hexadecimal
 * @param time the time of the signature, such as {@code 20260203T040506Z}; empty if it is missing
 * @param token the session token, or null
 * @param presigned whether the signature is in the query
 */
record SignedRequest(
    String algorithm,
    String accessKeyId,
    String scope,
    String day,
    @Nullable String region,
    String service,
    List<String> signedHeaders,
    String signature,
    String time,
    @Nullable String token,
    boolean presigned) {
  /** Reads the signature of a request; null if it has none that is well-formed. */
  static @Nullable SignedRequest of(Inbound request) {
    String authorization = request.headers().first("Authorization");
    if (authorization != null && authorization.startsWith("AWS4-")) {
      int space = authorization.indexOf(' ');
      String time = request.headers().first("X-Amz-Date");
      return space < 0
          ? null
          : of(
              authorization.substring(0, space),
              part(authorization, "Credential="),
              part(authorization, "SignedHeaders="),
              part(authorization, "Signature="),
              time == null ? "" : time,
              request.headers().first("X-Amz-Security-Token"),
              /* presigned= */ false);
    }
    String algorithm =
        request.query().contains("X-Amz-") ? request.queryValue("X-Amz-Algorithm") : null;
    if (algorithm == null) {
      return SignatureV2.of(request);
    }
    String time = request.queryValue("X-Amz-Date");
    return of(
        algorithm,
        request.queryValue("X-Amz-Credential"),
        request.queryValue("X-Amz-SignedHeaders"),
        request.queryValue("X-Amz-Signature"),
        time == null ? "" : time,
        request.queryValue("X-Amz-Security-Token"),
        /* presigned= */ true);
  }

  private static @Nullable SignedRequest of(
      String algorithm,
      @Nullable String credential,
      @Nullable String headers,
      @Nullable String signature,
      String time,
      @Nullable String token,
      boolean presigned) {
    if (credential == null || headers == null || signature == null) {
      return null;
    }
    String[] parts = credential.split("/", -1);
    boolean asymmetric = algorithm.contains("ECDSA");
    int least = asymmetric ? 4 : 5;
    if (parts.length < least) {
      return null;
    }
    int first = parts.length - least;
    StringBuilder key = new StringBuilder(parts[0]);
    for (int i = 1; i <= first; i++) {
      key.append('/').append(parts[i]);
    }
    String accessKeyId = PercentEncoding.decode(key.toString());
    return new SignedRequest(
        algorithm,
        accessKeyId,
        credential.substring(key.length() + 1),
        parts[first + 1],
        asymmetric ? null : parts[first + 2],
        asymmetric ? parts[first + 2] : parts[first + 3],
        List.of(headers.split(";", 0)),
        signature,
        time,
        token,
        presigned);
  }

  /** Returns what an Authorization header lacks, in AWS's words. */
  static String problems(Inbound request, String authorization) {
    StringBuilder problems = new StringBuilder();
    for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
      if (part(authorization, name + "=") == null) {
        problems.append("Authorization header requires '").append(name).append("' parameter. ");
      }
    }
    if (!request.headers().contains("X-Amz-Date") && !request.headers().contains("Date")) {
      problems.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    String credential = part(authorization, "Credential=");
    if (problems.length() == 0 && credential != null) {
      return "Credential must have exactly 5 slash-delimited elements, e.g."
          + " keyid/date/region/service/term, got '"
          + credential
          + "'";
    }
    int space = authorization.indexOf(' ');
    String algorithm = space < 0 ? authorization : authorization.substring(0, space);
    return problems.append("Authorization=").append(algorithm).toString();
  }

  private static @Nullable String part(String authorization, String name) {
    int from = authorization.indexOf(name);
    if (from < 0) {
      return null;
    }
    int to = authorization.indexOf(',', from);
    return authorization
        .substring(from + name.length(), to < 0 ? authorization.length() : to)
        .strip();
  }
}
