package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.internal.text.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The object that is copied.
 *
 * @param bucket its bucket
 * @param version its version
 * @param versionId the id that the request named, or null
 */
record CopySource(Bucket bucket, ObjectVersion version, @Nullable String versionId) {
  private static final String VERSION = "?versionId=";

  /** The largest object that is copied by one request. */
  private static final long MOST = 5L << 30;

  /** Finds the source of a request and checks access, conditions and size. */
  static CopySource of(Request request, boolean whole) {
    Structure input = request.input;
    String source = Documents.text(input, "CopySource", "");
    String path = source.startsWith("/") ? source.substring(1) : source;
    String versionId = null;
    int mark = path.lastIndexOf(VERSION);
    if (mark >= 0) {
      versionId = path.substring(mark + VERSION.length());
      path = path.substring(0, mark);
    }
    path = PercentEncoding.decode(path);
    int slash = path.indexOf('/');
    if (slash <= 0 || slash == path.length() - 1) {
      throw S3Errors.invalidArgument(
          "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
          "x-amz-copy-source",
          source);
    }
    if (versionId != null && versionId.isEmpty()) {
      throw S3Errors.invalidArgument(
          "Version id cannot be the empty string", "x-amz-copy-source", source);
    }
    String key = path.substring(slash + 1);
    Bucket bucket = request.state.get(path.substring(0, slash));
    String expected = input.text("ExpectedSourceBucketOwner");
    if (expected != null && !expected.equals(bucket.account())) {
      throw S3Errors.accessDenied();
    }
    Access.check(
        request.state,
        bucket,
        versionId == null ? "s3:GetObject" : "s3:GetObjectVersion",
        key,
        request.call);
    ObjectVersion version = find(request, bucket, key, versionId);
    Encryption.checkRead(input, "CopySource", version);
    Conditions.source(input, version);
    if (ObjectReads.isArchived(request.state, version)) {
      throw S3Errors.of(
          403,
          "ObjectNotInActiveTierError",
          "The source object of the COPY action is not in the active tier and is only stored in"
              + " Amazon S3 Glacier.");
    }
    if (whole && version.size() > MOST) {
      throw S3Errors.invalidRequest(
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + MOST);
    }
    return new CopySource(bucket, version, versionId);
  }

  private static ObjectVersion find(
      Request request, Bucket bucket, String key, @Nullable String versionId) {
    ObjectVersion marker =
        versionId == null ? null : request.state.versions.find(bucket.name(), key, versionId);
    if (marker != null && marker.isMarker()) {
      throw S3Errors.invalidRequest(
          "The source of a copy request may not specifically refer to a delete marker by version"
              + " id.");
    }
    return ObjectReads.version(request.state, bucket, key, versionId, "GET");
  }

  /** Opens bytes of the source. */
  SegmentStream open(S3State state, long from, long length) {
    SegmentStream stream = SegmentStream.open(state.blobs, version.segments(), from, length);
    if (stream == null) {
      throw S3Errors.noSuchKey(version.key());
    }
    return stream;
  }
}
