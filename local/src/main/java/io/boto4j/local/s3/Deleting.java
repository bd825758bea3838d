package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deletes objects and versions. */
final class Deleting {
  private static final int MOST = 1000;

  private final S3State state;
  private final Notifications notifications;

  Deleting(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("DeleteObject", "DeleteObject", this::delete);
    table.add("DeleteObjects", "", this::deleteMany);
  }

  /**
   * The effect of a deletion.
   *
   * @param version the version that was removed or the marker that was added; null if there was
   *     nothing to delete
   * @param added whether a delete marker was added
   */
  private record Deleted(@Nullable ObjectVersion version, boolean added) {}

  private Map<String, ?> delete(Request request) {
    boolean bypass = request.flag("BypassGovernanceRetention");
    Deleted deleted = delete(request, request.bucket(), request.input, "IfMatch", bypass);
    ObjectVersion version = deleted.version;
    Map<String, Object> output = new LinkedHashMap<>();
    if (version != null) {
      boolean versioned = request.bucket().versioning() != null;
      if (version.isMarker()) {
        output.put("DeleteMarker", true);
      }
      if (versioned) {
        output.put("VersionId", version.versionId());
      }
    } else if (request.versionId() != null) {
      output.put("VersionId", request.versionId());
    }
    return output;
  }

  private Deleted delete(
      Request request, Bucket before, Structure input, String etagMember, boolean bypass) {
    String key = Documents.text(input, "Key", "");
    String versionId = input.text("VersionId");
    Deleted deleted =
        state.change(
            change -> {
              Bucket bucket = state.get(before.name());
              return versionId == null || versionId.isEmpty()
                  ? deleteNewest(change, bucket, key, input, etagMember, request)
                  : deleteVersion(change, bucket, key, versionId, input, etagMember, bypass);
            });
    ObjectVersion version = deleted.version;
    if (version != null) {
      notifications.fire(
          request,
          before,
          deleted.added ? "ObjectRemoved:DeleteMarkerCreated" : "ObjectRemoved:Delete",
          version);
    }
    return deleted;
  }

  private Deleted deleteNewest(
      S3State.Change change,
      Bucket bucket,
      String key,
      Structure input,
      String etagMember,
      Request request) {
    ObjectVersion newest = state.versions.newest(bucket.name(), key);
    Conditions.delete(input, etagMember, newest);
    if (bucket.versioning() == null) {
      if (newest != null) {
        NewVersions.remove(state, change, bucket, newest);
      }
      return new Deleted(newest, false);
    }
    Map<String, Object> marker = new LinkedHashMap<>();
    marker.put("Key", key);
    marker.put("DeleteMarker", true);
    marker.put("Owner", request.call.caller().account());
    return new Deleted(NewVersions.put(state, change, bucket, marker), true);
  }

  private Deleted deleteVersion(
      S3State.Change change,
      Bucket bucket,
      String key,
      String versionId,
      Structure input,
      String etagMember,
      boolean bypass) {
    if (!versionId.equals(ObjectVersion.NULL) && Versions.sequence(versionId) < 0) {
      throw S3Errors.invalidVersionId(versionId);
    }
    ObjectVersion version = state.versions.find(bucket.name(), key, versionId);
    Conditions.delete(input, etagMember, version);
    if (version != null) {
      ObjectLocks.checkDeletion(state, version, bypass);
      NewVersions.remove(state, change, bucket, version);
    }
    return new Deleted(version, false);
  }

  private Map<String, ?> deleteMany(Request request) {
    Bucket bucket = request.bucket();
    List<Structure> objects = request.input.structures("Delete", "Objects");
    if (objects.isEmpty() || objects.size() > MOST) {
      throw S3Errors.malformedXml();
    }
    boolean quiet = Boolean.TRUE.equals(request.input.bool("Delete", "Quiet"));
    boolean bypass = request.flag("BypassGovernanceRetention");
    List<Map<String, Object>> deleted = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Structure object : objects) {
      String key = Documents.text(object, "Key", "");
      String versionId = object.text("VersionId");
      try {
        if (key.isEmpty()) {
          throw S3Errors.of(400, "UserKeyMustBeSpecified", "The bucket POST must contain the key");
        }
        Access.check(
            state,
            bucket,
            versionId == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
            key,
            request.call);
        Deleted done = delete(request, bucket, object, "ETag", bypass);
        if (!quiet) {
          deleted.add(entry(object, done));
        }
      } catch (EngineException e) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Key", key);
        error.put("VersionId", versionId);
        error.put("Code", e.code());
        error.put("Message", e.serviceMessage());
        errors.add(error);
      }
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Deleted", deleted);
    output.put("Errors", errors);
    return output;
  }

  private static Map<String, Object> entry(Structure object, Deleted done) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Key", object.text("Key"));
    String versionId = object.text("VersionId");
    if (versionId != null) {
      entry.put("VersionId", versionId);
    }
    ObjectVersion version = done.version;
    if (version != null && version.isMarker()) {
      entry.put("DeleteMarker", true);
      entry.put("DeleteMarkerVersionId", version.versionId());
    }
    return entry;
  }
}
