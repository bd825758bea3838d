package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.Objects;
import java.util.function.Function;

/**
 * A query: the items of a table or an index with one partition key, in the order of their sort
 * keys. {@link Table#query(Condition)} creates it; nothing is sent until the items are used.
 *
 * <pre>{@code
 * for (Structure user : users.query(key("email").eq(email)).index("email-index")) { … }
 * List<User> page = users.query(key("team").eq(7)).descending().limit(20).as(User.class).list();
 * }</pre>
 *
 * @param <T> the type of the items
 */
public final class Query<T> extends Items<T, Query<T>> {
  Query(ReadSettings settings, Function<Structure, T> mapper) {
    super(settings, mapper);
  }

  @Override
  Query<T> with(ReadSettings changed) {
    return new Query<>(changed, mapper());
  }

  /**
   * Reverses the order: the highest sort key first. boto3's {@code ScanIndexForward=False}.
   *
   * @return a copy in descending order
   */
  public Query<T> descending() {
    ReadSettings changed = settings();
    changed.descending = true;
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
  public <U> Query<U> as(Class<U> type) {
    Objects.requireNonNull(type, "type");
    return mapped(item -> item.to(type));
  }

  <U> Query<U> mapped(Function<Structure, U> function) {
    return new Query<>(settings(), function);
  }
}
