package io.boto4j.local.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in host names: {@code bucket.s3.eu-west-1.amazonaws.com/key} becomes {@code /bucket/key},
 * the form that the model of S3 has.
 */
final class BucketHosts {
  /** Other services have hosts that begin like S3's, such as {@code s3-control}. */
  private static final Pattern BUCKET =
      Pattern.compile(
          "(.+)\\.(localhost"
              + "|s3(-accelerate|-fips|-[a-z]{2}(-[a-z]+)+-[0-9]+)?(\\..*)?"
              + "|s3express-[a-z0-9-]+\\..*)");

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
    Matcher matcher = BUCKET.matcher(name);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
