package io.boto4j.local.s3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ListObjects, ListObjectsV2 and ListObjectVersions. */
final class Listings {
  private final S3State state;

  Listings(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("ListObjects", "ListBucket", this::list);
    table.add("ListObjectsV2", "ListBucket", this::listV2);
    table.add("ListObjectVersions", "ListBucketVersions", this::versions);
  }

  private Map<String, ?> list(Request request) {
    ListRequest list = new ListRequest(request);
    String marker = request.text("Marker");
    Page page = page(list, marker, list.isPrefix(marker));
    Map<String, Object> output = output(request, list, page, /* owner= */ true);
    output.put("Marker", list.encoded(marker));
    if (page.next != null && list.delimiter != null) {
      output.put("NextMarker", list.encoded(page.next));
    }
    return output;
  }

  private Map<String, ?> listV2(Request request) {
    ListRequest list = new ListRequest(request);
    String token = request.input.text("ContinuationToken");
    if (token != null && token.isEmpty()) {
      throw S3Errors.invalidArgument(
          "The continuation token provided is incorrect", "continuation-token", token);
    }
    String startAfter = request.text("StartAfter");
    String after = token == null ? startAfter : Tokens.read(token);
    Page page = page(list, after, token != null && list.isPrefix(after));
    Map<String, Object> output = output(request, list, page, request.flag("FetchOwner"));
    output.put("KeyCount", page.objects.size() + page.prefixes.size());
    output.put("ContinuationToken", token);
    if (token == null) {
      output.put("StartAfter", list.encoded(request.input.text("StartAfter")));
    }
    if (page.next != null) {
      output.put("NextContinuationToken", Tokens.of(page.next));
    }
    return output;
  }

  /** The entries of one answer, and the last of them if there are more. */
  private static final class Page {
    final List<ObjectVersion> objects = new ArrayList<>();
    final List<String> prefixes = new ArrayList<>();
    @Nullable String next;
    private @Nullable String last;

    boolean isFull(ListRequest list) {
      return objects.size() + prefixes.size() == list.most;
    }
  }

  private Page page(ListRequest list, String after, boolean afterPrefix) {
    Page page = new Page();
    String bucket = list.bucket;
    ObjectVersion each;
    if (after.isEmpty() || KeyOrder.encode(after).compareTo(KeyOrder.encode(list.prefix)) < 0) {
      each = state.versions.from(bucket, list.prefix);
    } else if (afterPrefix) {
      each = state.versions.afterPrefix(bucket, after);
    } else {
      each = state.versions.afterKey(bucket, after);
    }
    while (each != null && each.key().startsWith(list.prefix) && list.most > 0) {
      String key = each.key();
      if (each.isMarker()) {
        each = state.versions.afterKey(bucket, key);
        continue;
      }
      if (page.isFull(list)) {
        page.next = page.last;
        break;
      }
      String common = list.commonPrefix(key);
      if (common == null) {
        page.objects.add(each);
        page.last = key;
        each = state.versions.afterKey(bucket, key);
      } else {
        page.prefixes.add(common);
        page.last = common;
        each = state.versions.afterPrefix(bucket, common);
      }
    }
    return page;
  }

  private static Map<String, Object> output(
      Request request, ListRequest list, Page page, boolean owner) {
    List<Map<String, Object>> contents = new ArrayList<>();
    for (ObjectVersion each : page.objects) {
      Map<String, Object> entry = entry(list, each);
      if (owner) {
        entry.put("Owner", owner(request, each));
      }
      contents.add(entry);
    }
    Map<String, Object> output = list.output(page.next != null, page.prefixes);
    output.put("Contents", contents);
    return output;
  }

  private static Map<String, Object> owner(Request request, ObjectVersion version) {
    return Acls.owner(Documents.text(version.document(), "Owner", request.bucket().account()));
  }

  private static Map<String, Object> entry(ListRequest list, ObjectVersion version) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Key", list.encoded(version.key()));
    entry.put("LastModified", version.lastModified());
    if (!version.isMarker()) {
      entry.put("ETag", version.etag());
      List<String> algorithms = Checksums.algorithms(version.checksums());
      if (!algorithms.isEmpty()) {
        entry.put("ChecksumAlgorithm", algorithms);
        entry.put("ChecksumType", version.checksums().text("ChecksumType"));
      }
      entry.put("Size", version.size());
      entry.put("StorageClass", version.storageClass());
    }
    return entry;
  }

  private Map<String, ?> versions(Request request) {
    ListRequest list = new ListRequest(request);
    String keyMarker = request.text("KeyMarker");
    String versionMarker = request.text("VersionIdMarker");
    if (keyMarker.isEmpty() && !versionMarker.isEmpty()) {
      throw S3Errors.invalidArgument(
          "A version-id marker cannot be specified without a key marker.",
          "version-id-marker",
          versionMarker);
    }
    VersionPage page = versionPage(list, keyMarker, versionMarker);
    List<Map<String, Object>> versions = new ArrayList<>();
    List<Map<String, Object>> markers = new ArrayList<>();
    for (ObjectVersion each : page.entries) {
      ObjectVersion newest = state.versions.newest(list.bucket, each.key());
      Map<String, Object> entry = entry(list, each);
      entry.put("VersionId", each.versionId());
      entry.put("IsLatest", newest == null || newest.sequence() == each.sequence());
      entry.put("Owner", owner(request, each));
      (each.isMarker() ? markers : versions).add(entry);
    }
    Map<String, Object> output = list.output(page.truncated, page.prefixes);
    output.put("KeyMarker", list.encoded(keyMarker));
    output.put("VersionIdMarker", versionMarker);
    if (page.truncated) {
      output.put("NextKeyMarker", list.encoded(page.lastKey));
      output.put("NextVersionIdMarker", page.lastVersion);
    }
    output.put("Versions", versions);
    output.put("DeleteMarkers", markers);
    return output;
  }

  private static final class VersionPage {
    final List<ObjectVersion> entries = new ArrayList<>();
    final List<String> prefixes = new ArrayList<>();
    boolean truncated;
    @Nullable String lastKey;
    @Nullable String lastVersion;
  }

  private VersionPage versionPage(ListRequest list, String keyMarker, String versionMarker) {
    VersionPage page = new VersionPage();
    String bucket = list.bucket;
    ObjectVersion each = firstVersion(list, keyMarker, versionMarker);
    while (each != null && each.key().startsWith(list.prefix) && list.most > 0) {
      if (page.entries.size() + page.prefixes.size() == list.most) {
        page.truncated = true;
        break;
      }
      String common = list.commonPrefix(each.key());
      if (common == null) {
        page.entries.add(each);
        page.lastKey = each.key();
        page.lastVersion = each.versionId();
        each = state.versions.after(bucket, each);
      } else {
        page.prefixes.add(common);
        page.lastKey = common;
        page.lastVersion = null;
        each = state.versions.afterPrefix(bucket, common);
      }
    }
    return page;
  }

  private @Nullable ObjectVersion firstVersion(
      ListRequest list, String keyMarker, String versionMarker) {
    String bucket = list.bucket;
    if (keyMarker.isEmpty()
        || KeyOrder.encode(keyMarker).compareTo(KeyOrder.encode(list.prefix)) < 0) {
      return state.versions.from(bucket, list.prefix);
    }
    if (!versionMarker.isEmpty()) {
      ObjectVersion marker = state.versions.find(bucket, keyMarker, versionMarker);
      if (marker != null) {
        return state.versions.after(bucket, marker);
      }
      long sequence = Versions.sequence(versionMarker);
      if (sequence < 0 && !versionMarker.equals(ObjectVersion.NULL)) {
        throw S3Errors.invalidVersionId(versionMarker);
      }
      return sequence < 0
          ? state.versions.afterKey(bucket, keyMarker)
          : state.versions.afterNumber(bucket, keyMarker, sequence);
    }
    return list.isPrefix(keyMarker)
        ? state.versions.afterPrefix(bucket, keyMarker)
        : state.versions.afterKey(bucket, keyMarker);
  }
}
