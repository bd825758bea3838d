package io.boto4j.local.s3;

import io.boto4j.local.engine.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of all objects, by bucket and key, the newest first. Of a key in a bucket without
 * versioning there is one version, whose id is {@code null}.
 */
final class Versions {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz012345._";
  private static final int RANDOM = 21;
  private static final int NUMBER = 11;

  private final MVMap<String, Object> map;

  Versions(Store store) {
    this.map = store.map("versions");
  }

  /** Creates the id of a version; its number is part of it, so that it is found by it. */
  static String newId(long sequence, RandomGenerator random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < RANDOM; i++) {
      id.append(DIGITS.charAt(random.nextInt(60)));
    }
    long rest = sequence;
    for (int i = 0; i < NUMBER; i++) {
      id.append(DIGITS.charAt((int) (rest % 60)));
      rest /= 60;
    }
    return id.toString();
  }

  /** Returns the number in an id, or -1 if the id has another form. */
  static long sequence(String versionId) {
    if (versionId.length() != RANDOM + NUMBER) {
      return -1;
    }
    long sequence = 0;
    for (int i = versionId.length() - 1; i >= RANDOM; i--) {
      int digit = DIGITS.indexOf(versionId.charAt(i));
      if (digit < 0) {
        return -1;
      }
      sequence = sequence * 60 + digit;
    }
    return sequence;
  }

  private static String place(String bucket, String key) {
    return bucket + "/" + KeyOrder.encode(key) + "\0";
  }

  private static String place(String bucket, String key, long sequence) {
    return place(bucket, key) + String.format(Locale.ROOT, "%016x", Long.MAX_VALUE - sequence);
  }

  /** Stores a version. Called within a change. */
  void put(String bucket, ObjectVersion version) {
    map.put(place(bucket, version.key(), version.sequence()), version.document());
  }

  /** Removes a version. Called within a change. */
  void remove(String bucket, ObjectVersion version) {
    map.remove(place(bucket, version.key(), version.sequence()));
  }

  /** Returns the newest version or delete marker of a key, or null. */
  @Nullable ObjectVersion newest(String bucket, String key) {
    String prefix = place(bucket, key);
    return at(map.ceilingKey(prefix), prefix);
  }

  /** Returns the version before another of the same key, or null. */
  @Nullable ObjectVersion before(String bucket, ObjectVersion version) {
    return at(
        map.higherKey(place(bucket, version.key(), version.sequence())),
        place(bucket, version.key()));
  }

  private @Nullable ObjectVersion at(@Nullable String place, String prefix) {
    Object stored = place == null || !place.startsWith(prefix) ? null : map.get(place);
    return stored == null ? null : ObjectVersion.of(stored);
  }

  /** Returns all versions of a key, the newest first. */
  List<ObjectVersion> all(String bucket, String key) {
    List<ObjectVersion> all = new ArrayList<>();
    ObjectVersion each = newest(bucket, key);
    while (each != null) {
      all.add(each);
      each = before(bucket, each);
    }
    return all;
  }

  /** Returns the version with an id, or null. */
  @Nullable ObjectVersion find(String bucket, String key, String versionId) {
    if (versionId.equals(ObjectVersion.NULL)) {
      ObjectVersion each = newest(bucket, key);
      while (each != null && !each.versionId().equals(ObjectVersion.NULL)) {
        each = before(bucket, each);
      }
      return each;
    }
    long sequence = sequence(versionId);
    Object stored = sequence < 0 ? null : map.get(place(bucket, key, sequence));
    ObjectVersion found = stored == null ? null : ObjectVersion.of(stored);
    return found != null && found.versionId().equals(versionId) ? found : null;
  }

  /** Whether a bucket has no versions and no delete markers. */
  boolean isEmpty(String bucket) {
    String first = map.ceilingKey(bucket + "/");
    return first == null || !first.startsWith(bucket + "/");
  }

  /**
   * Returns the first version of the bucket whose key is at or after a text.
   *
   * @param from the least key
   */
  @Nullable ObjectVersion from(String bucket, String from) {
    return at(map.ceilingKey(bucket + "/" + KeyOrder.encode(from)), bucket + "/");
  }

  /** Returns the next entry after the place of a version that is gone. */
  @Nullable ObjectVersion afterNumber(String bucket, String key, long sequence) {
    return at(map.higherKey(place(bucket, key, sequence)), bucket + "/");
  }

  /** Returns the newest version of the key after another. */
  @Nullable ObjectVersion afterKey(String bucket, String key) {
    return at(map.ceilingKey(bucket + "/" + KeyOrder.encode(key) + "\1"), bucket + "/");
  }

  /** Returns the newest version of the first key that does not begin with a prefix it is after. */
  @Nullable ObjectVersion afterPrefix(String bucket, String prefix) {
    return at(
        map.ceilingKey(bucket + "/" + KeyOrder.encode(prefix) + "\uffff\uffff"), bucket + "/");
  }

  /** Returns the next entry after a version: an older one of its key, or the next key's newest. */
  @Nullable ObjectVersion after(String bucket, ObjectVersion version) {
    return at(map.higherKey(place(bucket, version.key(), version.sequence())), bucket + "/");
  }
}
