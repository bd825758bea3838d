package io.boto4j.local.s3;

import io.boto4j.local.engine.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of buckets and objects. */
final class Tagging {
  private final S3State state;
  private final Notifications notifications;

  Tagging(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("PutBucketTagging", "PutBucketTagging", this::putBucket);
    table.add("GetBucketTagging", "GetBucketTagging", this::getBucket);
    table.add("DeleteBucketTagging", "PutBucketTagging", this::deleteBucket);
    table.add("PutObjectTagging", "PutObjectTagging", this::putObject);
    table.add("GetObjectTagging", "GetObjectTagging", this::getObject);
    table.add("DeleteObjectTagging", "DeleteObjectTagging", this::deleteObject);
  }

  private Map<String, ?> putBucket(Request request) {
    List<Map<String, Object>> tags = Tags.ofBucket(request.input);
    state.change(
        change -> {
          state.put(request.current().with("Tags", tags));
          return true;
        });
    return Map.of(Engine.STATUS, 204);
  }

  private Map<String, ?> getBucket(Request request) {
    if (request.bucket().tags().isEmpty()) {
      throw S3Errors.of(
          404, "NoSuchTagSet", "The TagSet does not exist", "BucketName", request.bucket().name());
    }
    return Map.of("TagSet", request.bucket().tags());
  }

  private Map<String, ?> deleteBucket(Request request) {
    state.change(
        change -> {
          state.put(request.current().with("Tags", null));
          return true;
        });
    return Map.of();
  }

  private Map<String, ?> putObject(Request request) {
    List<Map<String, Object>> tags = Tags.ofObject(request.input);
    return change(request, "PUT", tags, "ObjectTagging:Put");
  }

  private Map<String, ?> deleteObject(Request request) {
    return change(request, "DELETE", List.of(), "ObjectTagging:Delete");
  }

  private Map<String, ?> change(
      Request request, String method, List<Map<String, Object>> tags, String event) {
    ObjectVersion tagged =
        state.change(
            change -> {
              Bucket bucket = request.current();
              ObjectVersion version = version(request, bucket, method).with("Tags", tags);
              state.versions.put(bucket.name(), version);
              return version;
            });
    notifications.fire(request, request.bucket(), event, tagged);
    return output(request, tagged);
  }

  private ObjectVersion version(Request request, Bucket bucket, String method) {
    return ObjectReads.version(state, bucket, request.key(), request.versionId(), method);
  }

  private Map<String, ?> getObject(Request request) {
    ObjectVersion version = version(request, request.bucket(), "GET");
    Map<String, Object> output = output(request, version);
    output.put("TagSet", version.tags());
    return output;
  }

  private static Map<String, Object> output(Request request, ObjectVersion version) {
    Map<String, Object> output = new LinkedHashMap<>();
    if (request.bucket().versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    return output;
  }
}
