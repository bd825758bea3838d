package io.boto4j.dynamodb;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** BatchGetItem for any number of keys of one table. */
final class BatchReader {
  private static final int MOST_KEYS = 100;

  private final TableCalls calls;
  private final ReadOptions options;

  BatchReader(TableCalls calls, ReadOptions options) {
    this.calls = calls;
    this.options = options;
  }

  <T> BatchItems<T> read(Collection<? extends Map<String, ?>> keys, Function<Structure, T> mapper) {
    Map<Object, Map<String, Object>> wanted = wanted(keys);
    Map<Object, Map<?, ?>> found = new HashMap<>();
    List<String> names =
        wanted.isEmpty() ? List.of() : List.copyOf(wanted.values().iterator().next().keySet());
    List<Map<String, Object>> rest = new ArrayList<>(wanted.values());
    Backoff backoff = new Backoff(calls.client());
    while (!rest.isEmpty()) {
      List<Map<String, Object>> batch = rest.subList(0, Math.min(MOST_KEYS, rest.size()));
      Response response = calls.call("BatchGetItem", request(batch, names));
      for (Object item : listIn(response.get("Responses"), calls.table())) {
        found.put(KeyValues.identity(keyOf((Map<?, ?>) item, names)), (Map<?, ?>) item);
      }
      List<Map<String, Object>> unprocessed = unprocessed(response);
      boolean progress = unprocessed.size() < batch.size();
      List<Map<String, Object>> later = new ArrayList<>(unprocessed);
      later.addAll(rest.subList(batch.size(), rest.size()));
      rest = later;
      if (unprocessed.isEmpty()) {
        backoff.reset();
      } else if (backoff.goesOn(progress)) {
        backoff.pause();
      } else {
        throw gaveUp(rest, backoff.maxAttempts());
      }
    }
    return result(wanted, found, mapper);
  }

  private static Map<Object, Map<String, Object>> wanted(
      Collection<? extends Map<String, ?>> keys) {
    Map<Object, Map<String, Object>> wanted = new LinkedHashMap<>();
    Map<Object, Integer> positions = new HashMap<>();
    int position = 0;
    for (Map<String, ?> key : keys) {
      Map<String, Object> written;
      try {
        written = KeyValues.write(key);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("keys[" + position + "]: " + e.getMessage(), e);
      }
      Object identity = KeyValues.identity(written);
      Integer earlier = positions.put(identity, position);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "keys[" + position + "] is the same key as keys[" + earlier + "]");
      }
      wanted.put(identity, written);
      position++;
    }
    return wanted;
  }

  private RawRequest request(List<Map<String, Object>> keys, List<String> names) {
    Map<String, Object> ofTable = new LinkedHashMap<>();
    ofTable.put("Keys", new ArrayList<>(keys));
    Projection projection = options.projection();
    if (projection != null) {
      ExpressionWriter writer = new ExpressionWriter();
      // Without the key items could not be matched with keys.
      ofTable.put("ProjectionExpression", projection.including(names).written(writer));
      writer.putInto(ofTable);
    }
    if (options.isConsistent()) {
      ofTable.put("ConsistentRead", true);
    }
    return new RawRequest().with("RequestItems", Map.of(calls.table(), ofTable));
  }

  private static Map<String, Object> keyOf(Map<?, ?> item, List<String> names) {
    Map<String, Object> key = new LinkedHashMap<>();
    for (String name : names) {
      Object value = item.get(name);
      if (value != null) {
        key.put(name, value);
      }
    }
    return key;
  }

  private List<Map<String, Object>> unprocessed(Response response) {
    List<Map<String, Object>> keys = new ArrayList<>();
    Object unprocessed = response.get("UnprocessedKeys");
    Object ofTable = unprocessed instanceof Map<?, ?> tables ? tables.get(calls.table()) : null;
    for (Object each : listIn(ofTable, "Keys")) {
      keys.add(written((Map<?, ?>) each));
    }
    return keys;
  }

  private static Map<String, Object> written(Map<?, ?> key) {
    Map<String, Object> written = new LinkedHashMap<>();
    key.forEach((name, value) -> written.put(String.valueOf(name), value));
    return written;
  }

  private static Collection<?> listIn(@Nullable Object map, String key) {
    return map instanceof Map<?, ?> some && some.get(key) instanceof Collection<?> list
        ? list
        : List.of();
  }

  private BatchGetException gaveUp(List<Map<String, Object>> rest, int attempts) {
    List<Structure> keys = new ArrayList<>();
    for (Map<String, Object> key : rest) {
      keys.add(TableCalls.plain(key));
    }
    return new BatchGetException(
        "BatchGetItem of "
            + calls.table()
            + ": DynamoDB processed none of the keys in "
            + attempts
            + " requests in a row; "
            + keys.size()
            + " keys were not read",
        keys);
  }

  private <T> BatchItems<T> result(
      Map<Object, Map<String, Object>> wanted,
      Map<Object, Map<?, ?>> found,
      Function<Structure, T> mapper) {
    List<T> items = new ArrayList<>();
    List<Structure> missing = new ArrayList<>();
    for (Map.Entry<Object, Map<String, Object>> entry : wanted.entrySet()) {
      Map<?, ?> item = found.get(entry.getKey());
      if (item == null) {
        missing.add(TableCalls.plain(entry.getValue()));
      } else {
        items.add(mapper.apply(TableCalls.plain(projected(item, entry.getValue()))));
      }
    }
    return new BatchItems<>(items, missing);
  }

  /** Removes the key attributes that were read to recognize the item only. */
  private Map<?, ?> projected(Map<?, ?> item, Map<String, Object> key) {
    Projection projection = options.projection();
    if (projection == null) {
      return item;
    }
    Map<Object, Object> projected = new LinkedHashMap<>(item);
    for (String name : key.keySet()) {
      if (!projection.includes(name)) {
        projected.remove(name);
      }
    }
    return projected;
  }
}
