package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers in the query of a presigned URL: those of S3 count as if they had been sent. */
final class QueryHeaders {
  private static final String PREFIX = "x-amz-";
  private static final Set<String> SIGNATURE =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-signedheaders",
          "x-amz-signature",
          "x-amz-security-token");

  private QueryHeaders() {}

  /** Returns a request with the headers of its query. */
  static Inbound applied(Inbound request) {
    boolean presigned =
        request.query().contains("X-Amz-Signature=") || request.query().contains("AWSAccessKeyId=");
    if (!presigned) {
      return request;
    }
    Headers.Builder headers = request.headers().toBuilder();
    for (Map.Entry<String, String> pair : request.queryPairs()) {
      String name = pair.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(PREFIX)
          && !SIGNATURE.contains(name)
          && !request.headers().contains(name)) {
        headers.set(name, pair.getValue());
      }
    }
    return new Inbound(
        request.method(), request.path(), request.query(), headers.build(), request.body());
  }
}
