package io.boto4j.dynamodb;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A writer that collects puts and deletions of one table and sends them in batches: boto3's {@code
 * batch_writer}. {@link Table#batchWriter()} creates it.
 *
 * <pre>{@code
 * try (BatchWriter batch = users.batchWriter()) {
 *   for (User user : all) {
 *     batch.put(user);
 *   }
 *   batch.delete("user_id", "old");
 * }
 * }</pre>
 *
 * <ul>
 *   <li>A batch is sent as soon as it is full: 25 requests, or 16 MB. {@link #flush()} and {@link
 *       #close()} send the rest, also when an exception leaves the {@code try} block, as in boto3.
 *   <li>Of several requests with the same key that have not been sent, the last one replaces the
 *       others, since DynamoDB refuses a batch that has two.
 *   <li>What DynamoDB leaves unprocessed is sent again before anything that was added later, after
 *       a pause that grows up to 20 seconds. The order of requests with the same key is kept.
 *   <li>If a request fails, or ten in a row have no effect (or the client's {@code maxAttempts}, if
 *       it is set in code), a {@link BatchWriteException} has all that was not written; nothing is
 *       dropped silently. The writer keeps it, so that {@link #flush()} can try again. {@link
 *       #close()} does not: what was reported once is not sent behind the caller's back.
 * </ul>
 *
 * <p>The key attributes are read from the table's description once, unless {@link Table#keyed} sets
 * them. An item over 400 KB, or without a valid key, is refused when it is added. Conditions are
 * not possible; {@link Transaction} has them. Not safe for use by multiple threads.
 */
public final class BatchWriter implements AutoCloseable {
  private static final int MOST_REQUESTS = 25;
  private static final long MOST_BYTES = 16_000_000;

  /** Base64 and escapes make the JSON of an item longer than the item. */
  private static final int JSON_FACTOR = 2;

  private final TableCalls calls;
  private final Backoff backoff;

  /** The requests that have not been sent, by key, in the order in which it was added. */
  private final Map<Object, Request> pending = new LinkedHashMap<>();

  private long bytes;
  private boolean reported;
  private boolean closed;

  BatchWriter(TableCalls calls) {
    this.calls = calls;
    this.backoff = new Backoff(calls.client());
  }

  /**
   * Adds an item to put, and sends a batch if it is full.
   *
   * @param item the item in plain values, with its key; not changed
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, a key attribute is missing, empty
   *     or of the wrong type, or the item exceeds 400 KB; nothing is added or sent
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public BatchWriter put(Map<String, ?> item) {
    requireOpen();
    Map<String, Object> written = AttributeValues.serializeItem(item);
    Map<String, Object> key = calls.schema().keyOf(written);
    ItemSize.check(calls.table(), written);
    add(key, new Request(written, /* put= */ true));
    return this;
  }

  /**
   * Adds a record to put, and sends a batch if it is full.
   *
   * @param item the record, whose components are the attributes
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, a key attribute is missing, empty
   *     or of the wrong type, or the item exceeds 400 KB; nothing is added or sent
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public BatchWriter put(Record item) {
    return put(Params.from(item));
  }

  /**
   * Adds the deletion of an item, and sends a batch if it is full.
   *
   * @param key the key in plain values; further attributes, such as those of a whole item, are
   *     ignored
   * @return this
   * @throws IllegalArgumentException if a key attribute is missing, empty or of the wrong type;
   *     nothing is added or sent
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public BatchWriter delete(Map<String, ?> key) {
    requireOpen();
    Map<String, Object> written = calls.schema().keyOf(AttributeValues.serializeItem(key));
    add(written, new Request(written, /* put= */ false));
    return this;
  }

  /**
   * Adds the deletion of an item of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return this
   * @throws IllegalArgumentException if it is not the key of the table, or empty
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public BatchWriter delete(String name, Object value) {
    return delete(Params.of(name, value));
  }

  /**
   * Adds the deletion of an item of a table with a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @param sortName the name of the sort key
   * @param sortValue its value
   * @return this
   * @throws IllegalArgumentException if they are not the keys of the table, or empty
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public BatchWriter delete(String name, Object value, String sortName, Object sortValue) {
    return delete(Params.of(name, value, sortName, sortValue));
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("This batch writer of " + calls.table() + " is closed");
    }
  }

  private void add(Map<String, Object> key, Request request) {
    Object identity = KeyValues.identity(key);
    Request replaced = pending.remove(identity);
    if (replaced != null) {
      bytes -= replaced.bytes;
    }
    pending.put(identity, request);
    bytes += request.bytes;
    reported = false;
    while (pending.size() >= MOST_REQUESTS || bytes >= MOST_BYTES) {
      send();
    }
  }

  /**
   * Sends everything that was added.
   *
   * @throws BatchWriteException if a batch cannot be written
   * @throws IllegalStateException if the writer is closed
   */
  public void flush() {
    requireOpen();
    sendAll();
  }

  /**
   * Sends everything that was added, unless a {@link BatchWriteException} has reported it already.
   * Closing a writer again has no effect.
   *
   * @throws BatchWriteException if a batch cannot be written
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (!reported) {
        sendAll();
      }
    }
  }

  private void sendAll() {
    while (!pending.isEmpty()) {
      send();
    }
  }

  /** Sends one batch. What DynamoDB does not process stays at its place, before what is newer. */
  private void send() {
    Map<Object, Request> batch = nextBatch();
    List<Object> requests = new ArrayList<>(batch.size());
    for (Request each : batch.values()) {
      requests.add(each.member());
    }
    RawRequest input = new RawRequest().with("RequestItems", Map.of(calls.table(), requests));
    Response response;
    try {
      response = calls.call("BatchWriteItem", input);
    } catch (RuntimeException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    }
    Collection<Object> unprocessed = unprocessed(response);
    for (Map.Entry<Object, Request> entry : batch.entrySet()) {
      if (!unprocessed.contains(entry.getKey())) {
        pending.remove(entry.getKey());
        bytes -= entry.getValue().bytes;
      }
    }
    if (unprocessed.isEmpty()) {
      backoff.reset();
      return;
    }
    if (!backoff.goesOn(/* progress= */ unprocessed.size() < batch.size())) {
      throw failed(
          "DynamoDB processed nothing in " + backoff.maxAttempts() + " requests in a row", null);
    }
    try {
      backoff.pause();
    } catch (RuntimeException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<Object, Request> nextBatch() {
    Map<Object, Request> batch = new LinkedHashMap<>();
    long size = 0;
    Iterator<Map.Entry<Object, Request>> all = pending.entrySet().iterator();
    while (all.hasNext() && batch.size() < MOST_REQUESTS) {
      Map.Entry<Object, Request> next = all.next();
      size += next.getValue().bytes;
      if (size > MOST_BYTES && !batch.isEmpty()) {
        break;
      }
      batch.put(next.getKey(), next.getValue());
    }
    return batch;
  }

  /** The identities of the keys that DynamoDB has not processed. */
  private Collection<Object> unprocessed(Response response) {
    List<Object> keys = new ArrayList<>();
    Object tables = response.get("UnprocessedItems");
    Object requests = tables instanceof Map<?, ?> map ? map.get(calls.table()) : null;
    if (requests instanceof Collection<?> list) {
      for (Object each : list) {
        keys.add(identity((Map<?, ?>) each));
      }
    }
    return keys;
  }

  private Object identity(Map<?, ?> request) {
    Map<?, ?> attributes =
        request.get("PutRequest") instanceof Map<?, ?> put
            ? attributes(put.get("Item"))
            : request.get("DeleteRequest") instanceof Map<?, ?> delete
                ? attributes(delete.get("Key"))
                : Map.of();
    Map<String, Object> key = new LinkedHashMap<>();
    for (String name : calls.schema().keys()) {
      Object value = attributes.get(name);
      if (value != null) {
        key.put(name, value);
      }
    }
    return KeyValues.identity(key);
  }

  private static Map<?, ?> attributes(@Nullable Object map) {
    return map instanceof Map<?, ?> attributes ? attributes : Map.of();
  }

  private BatchWriteException failed(String reason, @Nullable RuntimeException cause) {
    reported = true;
    backoff.reset();
    List<Structure> puts = new ArrayList<>();
    List<Structure> deletes = new ArrayList<>();
    for (Request each : pending.values()) {
      (each.put ? puts : deletes).add(TableCalls.plain(each.attributes));
    }
    return new BatchWriteException(
        "BatchWriteItem of "
            + calls.table()
            + ": "
            + pending.size()
            + (pending.size() == 1 ? " request was" : " requests were")
            + " not written: "
            + reason,
        puts,
        deletes,
        cause);
  }

  /**
   * Returns the number of requests that have not been sent.
   *
   * @return the number, 0 or more
   */
  public int pending() {
    return pending.size();
  }

  @Override
  public String toString() {
    return "BatchWriter[" + calls.table() + ", " + pending.size() + " pending]";
  }

  private static final class Request {
    final Map<String, Object> attributes;
    final boolean put;
    final long bytes;

    Request(Map<String, Object> attributes, boolean put) {
      this.attributes = attributes;
      this.put = put;
      long most = ItemSize.atMost(attributes);
      boolean small = most <= MOST_BYTES / MOST_REQUESTS / JSON_FACTOR;
      this.bytes = JSON_FACTOR * (small ? most : ItemSize.of(attributes));
    }

    Map<String, Object> member() {
      return put
          ? Map.of("PutRequest", Map.of("Item", attributes))
          : Map.of("DeleteRequest", Map.of("Key", attributes));
    }
  }
}
