package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of an object, or a delete marker.
 *
 * @param document what is stored of it
 */
record ObjectVersion(Structure document) {
  /** The id of versions that were written while versioning was not enabled. */
  static final String NULL = "null";

  /** A body and its size. */
  record Segment(String id, long size) {}

  static ObjectVersion of(Object stored) {
    return new ObjectVersion(Documents.structure(stored));
  }

  String key() {
    return Objects.requireNonNull(document.text("Key"));
  }

  String versionId() {
    return Objects.requireNonNull(document.text("VersionId"));
  }

  long sequence() {
    return Documents.number(document, "Sequence");
  }

  boolean isMarker() {
    return Boolean.TRUE.equals(document.bool("DeleteMarker"));
  }

  Instant lastModified() {
    return Objects.requireNonNull(document.instant("LastModified"));
  }

  /** The entity tag in quotation marks; empty for delete markers. */
  String etag() {
    return Documents.text(document, "ETag", "");
  }

  long size() {
    return Documents.number(document, "Size");
  }

  String storageClass() {
    return Documents.text(document, "StorageClass", "STANDARD");
  }

  /** The members of the output that every read returns: content type, metadata, encryption. */
  Structure settings() {
    return document.map("Settings");
  }

  Structure checksums() {
    return document.map("Checksums");
  }

  List<Structure> tags() {
    return document.structures("Tags");
  }

  /** The parts of a multipart upload; empty for an object that was put at once. */
  List<Structure> parts() {
    return document.structures("Parts");
  }

  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (Structure each : document.structures("Segments")) {
      segments.add(
          new Segment(Objects.requireNonNull(each.text("Id")), Documents.number(each, "Size")));
    }
    return segments;
  }

  List<String> bodies() {
    return segments().stream().map(Segment::id).toList();
  }

  /** Returns this version with another value, or without one if it is null. */
  ObjectVersion with(String name, @Nullable Object value) {
    return new ObjectVersion(Documents.with(document, name, value));
  }

  /** Returns the part of the document that lists a body of a given size. */
  static Map<String, Object> segment(String id, long size) {
    Map<String, Object> segment = new LinkedHashMap<>();
    segment.put("Id", id);
    segment.put("Size", size);
    return segment;
  }

  static Structure structure(Map<String, ?> map) {
    return Structures.of(map);
  }
}
