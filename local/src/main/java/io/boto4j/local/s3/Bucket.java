package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bucket.
 *
 * @param name the name
 * @param document what is stored of it
 */
record Bucket(String name, Structure document) {
  String account() {
    return Objects.requireNonNull(document.text("Account"));
  }

  String region() {
    return Objects.requireNonNull(document.text("Region"));
  }

  Instant created() {
    return Objects.requireNonNull(document.instant("Created"));
  }

  /** {@code Enabled}, {@code Suspended}, or null if versioning was never enabled. */
  @Nullable String versioning() {
    return document.text("Configurations", "versioning", "Status");
  }

  boolean isVersioned() {
    return "Enabled".equals(versioning());
  }

  boolean locks() {
    return Boolean.TRUE.equals(document.bool("ObjectLock"));
  }

  /** Returns a stored configuration, such as {@code cors}, or null. */
  @Nullable Structure configuration(String kind) {
    return document.structure("Configurations", kind);
  }

  Bucket withConfiguration(String kind, @Nullable Object value) {
    return new Bucket(
        name,
        Documents.with(
            document,
            "Configurations",
            Documents.with(document.map("Configurations"), kind, value)));
  }

  Bucket with(String member, @Nullable Object value) {
    return new Bucket(name, Documents.with(document, member, value));
  }

  List<Structure> tags() {
    return document.structures("Tags");
  }

  String arn() {
    return "arn:" + Partition.of(region()) + ":s3:::" + name;
  }
}
