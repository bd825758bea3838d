package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items that {@link Table#batchGet} found. Immutable.
 *
 * @param <T> the type of the items
 */
public final class BatchItems<T> implements Iterable<T> {
  private final List<T> items;
  private final List<Structure> missing;

  BatchItems(List<T> items, List<Structure> missing) {
    this.items = Collections.unmodifiableList(items);
    this.missing = Collections.unmodifiableList(missing);
  }

  /**
   * Returns the items that exist.
   *
   * @return the items, in the order of their keys in the call; unmodifiable
   */
  public List<T> items() {
    return items;
  }

  /**
   * Returns the keys without an item.
   *
   * @return the keys in plain values, in the order of the call; unmodifiable
   */
  public List<Structure> missing() {
    return missing;
  }

  @Override
  public Iterator<T> iterator() {
    return items.iterator();
  }

  /**
   * Returns the items that exist as a stream.
   *
   * @return the stream
   */
  public Stream<T> stream() {
    return items.stream();
  }

  @Override
  public String toString() {
    return "BatchItems[" + items.size() + " found, " + missing.size() + " missing]";
  }
}
