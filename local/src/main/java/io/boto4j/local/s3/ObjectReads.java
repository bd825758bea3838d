package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GetObject and HeadObject. */
final class ObjectReads {
  private static final List<String> RESPONSE_HEADERS = Settings.HEADERS;
  private static final Set<String> ARCHIVED = Set.of("GLACIER", "DEEP_ARCHIVE");

  private static final int ATTEMPTS = 100;

  private final S3State state;

  ObjectReads(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("GetObject", "GetObject", this::get);
    table.add("HeadObject", "GetObject", this::head);
    ObjectAttributes attributes = new ObjectAttributes(state);
    table.add("GetObjectAttributes", "GetObject", attributes::get);
  }

  /**
   * Returns the version that a request names, or the newest.
   *
   * @param method the HTTP method, which the error of a delete marker names
   */
  static ObjectVersion version(
      S3State state, Bucket bucket, String key, @Nullable String versionId, String method) {
    if (versionId == null) {
      ObjectVersion newest = state.versions.newest(bucket.name(), key);
      if (newest == null) {
        throw S3Errors.noSuchKey(key);
      }
      if (newest.isMarker()) {
        throw S3Errors.noSuchKey(key)
            .header("x-amz-delete-marker", "true")
            .header("x-amz-version-id", newest.versionId());
      }
      return newest;
    }
    if (!versionId.equals(ObjectVersion.NULL) && Versions.sequence(versionId) < 0) {
      throw S3Errors.invalidVersionId(versionId);
    }
    ObjectVersion version = state.versions.find(bucket.name(), key, versionId);
    if (version == null) {
      throw S3Errors.noSuchVersion(key, versionId);
    }
    if (version.isMarker()) {
      throw S3Errors.deleteMarker(method, version);
    }
    return version;
  }

  private Map<String, ?> head(Request request) {
    ObjectVersion version = find(request, "HEAD");
    Map<String, Object> output = new LinkedHashMap<>();
    range(request, version, output);
    output.putAll(members(request, version, output.containsKey("ContentRange")));
    return output;
  }

  private Map<String, ?> get(Request request) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ObjectVersion version = find(request, "GET");
      checkArchived(version);
      Map<String, Object> output = new LinkedHashMap<>();
      ByteRange range = range(request, version, output);
      long from = range == null ? 0 : range.from();
      long length = range == null ? version.size() : range.length();
      SegmentStream body = SegmentStream.open(state.blobs, version.segments(), from, length);
      if (body != null) {
        output.putAll(members(request, version, range != null));
        output.put("Body", body);
        return output;
      }
      // The object was replaced since it was found.
    }
    throw S3Errors.of(503, "SlowDown", "Please reduce your request rate.", "Key", request.key());
  }

  private void checkArchived(ObjectVersion version) {
    if (isArchived(state, version)) {
      throw new EngineException(
          "InvalidObjectState",
          "The operation is not valid for the object's storage class",
          403,
          Map.of("StorageClass", version.storageClass()));
    }
  }

  /** Whether an object must be restored before it is read. */
  static boolean isArchived(S3State state, ObjectVersion version) {
    return ARCHIVED.contains(version.storageClass()) && Restoring.header(state, version) == null;
  }

  private ObjectVersion find(Request request, String method) {
    ObjectVersion version =
        version(state, request.bucket(), request.key(), request.versionId(), method);
    Encryption.checkRead(request.input, "", version);
    Conditions.read(request.input, version);
    return version;
  }

  /** Adds the length and the range of the answer, and returns the range, or null for all. */
  private static @Nullable ByteRange range(
      Request request, ObjectVersion version, Map<String, Object> output) {
    Integer partNumber = request.input.integer("PartNumber");
    ByteRange range;
    if (partNumber == null) {
      range = ByteRange.parse(request.input.text("Range"), version.size());
    } else if (request.input.text("Range") != null) {
      throw S3Errors.invalidRequest(
          "Cannot specify both Range header and partNumber query parameter");
    } else {
      range = part(version, partNumber, output);
    }
    output.put("ContentLength", range == null ? version.size() : range.length());
    if (range != null) {
      output.put("ContentRange", range.header(version.size()));
    }
    return range;
  }

  private static @Nullable ByteRange part(
      ObjectVersion version, int number, Map<String, Object> output) {
    List<Structure> parts = version.parts();
    if (number < 1 || number > Math.max(1, parts.size())) {
      throw S3Errors.of(
          416,
          "InvalidPartNumber",
          "The requested partnumber is not satisfiable",
          "PartNumberRequested",
          Integer.toString(number),
          "ActualPartCount",
          Integer.toString(Math.max(1, parts.size())));
    }
    if (parts.isEmpty()) {
      return version.size() == 0 ? null : new ByteRange(0, version.size() - 1);
    }
    output.put("PartsCount", parts.size());
    long from = 0;
    for (int i = 0; i < number - 1; i++) {
      from += Documents.number(parts.get(i), "Size");
    }
    return new ByteRange(from, from + Documents.number(parts.get(number - 1), "Size") - 1);
  }

  private static Map<String, Object> members(
      Request request, ObjectVersion version, boolean partly) {
    Map<String, Object> output = new LinkedHashMap<>(version.settings());
    output.put("AcceptRanges", "bytes");
    output.put("LastModified", version.lastModified());
    output.put("ETag", version.etag());
    if (request.bucket().versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    if ("ENABLED".equals(request.input.text("ChecksumMode")) && !partly) {
      output.putAll(Checksums.members(version.checksums()));
    }
    if (!version.storageClass().equals("STANDARD")) {
      output.put("StorageClass", version.storageClass());
    }
    if (!version.tags().isEmpty()) {
      output.put("TagCount", version.tags().size());
    }
    output.put("Restore", Restoring.header(request.state, version));
    output.put("Expiration", Lifecycle.expiration(request.bucket(), version));
    ObjectLocks.copyTo(version, output);
    override(request, output);
    return output;
  }

  /** The headers that a signed request may choose. */
  private static void override(Request request, Map<String, Object> output) {
    for (String name : RESPONSE_HEADERS) {
      Object chosen = request.input.get("Response" + name);
      if (chosen != null) {
        if (request.call.caller().arn().isEmpty()) {
          throw S3Errors.invalidRequest(
              "Request specific response headers cannot be used for anonymous GET requests.");
        }
        output.put(name, chosen);
      }
    }
  }
}
