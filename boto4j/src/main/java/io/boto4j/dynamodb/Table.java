package io.boto4j.dynamodb;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of DynamoDB, whose items are plain Java values: boto3's {@code
 * resource("dynamodb").Table}.
 *
 * <pre>{@code
 * import static io.boto4j.dynamodb.Conditions.*;
 *
 * Table users = Table.of(dynamodb, "auth-users");
 * users.put(Params.of("user_id", id, "email", email, "is_active", true));
 * Optional<Structure> user = users.get("user_id", id);
 * for (Structure each : users.query(key("email").eq(email)).index("email-index")) { … }
 * users.update("user_id", id).set("role", "admin").add("logins", 1).when(attr("version").eq(3)).run();
 * try (BatchWriter batch = users.batchWriter()) { batch.put(…); batch.delete(…); }
 * }</pre>
 *
 * <p>Items are maps or records; {@link AttributeValues} lists the types of their values. Items that
 * are read have the accessors of {@link Structure}. {@link #as} gives a table whose items are
 * records.
 *
 * <p>All methods throw {@link io.boto4j.error.ServiceException} if DynamoDB returns an error, and
 * {@link io.boto4j.error.Boto4jException} if a call fails without a usable response. When a
 * condition fails, the exception has the code {@code ConditionalCheckFailedException}, and its
 * {@code response().structure("Item")} is the item as it is in the table, in plain values.
 *
 * <p>Creating a table sends nothing, and costs next to nothing. Immutable and safe for use by
 * multiple threads.
 */
public final class Table {
  private final TableCalls calls;
  private final @Nullable Versions versions;

  private Table(TableCalls calls, @Nullable Versions versions) {
    this.calls = calls;
    this.versions = versions;
  }

  /**
   * Returns a table.
   *
   * @param client a client of DynamoDB, with or without {@link Documents}
   * @param name the table's name or ARN
   * @return the table, which need not exist yet; nothing is sent
   */
  public static Table of(Client client, String name) {
    Objects.requireNonNull(client, "client");
    return new Table(new TableCalls(client, Objects.requireNonNull(name, "name"), null), null);
  }

  /**
   * Returns this table with its key attributes, which are then never read from its description: for
   * callers that must not call {@code DescribeTable}.
   *
   * @param partitionKey the name of the partition key
   * @param sortKey the name of the sort key, if the table has one
   * @return a copy
   * @throws IllegalArgumentException if there is more than one sort key
   */
  public Table keyed(String partitionKey, String... sortKey) {
    if (sortKey.length > 1) {
      throw new IllegalArgumentException("A table has at most one sort key, not " + sortKey.length);
    }
    List<String> keys = new ArrayList<>();
    keys.add(partitionKey);
    keys.addAll(List.of(sortKey));
    TableSchema schema = new TableSchema(calls.table(), keys, Map.of(), null);
    return new Table(new TableCalls(calls.client(), calls.table(), schema), versions);
  }

  /**
   * Returns this table with optimistic locking: an attribute that counts the writes of each item.
   *
   * <p>{@link #put} stores the item with the next version, on the condition that the version in the
   * table is still the one of the item; an item without a version, or with version 0, must not have
   * one in the table. {@link #update} increments the version, and {@link TableUpdate#version}
   * requires one; so does {@link WriteOptions#version} for deletions. A transaction does the same.
   * Whoever comes second gets {@code ConditionalCheckFailedException}, and reads again.
   *
   * @param attribute the name of the attribute, a number
   * @return a copy
   */
  public Table versioned(String attribute) {
    return new Table(calls, new Versions(attribute));
  }

  /**
   * Returns this table with records as items.
   *
   * @param <T> the record
   * @param type the class of the record, whose components are the attributes
   * @return the typed table
   */
  public <T extends Record> TypedTable<T> as(Class<T> type) {
    return new TypedTable<>(this, type, /* strict= */ false);
  }

  /**
   * Returns the table's name.
   *
   * @return the name or ARN, as it was given
   */
  public String name() {
    return calls.table();
  }

  /**
   * Returns the client.
   *
   * @return the client that was given
   */
  public Client client() {
    return calls.client();
  }

  /**
   * Stores an item, in place of any other with its key.
   *
   * @param item the item in plain values, with its key; not changed
   * @return an empty structure
   * @throws IllegalArgumentException if a value cannot be stored, or the item exceeds 400 KB; the
   *     message names the attribute, and nothing is sent
   */
  public Structure put(Map<String, ?> item) {
    return write(AttributeValues.serializeItem(item), new WriteOptions());
  }

  /**
   * Stores an item, with options.
   *
   * <pre>{@code
   * users.put(item, o -> o.when(attr("user_id").notExists()));
   * }</pre>
   *
   * @param item the item in plain values, with its key; not changed
   * @param options a function that sets the condition, and whether the old item is returned
   * @return the old item if the options ask for it and it existed, otherwise an empty structure
   * @throws IllegalArgumentException if a value cannot be stored, or the item exceeds 400 KB; the
   *     message names the attribute, and nothing is sent
   */
  public Structure put(Map<String, ?> item, Consumer<? super WriteOptions> options) {
    return write(AttributeValues.serializeItem(item), made(options));
  }

  /**
   * Stores a record as an item, in place of any other with its key.
   *
   * @param item the record, whose components are the attributes; those that are null are left out
   * @return an empty structure
   * @throws IllegalArgumentException if a value cannot be stored, or the item exceeds 400 KB; the
   *     message names the attribute, and nothing is sent
   */
  public Structure put(Record item) {
    return write(AttributeValues.serializeItem(item), new WriteOptions());
  }

  /**
   * Stores a record as an item, with options.
   *
   * @param item the record, whose components are the attributes; those that are null are left out
   * @param options a function that sets the condition, and whether the old item is returned
   * @return the old item if the options ask for it and it existed, otherwise an empty structure
   * @throws IllegalArgumentException if a value cannot be stored, or the item exceeds 400 KB; the
   *     message names the attribute, and nothing is sent
   */
  public Structure put(Record item, Consumer<? super WriteOptions> options) {
    return write(AttributeValues.serializeItem(item), made(options));
  }

  private Structure write(Map<String, Object> item, WriteOptions options) {
    Writes.requireKey(calls, item);
    if (options.version() != null) {
      throw new IllegalArgumentException("put(…) takes the version from the item");
    }
    if (versions != null) {
      options.when(versions.increment(item));
    }
    ItemSize.check(calls.table(), item);
    return send("PutItem", calls.request().with("Item", item), options);
  }

  private Structure send(String operation, RawRequest request, WriteOptions options) {
    Writes.condition(request, options.condition());
    if (options.returnsOld()) {
      request.put("ReturnValues", "ALL_OLD");
    }
    Structure old = TableCalls.plain(calls.call(operation, request), "Attributes");
    return old == null ? Structures.of(Map.of()) : old;
  }

  private static WriteOptions made(Consumer<? super WriteOptions> options) {
    WriteOptions made = new WriteOptions();
    options.accept(made);
    return made;
  }

  /**
   * Reads the item of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the value is empty, or cannot be that of a key
   */
  public Optional<Structure> get(String name, Object value) {
    return get(Params.of(name, value));
  }

  /**
   * Reads the item of a table with a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @param sortName the name of the sort key
   * @param sortValue its value
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if a value is empty, or cannot be that of a key
   */
  public Optional<Structure> get(String name, Object value, String sortName, Object sortValue) {
    return get(Params.of(name, value, sortName, sortValue));
  }

  /**
   * Reads an item.
   *
   * @param key the key in plain values
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the key or a value is empty, or cannot be that of a key
   */
  public Optional<Structure> get(Map<String, ?> key) {
    return get(key, options -> {});
  }

  /**
   * Reads an item, with options.
   *
   * <pre>{@code
   * users.get(Params.of("user_id", id), o -> o.consistent().attributes("email", "role"));
   * }</pre>
   *
   * @param key the key in plain values
   * @param options a function that sets consistency and the attributes to return
   * @return the item, or empty if it does not exist
   * @throws IllegalArgumentException if the key or a value is empty, or cannot be that of a key
   */
  public Optional<Structure> get(Map<String, ?> key, Consumer<? super ReadOptions> options) {
    RawRequest request = calls.request().with("Key", KeyValues.write(key));
    ReadOptions made = new ReadOptions();
    options.accept(made);
    Reads.options(request, made);
    return Optional.ofNullable(TableCalls.plain(calls.call("GetItem", request), "Item"));
  }

  /**
   * Begins an update of the item of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return the update, which is sent by {@link TableUpdate#run()}
   * @throws IllegalArgumentException if the value is empty, or cannot be that of a key
   */
  public TableUpdate update(String name, Object value) {
    return update(Params.of(name, value));
  }

  /**
   * Begins an update of the item of a table with a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @param sortName the name of the sort key
   * @param sortValue its value
   * @return the update, which is sent by {@link TableUpdate#run()}
   * @throws IllegalArgumentException if a value is empty, or cannot be that of a key
   */
  public TableUpdate update(String name, Object value, String sortName, Object sortValue) {
    return update(Params.of(name, value, sortName, sortValue));
  }

  /**
   * Begins an update of an item.
   *
   * @param key the key in plain values
   * @return the update, which is sent by {@link TableUpdate#run()}
   * @throws IllegalArgumentException if the key or a value is empty, or cannot be that of a key
   */
  public TableUpdate update(Map<String, ?> key) {
    return new TableUpdate(calls, KeyValues.write(key), versions);
  }

  /**
   * Deletes the item of a table without a sort key. Deleting an item that does not exist succeeds.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return an empty structure
   * @throws IllegalArgumentException if the value is empty, or cannot be that of a key
   */
  public Structure delete(String name, Object value) {
    return delete(Params.of(name, value));
  }

  /**
   * Deletes the item of a table with a sort key. Deleting an item that does not exist succeeds.
   *
   * @param name the name of the partition key
   * @param value its value
   * @param sortName the name of the sort key
   * @param sortValue its value
   * @return an empty structure
   * @throws IllegalArgumentException if a value is empty, or cannot be that of a key
   */
  public Structure delete(String name, Object value, String sortName, Object sortValue) {
    return delete(Params.of(name, value, sortName, sortValue));
  }

  /**
   * Deletes an item. Deleting an item that does not exist succeeds.
   *
   * @param key the key in plain values
   * @return an empty structure
   * @throws IllegalArgumentException if the key or a value is empty, or cannot be that of a key
   */
  public Structure delete(Map<String, ?> key) {
    return delete(key, options -> {});
  }

  /**
   * Deletes an item, with options.
   *
   * @param key the key in plain values
   * @param options a function that sets the condition, and whether the old item is returned
   * @return the old item if the options ask for it and it existed, otherwise an empty structure
   * @throws IllegalArgumentException if the key or a value is empty, or cannot be that of a key
   */
  public Structure delete(Map<String, ?> key, Consumer<? super WriteOptions> options) {
    WriteOptions made = made(options);
    Long version = made.version();
    if (version != null) {
      made.when(Versions.require(versions, version));
    }
    return send("DeleteItem", calls.request().with("Key", KeyValues.write(key)), made);
  }

  /**
   * Queries the table, or with {@link Query#index} an index.
   *
   * @param keys the condition on the keys, of {@code key(…)}
   * @return the query; nothing is sent until its items are used
   * @throws IllegalArgumentException if the condition has an {@code attr(…)}
   */
  public Query<Structure> query(Condition keys) {
    ReadSettings settings = new ReadSettings(calls);
    settings.keys = keys.requireKeys();
    return new Query<>(settings, Function.identity());
  }

  /**
   * Scans the table, or with {@link Scan#index} an index.
   *
   * @return the scan; nothing is sent until its items are used
   */
  public Scan<Structure> scan() {
    return new Scan<>(new ReadSettings(calls), Function.identity());
  }

  /**
   * Counts the items of the table with a scan, which reads, and is charged for, all of them. {@code
   * describe().longInteger("ItemCount")} is free, and up to six hours old.
   *
   * @return the number of items
   */
  public long count() {
    return scan().count();
  }

  /**
   * Reads any number of items by their keys: {@code BatchGetItem}, 100 keys at a time. Keys that
   * DynamoDB leaves unprocessed are requested again, after a pause that grows up to 20 seconds.
   *
   * @param keys the keys in plain values
   * @return the items in the order of the keys, and the keys that have no item
   * @throws IllegalArgumentException if a key is empty or invalid, or occurs twice; the message has
   *     its position, and nothing is sent
   * @throws BatchGetException if ten requests in a row have no effect (or the client's {@code
   *     maxAttempts}, if it is set in code)
   */
  public BatchItems<Structure> batchGet(Collection<? extends Map<String, ?>> keys) {
    return batchGet(keys, options -> {});
  }

  /**
   * Reads any number of items by their keys, with options.
   *
   * @param keys the keys in plain values
   * @param options a function that sets consistency and the attributes to return
   * @return the items in the order of the keys, and the keys that have no item
   * @throws IllegalArgumentException if a key is empty or invalid, or occurs twice; the message has
   *     its position, and nothing is sent
   * @throws BatchGetException if ten requests in a row have no effect
   */
  public BatchItems<Structure> batchGet(
      Collection<? extends Map<String, ?>> keys, Consumer<? super ReadOptions> options) {
    ReadOptions made = new ReadOptions();
    options.accept(made);
    return new BatchReader(calls, made).read(keys, Function.identity());
  }

  /**
   * Reads any number of items of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param values its values
   * @return the items in the order of the values, and the keys that have no item
   * @throws IllegalArgumentException if a value is empty or invalid, or occurs twice; nothing is
   *     sent
   * @throws BatchGetException if ten requests in a row have no effect
   */
  public BatchItems<Structure> batchGet(String name, Collection<?> values) {
    return batchGet(keys(name, values));
  }

  static List<Map<String, ?>> keys(String name, Collection<?> values) {
    List<Map<String, ?>> keys = new ArrayList<>(values.size());
    for (Object value : values) {
      Map<String, Object> key = new LinkedHashMap<>();
      key.put(name, value);
      keys.add(key);
    }
    return keys;
  }

  /**
   * Returns a writer that puts and deletes items in batches. Close it, or what it has collected is
   * not written.
   *
   * @return a new writer
   * @throws IllegalStateException if the table is versioned: batches have no conditions
   */
  public BatchWriter batchWriter() {
    if (versions != null) {
      throw new IllegalStateException(
          "A batch has no conditions, and so cannot check versions: use a transaction, or the table"
              + " without versioned(…)");
    }
    return new BatchWriter(calls);
  }

  /**
   * Begins a transaction of writes, of which DynamoDB carries out all or none.
   *
   * @return the transaction, which is sent by {@link Transaction#run()}
   */
  public Transaction transaction() {
    return new Transaction(calls, versions);
  }

  /**
   * Begins a transaction of reads, which see one state of all items.
   *
   * @return the transaction, which is sent by {@link TransactionGet#run()}
   */
  public TransactionGet transactionGet() {
    return new TransactionGet(calls);
  }

  /**
   * Executes a statement of PartiQL. It is sent at once; further pages of its result are requested
   * when they are needed.
   *
   * <pre>{@code
   * for (Structure user : users.execute("SELECT * FROM \"auth-users\" WHERE role = ?", "admin")) { … }
   * }</pre>
   *
   * @param statement the statement, with a question mark for each value
   * @param values the plain values of the question marks
   * @return the items that the statement returns; none for a statement that writes
   * @throws IllegalArgumentException if a value cannot be stored; nothing is sent
   */
  public StatementResult execute(String statement, @Nullable Object... values) {
    return StatementResult.of(calls, statement, values);
  }

  /**
   * Reads the table's description: its keys, indexes, status and approximate number of items.
   *
   * @return {@code Table} of {@code DescribeTable}
   */
  public Structure describe() {
    return calls.describe();
  }

  TableCalls calls() {
    return calls;
  }

  @Nullable Versions versions() {
    return versions;
  }

  @Override
  public String toString() {
    return "Table[" + calls + "]";
  }
}
