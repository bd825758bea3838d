package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The items of a table by the time when they expire. */
final class Expiry {
  private final MVMap<byte[], Attributes> keys;
  private volatile @Nullable String attribute;

  /** Called with the second at which an item expires. */
  private volatile Runnable added = () -> {};

  Expiry(MVMap<byte[], Attributes> keys) {
    this.keys = keys;
  }

  void enable(@Nullable String enabled) {
    attribute = enabled;
  }

  /** Returns the attribute with the time, or null if items do not expire. */
  @Nullable String attribute() {
    return attribute;
  }

  void whenAdded(Runnable run) {
    added = run;
  }

  void clear() {
    keys.clear();
  }

  /** Returns the second at which an item expires, or -1. */
  long secondOf(@Nullable Attributes item) {
    String name = attribute;
    if (item == null
        || name == null
        || !(item.find(name) instanceof Value.Num time)
        || time.number().signum() <= 0
        || time.number().precision() - time.number().scale() > 18) {
      return -1;
    }
    return time.number().setScale(0, RoundingMode.FLOOR).longValue();
  }

  void apply(
      byte[] key,
      @Nullable Attributes old,
      @Nullable Attributes item,
      UnaryOperator<Attributes> keysOf) {
    if (attribute == null) {
      return;
    }
    long before = secondOf(old);
    long after = secondOf(item);
    if (before == after) {
      return;
    }
    if (before >= 0) {
      keys.remove(entry(before, key));
    }
    if (after >= 0 && item != null) {
      keys.put(entry(after, key), keysOf.apply(item));
      added.run();
    }
  }

  private static byte[] entry(long second, byte[] key) {
    return ByteBuffer.allocate(Long.BYTES + key.length).putLong(second).put(key).array();
  }

  /** Returns the second at which the next item expires, or -1. */
  long next(long from) {
    byte[] first = keys.ceilingKey(entry(from, new byte[0]));
    return first == null ? -1 : ByteBuffer.wrap(first).getLong();
  }

  /** Returns the keys of the items that expire in a time, from and to inclusive. */
  List<byte[]> between(long from, long to) {
    List<byte[]> found = new ArrayList<>();
    Cursor<byte[], Attributes> cursor =
        keys.cursor(entry(from, new byte[0]), entry(to + 1, new byte[0]), false);
    while (cursor.hasNext()) {
      byte[] entry = cursor.next();
      if (ByteBuffer.wrap(entry).getLong() <= to) {
        found.add(Arrays.copyOfRange(entry, Long.BYTES, entry.length));
      }
    }
    return found;
  }
}
