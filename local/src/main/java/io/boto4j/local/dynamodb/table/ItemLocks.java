package io.boto4j.local.dynamodb.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks of items. Several items can share one; those of a transaction are taken in the order of
 * their numbers, so that no two calls wait for each other.
 */
final class ItemLocks {
  private static final int COUNT = 4096;

  private final ReentrantLock[] locks = new ReentrantLock[COUNT];

  ItemLocks() {
    Arrays.setAll(locks, i -> new ReentrantLock());
  }

  private static int number(Table table, byte[] key) {
    int hash = 31 * table.id().hashCode() + Arrays.hashCode(key);
    return (hash ^ hash >>> 16) & COUNT - 1;
  }

  <T> T with(Table table, byte[] key, Supplier<T> work) {
    ReentrantLock lock = locks[number(table, key)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** An item to be locked. */
  @SuppressWarnings("ArrayRecordComponent") // arrays are compared nowhere
  record Item(Table table, byte[] key) {}

  <T> T withAll(Collection<Item> items, Supplier<T> work) {
    int[] numbers =
        items.stream().mapToInt(item -> number(item.table, item.key)).sorted().distinct().toArray();
    int held = 0;
    try {
      while (held < numbers.length) {
        locks[numbers[held]].lock();
        held++;
      }
      return work.get();
    } finally {
      while (held > 0) {
        locks[numbers[--held]].unlock();
      }
    }
  }
}
