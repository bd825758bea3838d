package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.Store;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Multipart uploads that are neither completed nor aborted, by bucket, key and id; their parts. */
final class Uploads {
  private final MVMap<String, Object> uploads;
  private final MVMap<String, Object> parts;

  Uploads(Store store) {
    this.uploads = store.map("uploads");
    this.parts = store.map("parts");
  }

  private static String place(String bucket, String key, String uploadId) {
    return bucket + "/" + KeyOrder.encode(key) + "\0" + uploadId;
  }

  private static String place(String uploadId, int part) {
    return uploadId + "/" + String.format(Locale.ROOT, "%05d", part);
  }

  @Nullable Structure find(String bucket, String key, String uploadId) {
    Object stored = uploads.get(place(bucket, key, uploadId));
    return stored == null ? null : Documents.structure(stored);
  }

  Structure get(String bucket, String key, String uploadId) {
    Structure upload = find(bucket, key, uploadId);
    if (upload == null) {
      throw S3Errors.noSuchUpload(uploadId);
    }
    return upload;
  }

  void put(String bucket, String key, String uploadId, Structure upload) {
    uploads.put(place(bucket, key, uploadId), upload);
  }

  /** Removes an upload and its parts. Called within a change. */
  void remove(String bucket, String key, String uploadId) {
    uploads.remove(place(bucket, key, uploadId));
    for (Structure part : parts(uploadId)) {
      parts.remove(place(uploadId, (int) Documents.number(part, "PartNumber")));
    }
  }

  @Nullable Structure part(String uploadId, int number) {
    Object stored = parts.get(place(uploadId, number));
    return stored == null ? null : Documents.structure(stored);
  }

  void putPart(String uploadId, Structure part) {
    parts.put(place(uploadId, (int) Documents.number(part, "PartNumber")), part);
  }

  /** Returns the parts of an upload in their order. */
  List<Structure> parts(String uploadId) {
    List<Structure> found = new ArrayList<>();
    String prefix = uploadId + "/";
    Iterator<String> places = parts.keyIterator(prefix);
    while (places.hasNext()) {
      String place = places.next();
      if (!place.startsWith(prefix)) {
        break;
      }
      Object stored = parts.get(place);
      if (stored != null) {
        found.add(Documents.structure(stored));
      }
    }
    return found;
  }

  /** Returns the uploads of a bucket in the order of their keys, then of their starts. */
  List<Structure> all(String bucket) {
    List<Structure> found = new ArrayList<>();
    String prefix = bucket + "/";
    Iterator<String> places = uploads.keyIterator(prefix);
    while (places.hasNext()) {
      String place = places.next();
      if (!place.startsWith(prefix)) {
        break;
      }
      Object stored = uploads.get(place);
      if (stored != null) {
        found.add(Documents.structure(stored));
      }
    }
    return found;
  }
}
