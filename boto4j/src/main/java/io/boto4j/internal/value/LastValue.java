package io.boto4j.internal.value;

/**
 * The value that was computed last, and its key: a cache of one entry. Immutable, so threads may
 * replace it in a volatile field without a lock.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
public final class LastValue<K, V> {
  /** The key of the value. */
  public final K key;

  /** The value. */
  public final V value;

  /**
   * Creates an entry.
   *
   * @param key the key
   * @param value its value
   */
  public LastValue(K key, V value) {
    this.key = key;
    this.value = value;
  }
}
