package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import org.jspecify.annotations.Nullable;

/** The part of the partitions that one worker of a parallel scan reads. */
final class Segments {
  private final KeySchema schema;
  private final int segment;
  private final int total;

  private Segments(KeySchema schema, int segment, int total) {
    this.schema = schema;
    this.segment = segment;
    this.total = total;
  }

  /** Reads the segment of a scan; null if it is not parallel. */
  static @Nullable Segments of(Structure input, KeySchema schema) {
    Integer segment = input.integer("Segment");
    Integer total = input.integer("TotalSegments");
    return segment == null || total == null || total == 1
        ? null
        : new Segments(schema, segment, total);
  }

  /** Returns whether the segment has an item. All items of a partition are in one segment. */
  boolean has(Attributes item) {
    int hash = 17;
    for (KeyAttribute attribute : schema.partition()) {
      Value value = item.find(attribute.name());
      hash = hash * 31 + (value == null ? 0 : value.hashCode());
    }
    // The bits are mixed, because the hashes of similar keys are similar.
    hash *= 0x9E3779B9;
    return Math.floorMod(hash ^ hash >>> 15, total) == segment;
  }
}
