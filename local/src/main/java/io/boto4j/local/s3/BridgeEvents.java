package io.boto4j.local.s3;

import io.boto4j.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of a bucket to EventBridge.
 *
 * <p>Source: Amazon S3 User Guide, "EventBridge event message structure".
 */
final class BridgeEvents {
  private final S3State state;

  BridgeEvents(S3State state) {
    this.state = state;
  }

  void send(Request request, Bucket bucket, String event, ObjectVersion version) {
    String type = type(event);
    if (type == null) {
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", version.key());
    if (!version.isMarker() && !event.startsWith("ObjectRemoved")) {
      object.put("size", version.size());
      object.put("etag", Conditions.unquoted(version.etag()));
    }
    if (bucket.versioning() != null) {
      object.put("version-id", version.versionId());
    }
    object.put("sequencer", String.format(Locale.ROOT, "%016X", version.sequence()));
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("version", "0");
    detail.put("bucket", Map.of("name", bucket.name()));
    detail.put("object", object);
    detail.put("request-id", request.call.requestId());
    detail.put("requester", request.call.caller().account());
    detail.put("source-ip-address", "127.0.0.1");
    if (event.startsWith("ObjectCreated") || event.startsWith("ObjectRemoved")) {
      detail.put("reason", request.call.operation());
    }
    if (event.startsWith("ObjectRemoved")) {
      detail.put(
          "deletion-type",
          event.endsWith("DeleteMarkerCreated") ? "Delete Marker Created" : "Permanently Deleted");
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Source", "aws.s3");
    entry.put("DetailType", type);
    entry.put("Resources", List.of(bucket.arn()));
    entry.put("Detail", Json.write(detail));
    try {
      state
          .context
          .world(bucket.account(), bucket.region())
          .call("events", "PutEvents", Map.of("Entries", List.of(entry)));
    } catch (RuntimeException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "An event of S3 did not reach EventBridge", e);
    }
  }

  private static @Nullable String type(String event) {
    return switch (event) {
      case "ObjectTagging:Put" -> "Object Tags Added";
      case "ObjectTagging:Delete" -> "Object Tags Deleted";
      case "ObjectAcl:Put" -> "Object ACL Updated";
      case "ObjectRestore:Post" -> "Object Restore Initiated";
      case "ObjectRestore:Completed" -> "Object Restore Completed";
      default ->
          event.startsWith("ObjectCreated:")
              ? "Object Created"
              : event.startsWith("ObjectRemoved:") ? "Object Deleted" : null;
    };
  }
}
