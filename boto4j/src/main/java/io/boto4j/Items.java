package io.boto4j;

import io.boto4j.internal.value.AbstractStructure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All items on all pages of an operation's results. Nothing is sent until they are iterated; each
 * page is requested when its first item is reached. {@link Client#items} creates it.
 *
 * <p>Each iteration begins at the first page. Safe for use by multiple threads, if each uses an
 * iterator of its own.
 *
 * @param <T> the type of the items
 */
public final class Items<T> implements Iterable<T> {
  private final Supplier<Stream<T>> items;
  private final String operation;

  Items(Supplier<Stream<Object>> items, String operation, Class<T> type) {
    this(
        operation,
        () -> items.get().map(each -> AbstractStructure.convertItem(each, type, operation)));
  }

  private Items(String operation, Supplier<Stream<T>> items) {
    this.operation = operation;
    this.items = items;
  }

  /**
   * Returns the items in another form. Nothing is sent until they are iterated.
   *
   * <pre>{@code
   * Items<String> ids = rds.items("DescribeDBInstances").map(db -> db.text("DBInstanceIdentifier"));
   * }</pre>
   *
   * @param <U> the type of the new items
   * @param conversion converts each item when it is reached; must not return null
   * @return new items
   */
  public <U> Items<U> map(Function<? super T, ? extends U> conversion) {
    Objects.requireNonNull(conversion, "conversion");
    return new Items<>(operation, () -> items.get().map(conversion));
  }

  /**
   * Returns an iterator over the items, from the first.
   *
   * @return an iterator that throws what a call throws, {@link io.boto4j.error.PaginationException}
   *     if the pages never end, and {@link IllegalArgumentException} at an item that is not of the
   *     type
   */
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /**
   * Returns a stream of the items, from the first.
   *
   * @return a sequential stream, which throws what {@link #iterator()} throws
   */
  public Stream<T> stream() {
    return items.get();
  }

  /**
   * Requests all pages and returns their items.
   *
   * @return a read-only list
   * @throws RuntimeException what {@link #iterator()} throws
   */
  public List<T> toList() {
    List<T> all = new ArrayList<>();
    forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  /**
   * Returns the operation, without the parameters, which may be secret.
   *
   * @return a text such as {@code Items[Scan]}
   */
  @Override
  public String toString() {
    return "Items[" + operation + "]";
  }
}
