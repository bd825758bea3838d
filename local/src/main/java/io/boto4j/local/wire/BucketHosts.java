package io.boto4j.local.wire;

import org.jspecify.annotations.Nullable;

/**
 * Buckets in host names: {@code bucket.s3.eu-west-1.amazonaws.com/key} becomes {@code /bucket/key},
 * the form that the model of S3 has.
 */
final class BucketHosts {
  private BucketHosts() {}

  /** Returns a request with the bucket in the path. */
  static Inbound pathStyle(Inbound request) {
    String host = request.headers().first("Host");
    String bucket = host == null ? null : bucket(host);
    return bucket == null
        ? request
        : new Inbound(
            request.method(),
            "/" + bucket + (request.path().equals("/") ? "" : request.path()),
            request.query(),
            request.headers(),
            request.body());
  }

  private static @Nullable String bucket(String host) {
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    int at = name.indexOf(".s3.");
    if (at < 0) {
      at = name.indexOf(".s3-");
    }
    if (at < 0 && name.endsWith(".localhost")) {
      at = name.length() - ".localhost".length();
    }
    return at <= 0 ? null : name.substring(0, at);
  }
}
