package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items that a {@link Query} or a {@link Scan} returns. Every page is requested when it is
 * needed; iterating again starts from the beginning.
 *
 * <p>Immutable: each method that sets something returns a copy. Safe for use by multiple threads,
 * if each uses an iterator of its own.
 *
 * @param <T> the type of the items
 * @param <S> the class itself
 */
public abstract sealed class Items<T, S extends Items<T, S>> implements Iterable<T>
    permits Query, Scan {
  private final ReadSettings settings;
  private final Function<Structure, T> mapper;

  Items(ReadSettings settings, Function<Structure, T> mapper) {
    this.settings = settings;
    this.mapper = mapper;
  }

  abstract S with(ReadSettings changed);

  final ReadSettings settings() {
    return settings.copy();
  }

  final Function<Structure, T> mapper() {
    return mapper;
  }

  /**
   * Reads an index of the table instead of the table.
   *
   * @param name the name of a global or local secondary index
   * @return a copy with the index
   */
  public S index(String name) {
    ReadSettings changed = settings();
    changed.index = Objects.requireNonNull(name, "name");
    return with(changed);
  }

  /**
   * Returns only the items that fulfil a condition. DynamoDB still reads, and charges for, the
   * others. A second filter is required as well as the first.
   *
   * @param condition the condition, of {@code attr(…)}
   * @return a copy with the filter
   */
  public S filter(Condition condition) {
    ReadSettings changed = settings();
    Condition present = changed.filter;
    changed.filter =
        present == null ? Objects.requireNonNull(condition, "condition") : present.and(condition);
    return with(changed);
  }

  /**
   * Returns only some attributes of the items. DynamoDB still charges for whole items.
   *
   * @param paths paths such as {@code name} or {@code address.lines[0]}
   * @return a copy with the projection, in place of any other
   * @throws IllegalArgumentException if a path is malformed, or none is given
   */
  public S attributes(String... paths) {
    ReadSettings changed = settings();
    changed.projection = Projection.of(List.of(paths));
    return with(changed);
  }

  /**
   * Returns only some attributes of the items.
   *
   * @param attributes the attributes, whose names may have dots ({@link Attr#path})
   * @return a copy with the projection, in place of any other
   * @throws IllegalArgumentException if none is given
   */
  public S attributes(Attr... attributes) {
    ReadSettings changed = settings();
    changed.projection = Projection.of(List.of(attributes));
    return with(changed);
  }

  /**
   * Reads what was written last, at twice the price. Not possible on a global secondary index.
   *
   * @return a copy that reads consistently
   */
  public S consistent() {
    ReadSettings changed = settings();
    changed.consistent = true;
    return with(changed);
  }

  /**
   * Continues after an item: boto3's {@code ExclusiveStartKey}.
   *
   * @param key the key, from {@link Page#nextKey()}; on an index, the keys of both the index and
   *     the table
   * @return a copy that starts after the key
   * @throws IllegalArgumentException if the key is empty or has invalid values
   */
  public S startKey(Map<String, ?> key) {
    ReadSettings changed = settings();
    changed.startKey = KeyValues.write(key);
    return with(changed);
  }

  /**
   * Limits the number of items that are returned, on all pages together. boto3's {@code Limit} is
   * {@link #pageSize}.
   *
   * @param items the maximum, at least 1
   * @return a copy with the limit
   * @throws IllegalArgumentException if {@code items} is less than 1
   */
  public S limit(long items) {
    ReadSettings changed = settings();
    changed.limit = atLeastOne("limit", items);
    return with(changed);
  }

  /**
   * Limits the number of items that DynamoDB reads for one page, before the filter: boto3's {@code
   * Limit}. Without it a page has up to 1 MB.
   *
   * @param items the maximum, at least 1
   * @return a copy with the page size
   * @throws IllegalArgumentException if {@code items} is less than 1
   */
  public S pageSize(int items) {
    ReadSettings changed = settings();
    changed.pageSize = (int) atLeastOne("pageSize", items);
    return with(changed);
  }

  static long atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  /**
   * Returns an iterator over the items of all pages, from the first.
   *
   * @return an iterator whose {@code hasNext} requests the next page when it is needed, and throws
   *     what the call throws
   */
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(pageIterator());
  }

  /**
   * Returns a stream of the items of all pages. Each page is requested when the stream reaches it.
   *
   * @return a sequential stream
   */
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED),
        /* parallel= */ false);
  }

  /**
   * Requests all pages and returns their items.
   *
   * @return the items; unmodifiable
   */
  public List<T> list() {
    List<T> all = new ArrayList<>();
    forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  /**
   * Returns the first item.
   *
   * @return the item, or empty if none is found
   */
  public Optional<T> first() {
    Iterator<T> items = limit(1).iterator();
    return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
  }

  /**
   * Returns the pages, each of which is one request.
   *
   * @return the pages; nothing is sent until they are iterated
   */
  public Iterable<Page<T>> pages() {
    return this::pageIterator;
  }

  /**
   * Requests the first page: with {@link #pageSize} and {@link #startKey}, one page of a list that
   * users leaf through.
   *
   * @return the page, whose {@link Page#nextKey()} continues
   */
  public Page<T> page() {
    return pageIterator().next();
  }

  /**
   * Counts the items, without receiving them. DynamoDB reads, and charges for, all of them; {@code
   * ItemCount} of {@link Table#describe()} is free, and up to six hours old.
   *
   * @return the number of items that the query or scan returns, at most its limit
   */
  public long count() {
    return Counting.count(settings);
  }

  private Iterator<Page<T>> pageIterator() {
    if (settings.segments > 1 && settings.startKey != null) {
      throw new IllegalArgumentException("A scan in segments cannot have a start key");
    }
    return settings.segments > 1
        ? new ParallelPages<>(settings, mapper)
        : new Pages<>(settings, mapper);
  }

  /**
   * Returns the table and the operation, without the conditions, whose values may be secret.
   *
   * @return a text such as {@code Query[auth-users]}
   */
  @Override
  public String toString() {
    return settings.operation()
        + "["
        + settings.calls.table()
        + (settings.index == null ? "]" : ", " + settings.index + "]");
  }

  private static final class ItemIterator<T> implements Iterator<T> {
    private final Iterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    ItemIterator(Iterator<Page<T>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext()) {
        if (!pages.hasNext()) {
          return false;
        }
        items = pages.next().iterator();
      }
      return true;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return items.next();
    }
  }
}
