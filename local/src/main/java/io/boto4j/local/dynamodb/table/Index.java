package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.KeyEncoding;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: the items that have its key, in its order, with the attributes it projects.
 */
public final class Index {
  private final String name;
  private final boolean global;
  private final KeySchema key;
  private final KeySchema tableKey;
  private final boolean projectsAll;
  private final Set<String> projected;
  private final MVMap<byte[], Attributes> entries;

  Index(
      String name,
      boolean global,
      KeySchema key,
      KeySchema tableKey,
      Map<?, ?> projection,
      MVMap<byte[], Attributes> entries) {
    this.name = name;
    this.global = global;
    this.key = key;
    this.tableKey = tableKey;
    this.entries = entries;
    this.projectsAll = "ALL".equals(projection.get("ProjectionType"));
    this.projected = new HashSet<>();
    key.all().forEach(attribute -> projected.add(attribute.name()));
    tableKey.all().forEach(attribute -> projected.add(attribute.name()));
    if (projection.get("NonKeyAttributes") instanceof Iterable<?> names) {
      names.forEach(each -> projected.add(String.valueOf(each)));
    }
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns whether it is a global index.
   *
   * @return false for a local one
   */
  public boolean isGlobal() {
    return global;
  }

  /**
   * Returns the key.
   *
   * @return the key
   */
  public KeySchema key() {
    return key;
  }

  /**
   * Returns whether the index has all attributes of its items.
   *
   * @return false if it has only some
   */
  public boolean projectsAll() {
    return projectsAll;
  }

  /**
   * Returns whether the index has an attribute of its items.
   *
   * @param attribute the name of the attribute
   * @return whether it has
   */
  public boolean projects(String attribute) {
    return projectsAll || projected.contains(attribute);
  }

  MVMap<byte[], Attributes> entries() {
    return entries;
  }

  /** Returns the key of an item in this index, or null if it is not in it. */
  byte @Nullable [] keyOf(@Nullable Attributes item) {
    if (item == null) {
      return null;
    }
    KeyEncoding encoding = new KeyEncoding();
    return key.encode(item, encoding) && tableKey.encode(item, encoding)
        ? encoding.toBytes()
        : null;
  }

  /** Returns what the index has of an item. */
  Attributes project(Attributes item) {
    return projectsAll ? item : item.only(projected);
  }

  /** Replaces an item. */
  void apply(@Nullable Attributes old, @Nullable Attributes item) {
    byte[] oldKey = keyOf(old);
    byte[] newKey = keyOf(item);
    if (oldKey != null && !Arrays.equals(oldKey, newKey)) {
      entries.remove(oldKey);
    }
    if (newKey != null && item != null) {
      entries.put(newKey, project(item));
    }
  }

  /**
   * Returns the write units that replacing an item takes in this index.
   *
   * @param old the item before, or null
   * @param item the item after, or null
   * @return the units: one per kilobyte for each entry that is removed, put or changed
   */
  public int writeUnits(@Nullable Attributes old, @Nullable Attributes item) {
    byte[] oldKey = keyOf(old);
    byte[] newKey = keyOf(item);
    Attributes oldEntry = old == null || oldKey == null ? null : project(old);
    Attributes newEntry = item == null || newKey == null ? null : project(item);
    if (Arrays.equals(oldKey, newKey)) {
      return oldEntry == null || newEntry == null || oldEntry.equals(newEntry)
          ? 0
          : Units.write(Math.max(oldEntry.bytes(), newEntry.bytes()));
    }
    return (oldEntry == null ? 0 : Units.write(oldEntry.bytes()))
        + (newEntry == null ? 0 : Units.write(newEntry.bytes()));
  }
}
