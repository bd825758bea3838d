package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GetObjectAttributes. */
final class ObjectAttributes {
  private static final int MOST_PARTS = 1000;

  private final S3State state;

  ObjectAttributes(S3State state) {
    this.state = state;
  }

  Map<String, ?> get(Request request) {
    ObjectVersion version =
        ObjectReads.version(state, request.bucket(), request.key(), request.versionId(), "GET");
    Encryption.checkRead(request.input, "", version);
    List<String> wanted = request.input.texts("ObjectAttributes");
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("LastModified", version.lastModified());
    if (request.bucket().versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    for (String name : wanted) {
      switch (name) {
        case "ETag" -> output.put("ETag", Conditions.unquoted(version.etag()));
        case "Checksum" -> output.put("Checksum", checksum(version));
        case "ObjectParts" -> output.put("ObjectParts", parts(request, version));
        case "StorageClass" -> output.put("StorageClass", version.storageClass());
        case "ObjectSize" -> output.put("ObjectSize", version.size());
        default ->
            throw S3Errors.invalidArgument(
                "Invalid attribute name specified.", "x-amz-object-attributes", name);
      }
    }
    return output;
  }

  private static Map<String, Object> checksum(ObjectVersion version) {
    return Checksums.members(version.checksums());
  }

  private static @Nullable Map<String, Object> parts(Request request, ObjectVersion version) {
    List<Structure> all = version.parts();
    if (all.isEmpty()) {
      return null;
    }
    Integer most = request.input.integer("MaxParts");
    int limit = most == null ? MOST_PARTS : Math.min(most, MOST_PARTS);
    int after = (int) Documents.number(request.input, "PartNumberMarker");
    List<Map<String, Object>> parts = new ArrayList<>();
    int last = 0;
    boolean truncated = false;
    // Parts are listed if the client chose a checksum, which each of them has.
    boolean listed = Boolean.TRUE.equals(version.document().bool("ListsParts"));
    for (Structure each : all) {
      int number = (int) Documents.number(each, "PartNumber");
      if (number <= after) {
        continue;
      }
      if (parts.size() == limit) {
        truncated = true;
        break;
      }
      Map<String, Object> part = new LinkedHashMap<>(Checksums.members(each.map("Checksums")));
      part.put("PartNumber", number);
      part.put("Size", Documents.number(each, "Size"));
      parts.add(part);
      last = number;
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("TotalPartsCount", all.size());
    if (listed) {
      output.put("PartNumberMarker", after);
      output.put("NextPartNumberMarker", last);
      output.put("MaxParts", limit);
      output.put("IsTruncated", truncated);
      output.put("Parts", parts);
    }
    return output;
  }
}
