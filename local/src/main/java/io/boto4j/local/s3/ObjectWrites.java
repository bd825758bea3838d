package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PutObject. */
final class ObjectWrites {
  private final S3State state;
  private final Notifications notifications;

  ObjectWrites(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("PutObject", "PutObject", this::put);
  }

  private Map<String, ?> put(Request request) {
    Structure input = request.input;
    String key = request.key();
    Bucket before = request.bucket();
    String requested = Checksums.requested(input);
    String algorithm = requested == null ? Checksums.DEFAULT : requested;
    Map<String, Object> document = document(request, before, key);
    Upload upload = Upload.receive(state, input, List.of(algorithm));
    document.put("ETag", "\"" + upload.md5() + "\"");
    document.put("Size", upload.received().size);
    document.put(
        "Segments", List.of(ObjectVersion.segment(upload.received().id, upload.received().size)));
    Map<String, Object> checksums = new LinkedHashMap<>(upload.checksums());
    checksums.put("ChecksumType", Checksums.FULL_OBJECT);
    document.put("Checksums", checksums);
    ObjectVersion version = store(request, upload, document);
    notifications.fire(request, request.bucket(), "ObjectCreated:Put", version);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("ETag", version.etag());
    output.putAll(Checksums.members(version.checksums()));
    Encryption.copyTo(version.settings(), output);
    if (before.versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    return output;
  }

  /** Returns what is stored of a new object, apart from its bytes. */
  static Map<String, Object> document(Request request, Bucket bucket, String key) {
    Structure input = request.input;
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Key", key);
    document.put("StorageClass", Settings.storageClass(input));
    document.put("Settings", Settings.of(bucket, input));
    document.put("Tags", Tags.ofHeader(input.text("Tagging")));
    document.put("Acl", Acls.ofObject(request, bucket));
    document.put("Owner", request.call.caller().account());
    ObjectLocks.addTo(request.state, bucket, input, document);
    return document;
  }

  private ObjectVersion store(Request request, Upload upload, Map<String, Object> document) {
    boolean stored = false;
    try {
      ObjectVersion version =
          state.change(
              change -> {
                Bucket bucket = request.current();
                Conditions.write(
                    request.input,
                    request.key(),
                    state.versions.newest(bucket.name(), request.key()));
                state.blobs.keep(upload.received());
                return NewVersions.put(state, change, bucket, document);
              });
      stored = true;
      return version;
    } finally {
      if (!stored) {
        state.blobs.discard(upload.received());
      }
    }
  }
}
