package io.boto4j.dynamodb;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table whose items are records: {@link Table#as} creates it.
 *
 * <pre>{@code
 * record User(@Name("user_id") String userId, String email, @Nullable Instant seen) {}
 *
 * TypedTable<User> users = Table.of(dynamodb, "auth-users").as(User.class);
 * users.put(new User(id, email, null));
 * Optional<User> user = users.get("user_id", id);
 * for (User each : users.query(key("email").eq(email)).index("email-index")) { … }
 * }</pre>
 *
 * <p>Components are stored under their names, or those that {@link io.boto4j.Name} gives them; null
 * components are not stored. Reading follows {@link Structure#to}: attributes without a component
 * are ignored unless the table is {@link #strict()}, and a component without an attribute is null,
 * empty, or an {@code IllegalArgumentException} that names it. Immutable and safe for use by
 * multiple threads.
 *
 * @param <T> the record
 */
public final class TypedTable<T extends Record> {
  private final Table table;
  private final Class<T> type;
  private final boolean strict;

  TypedTable(Table table, Class<T> type, boolean strict) {
    this.table = table;
    this.strict = strict;
    this.type = Objects.requireNonNull(type, "type");
  }

  /**
   * Returns the table with maps as items, for everything that this class does not have.
   *
   * @return the table
   */
  public Table table() {
    return table;
  }

  /**
   * Returns this table with a check that records hold whole items: reading an item with an
   * attribute that the record does not have is an error. Without the check such attributes are
   * ignored, and lost when the record is put back.
   *
   * @return a copy, which throws {@code IllegalArgumentException} when it reads such an item; the
   *     message names the attribute
   */
  public TypedTable<T> strict() {
    return new TypedTable<>(table, type, /* strict= */ true);
  }

  /**
   * Stores a record, in place of any other item with its key.
   *
   * @param item the record
   * @throws IllegalArgumentException if a value cannot be stored; the message names the attribute,
   *     and nothing is sent
   */
  public void put(T item) {
    table.put(item);
  }

  /**
   * Stores a record, with options.
   *
   * @param item the record
   * @param options a function that sets the condition, and whether the old item is returned
   * @return the old item if the options ask for it and it existed, otherwise empty
   * @throws IllegalArgumentException if a value cannot be stored; the message names the attribute,
   *     and nothing is sent
   */
  public Optional<T> put(T item, Consumer<? super WriteOptions> options) {
    return optional(table.put(item, options));
  }

  /**
   * Reads the item of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the key is invalid, or the item does not fit the record
   */
  public Optional<T> get(String name, Object value) {
    return table.get(name, value).map(this::record);
  }

  /**
   * Reads the item of a table with a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @param sortName the name of the sort key
   * @param sortValue its value
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the key is invalid, or the item does not fit the record
   */
  public Optional<T> get(String name, Object value, String sortName, Object sortValue) {
    return table.get(name, value, sortName, sortValue).map(this::record);
  }

  /**
   * Reads an item, with options.
   *
   * @param key the key in plain values
   * @param options a function that sets consistency and the attributes to return
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the key is invalid, or the item does not fit the record
   */
  public Optional<T> get(Map<String, ?> key, Consumer<? super ReadOptions> options) {
    return table.get(key, options).map(this::record);
  }

  /**
   * Begins an update of the item of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return the update, which is sent by {@link TableUpdate#run()}
   * @throws IllegalArgumentException if the key is invalid
   */
  public TableUpdate update(String name, Object value) {
    return table.update(name, value);
  }

  /**
   * Begins an update of an item.
   *
   * @param key the key in plain values
   * @return the update, which is sent by {@link TableUpdate#run()}
   * @throws IllegalArgumentException if the key is invalid
   */
  public TableUpdate update(Map<String, ?> key) {
    return table.update(key);
  }

  /**
   * Deletes an item. Deleting an item that does not exist succeeds.
   *
   * @param name the name of the partition key
   * @param value its value
   * @throws IllegalArgumentException if the key is invalid
   */
  public void delete(String name, Object value) {
    table.delete(Params.of(name, value));
  }

  /**
   * Deletes an item, with options.
   *
   * @param key the key in plain values
   * @param options a function that sets the condition, and whether the old item is returned
   * @return the old item if the options ask for it and it existed, otherwise empty
   * @throws IllegalArgumentException if the key is invalid
   */
  public Optional<T> delete(Map<String, ?> key, Consumer<? super WriteOptions> options) {
    return optional(table.delete(key, options));
  }

  /**
   * Queries the table, or with {@link Query#index} an index.
   *
   * @param keys the condition on the keys, of {@code key(…)}
   * @return the query; nothing is sent until its items are used
   * @throws IllegalArgumentException if the condition has an {@code attr(…)}
   */
  public Query<T> query(Condition keys) {
    return table.query(keys).mapped(this::record);
  }

  /**
   * Scans the table, or with {@link Scan#index} an index.
   *
   * @return the scan; nothing is sent until its items are used
   */
  public Scan<T> scan() {
    return table.scan().mapped(this::record);
  }

  /**
   * Reads any number of items by their keys, as {@link Table#batchGet(Collection)} does.
   *
   * @param keys the keys in plain values
   * @return the items in the order of the keys, and the keys that have no item
   * @throws IllegalArgumentException if a key is invalid or occurs twice, or an item does not fit
   *     the record
   * @throws BatchGetException if ten requests in a row have no effect
   */
  public BatchItems<T> batchGet(Collection<? extends Map<String, ?>> keys) {
    return records(table.batchGet(keys));
  }

  /**
   * Reads any number of items of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param values its values
   * @return the items in the order of the values, and the keys that have no item
   * @throws IllegalArgumentException if a value is invalid or occurs twice, or an item does not fit
   *     the record
   * @throws BatchGetException if ten requests in a row have no effect
   */
  public BatchItems<T> batchGet(String name, Collection<?> values) {
    return records(table.batchGet(name, values));
  }

  private BatchItems<T> records(BatchItems<Structure> found) {
    List<T> records = new ArrayList<>(found.items().size());
    for (Structure each : found) {
      records.add(record(each));
    }
    return new BatchItems<>(records, found.missing());
  }

  /**
   * Returns a writer that puts and deletes items in batches, records included.
   *
   * @return a new writer; close it
   */
  public BatchWriter batchWriter() {
    return table.batchWriter();
  }

  private T record(Structure item) {
    T record = item.to(type);
    if (strict) {
      Params stored = Params.from(record);
      for (Map.Entry<String, Object> entry : item.entrySet()) {
        if (entry.getValue() != null && !stored.containsKey(entry.getKey())) {
          throw new IllegalArgumentException(
              type.getSimpleName()
                  + " has no component for the attribute "
                  + entry.getKey()
                  + " of an item of table "
                  + table.name()
                  + ": add it, or name one with @Name");
        }
      }
    }
    return record;
  }

  private Optional<T> optional(@Nullable Structure item) {
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(record(item));
  }

  @Override
  public String toString() {
    return "TypedTable[" + type.getSimpleName() + ", " + table + "]";
  }
}
