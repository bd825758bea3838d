package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.Objects;
import java.util.function.Function;

/**
 * A scan: all items of a table or an index, in no particular order. {@link Table#scan()} creates
 * it; nothing is sent until the items are used.
 *
 * <pre>{@code
 * for (Structure user : users.scan().filter(attr("role").eq("admin")).segments(4)) { … }
 * }</pre>
 *
 * @param <T> the type of the items
 */
public final class Scan<T> extends Items<T, Scan<T>> {
  /** DynamoDB's limit. */
  private static final int MOST_SEGMENTS = 1_000_000;

  Scan(ReadSettings settings, Function<Structure, T> mapper) {
    super(settings, mapper);
  }

  @Override
  Scan<T> with(ReadSettings changed) {
    return new Scan<>(changed, mapper());
  }

  /**
   * Divides the table into segments, which are read at the same time, each by one call after the
   * other on the session's executor. The items come in the order in which pages arrive. A call that
   * fails ends the scan, and the others are aborted.
   *
   * @param count the number of segments, 1 to 1,000,000; 1 reads without other threads
   * @return a copy with the segments, which cannot have a start key
   * @throws IllegalArgumentException if {@code count} is out of range
   */
  public Scan<T> segments(int count) {
    if (count < 1 || count > MOST_SEGMENTS) {
      throw new IllegalArgumentException("segments must be 1 to 1,000,000, not " + count);
    }
    ReadSettings changed = settings();
    changed.segments = count;
    return with(changed);
  }

  /**
   * Maps the items to records.
   *
   * @param <U> the record
   * @param type the class of the record; its components are those of {@link Structure#to}
   * @return a copy with records as items; its iterator throws {@code IllegalArgumentException} at
   *     an item that does not fit
   */
  public <U> Scan<U> as(Class<U> type) {
    Objects.requireNonNull(type, "type");
    return mapped(item -> item.to(type));
  }

  <U> Scan<U> mapped(Function<Structure, U> function) {
    return new Scan<>(settings(), function);
  }
}
