package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items that one request of a query or a scan returned. Immutable.
 *
 * <p>A page may be empty although others follow, if a filter accepted none of the items that
 * DynamoDB read for it.
 *
 * @param <T> the type of the items
 */
public final class Page<T> implements Iterable<T> {
  private final List<T> items;
  private final int scannedCount;
  private final Supplier<@Nullable Structure> nextKey;

  Page(List<T> items, int scannedCount, Supplier<@Nullable Structure> nextKey) {
    this.items = Collections.unmodifiableList(items);
    this.scannedCount = scannedCount;
    this.nextKey = nextKey;
  }

  /**
   * Returns the items.
   *
   * @return the items in their order; unmodifiable
   */
  public List<T> items() {
    return items;
  }

  @Override
  public Iterator<T> iterator() {
    return items.iterator();
  }

  /**
   * Returns the number of items that DynamoDB read, before the filter: it is what is paid for.
   *
   * @return the number, 0 or more
   */
  public int scannedCount() {
    return scannedCount;
  }

  /**
   * Returns the key with which another query or scan continues after the last item of this page:
   * the value for {@link Query#startKey} and {@link Scan#startKey}.
   *
   * <p>If a limit has cut the page, the key is made from its last item, for which the table's
   * description may be read.
   *
   * @return the key, or null after the last page
   * @throws IllegalStateException if a limit has cut the page, and its items lack the attributes of
   *     the key because of a projection
   */
  public @Nullable Structure nextKey() {
    return nextKey.get();
  }

  @Override
  public String toString() {
    return "Page[" + items.size() + " items]";
  }
}
