package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ListMultipartUploads and ListParts. */
final class UploadListings {
  private static final int MOST_PARTS = 1000;

  private final S3State state;

  UploadListings(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("ListMultipartUploads", "ListBucketMultipartUploads", this::uploads);
    table.add("ListParts", "ListMultipartUploadParts", this::parts);
  }

  private Map<String, ?> uploads(Request request) {
    ListRequest list = new ListRequest(request, "MaxUploads", "max-uploads");
    String keyMarker = request.text("KeyMarker");
    String idMarker = keyMarker.isEmpty() ? "" : request.text("UploadIdMarker");
    List<Map<String, Object>> uploads = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String lastKey = "";
    String lastId = "";
    boolean truncated = false;
    for (Structure upload : state.uploads.all(list.bucket)) {
      String key = Documents.text(upload, "Key", "");
      String id = Documents.text(upload, "UploadId", "");
      if (!key.startsWith(list.prefix) || !isAfter(key, id, keyMarker, idMarker, list)) {
        continue;
      }
      @Nullable String common = list.commonPrefix(key);
      if (common != null && prefixes.contains(common)) {
        continue;
      }
      if (uploads.size() + prefixes.size() == list.most) {
        truncated = list.most > 0;
        break;
      }
      if (common != null) {
        prefixes.add(common);
        lastKey = common;
        lastId = "";
      } else {
        uploads.add(entry(list, upload));
        lastKey = key;
        lastId = id;
      }
    }
    Map<String, Object> output = list.output(truncated, prefixes);
    output.remove("Name");
    output.remove("MaxKeys");
    output.put("Bucket", list.bucket);
    output.put("MaxUploads", list.most);
    output.put("KeyMarker", list.encoded(keyMarker));
    output.put("UploadIdMarker", idMarker);
    if (truncated) {
      output.put("NextKeyMarker", list.encoded(lastKey));
      output.put("NextUploadIdMarker", lastId);
    }
    output.put("Uploads", uploads);
    return output;
  }

  private static boolean isAfter(
      String key, String id, String keyMarker, String idMarker, ListRequest list) {
    if (keyMarker.isEmpty()) {
      return true;
    }
    if (list.isPrefix(keyMarker) && key.startsWith(keyMarker)) {
      return false;
    }
    int order = KeyOrder.encode(key).compareTo(KeyOrder.encode(keyMarker));
    return order > 0 || (order == 0 && !idMarker.isEmpty() && id.compareTo(idMarker) > 0);
  }

  private static Map<String, Object> entry(ListRequest list, Structure upload) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("UploadId", upload.text("UploadId"));
    entry.put("Key", list.encoded(upload.text("Key")));
    entry.put("Initiated", upload.instant("Initiated"));
    entry.putAll(people(upload));
    if (Boolean.TRUE.equals(upload.bool("Named"))) {
      entry.put("ChecksumAlgorithm", upload.text("Algorithm"));
      entry.put("ChecksumType", upload.text("Type"));
    }
    return entry;
  }

  /** Returns who started an upload, and its storage class. */
  private static Map<String, Object> people(Structure upload) {
    Map<String, Object> members = new LinkedHashMap<>();
    String account = Documents.text(upload, "Account", "");
    Map<String, Object> initiator = new LinkedHashMap<>();
    String arn = Documents.text(upload, "Initiator", "");
    initiator.put("ID", arn.endsWith(":root") ? Acls.id(account) : arn);
    initiator.put("DisplayName", arn.substring(arn.lastIndexOf('/') + 1));
    members.put("StorageClass", upload.text("Object", "StorageClass"));
    members.put("Owner", Acls.owner(account));
    members.put("Initiator", initiator);
    return members;
  }

  private Map<String, ?> parts(Request request) {
    String bucket = request.bucket().name();
    String uploadId = request.text("UploadId");
    Structure upload = state.uploads.get(bucket, request.key(), uploadId);
    int most = ListRequest.number(request, "MaxParts", "max-parts", MOST_PARTS);
    long after =
        request.input.get("PartNumberMarker") == null
            ? 0
            : ListRequest.number(
                request, "PartNumberMarker", "part-number-marker", Integer.MAX_VALUE);
    List<Map<String, Object>> parts = new ArrayList<>();
    boolean truncated = false;
    long last = 0;
    for (Structure each : state.uploads.parts(uploadId)) {
      long number = Documents.number(each, "PartNumber");
      if (number <= after) {
        continue;
      }
      if (parts.size() == most) {
        truncated = most > 0;
        break;
      }
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("PartNumber", (int) number);
      part.put("LastModified", each.instant("LastModified"));
      part.put("ETag", "\"" + each.text("MD5") + "\"");
      part.put("Size", Documents.number(each, "Size"));
      if (Boolean.TRUE.equals(upload.bool("Named"))) {
        part.putAll(Checksums.members(each.map("Checksums")));
      }
      parts.add(part);
      last = number;
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Bucket", bucket);
    output.put("Key", request.key());
    output.put("UploadId", uploadId);
    output.put("PartNumberMarker", (int) after);
    output.put("NextPartNumberMarker", (int) last);
    output.put("MaxParts", most);
    output.put("IsTruncated", truncated);
    output.put("Parts", parts);
    output.putAll(people(upload));
    if (Boolean.TRUE.equals(upload.bool("Named"))) {
      output.put("ChecksumAlgorithm", upload.text("Algorithm"));
      output.put("ChecksumType", upload.text("Type"));
    }
    return output;
  }
}
