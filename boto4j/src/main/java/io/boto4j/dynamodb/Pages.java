package io.boto4j.dynamodb;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages of a query or a scan, one after the other. */
final class Pages<T> implements Iterator<Page<T>> {
  private final ReadSettings settings;
  private final Function<Structure, T> mapper;
  private final RawRequest first;
  private long wanted;
  private @Nullable Object startKey;
  private boolean more = true;

  Pages(ReadSettings settings, Function<Structure, T> mapper) {
    this.settings = settings;
    this.mapper = mapper;
    this.first = settings.request(/* count= */ false);
    this.wanted = settings.limit;
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public Page<T> next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    RawRequest request = new RawRequest(first);
    if (startKey != null) {
      request.put("ExclusiveStartKey", startKey);
    }
    long limit = settings.nextLimit(wanted);
    if (limit > 0) {
      request.put("Limit", limit);
    }
    Response response = settings.calls.call(settings.operation(), request);
    startKey = response.get("LastEvaluatedKey");
    Page<T> page = page(settings, mapper, response, wanted);
    wanted -= page.items().size();
    more = startKey != null && wanted > 0;
    return page;
  }

  /** Returns the page of a response, with at most the items that are wanted. */
  static <T> Page<T> page(
      ReadSettings settings, Function<Structure, T> mapper, Response response, long wanted) {
    List<T> items = new ArrayList<>();
    Structure last = null;
    Collection<?> all = response.get("Items") instanceof Collection<?> list ? list : List.of();
    for (Object each : all) {
      if (items.size() >= wanted) {
        break;
      }
      last = TableCalls.plain((Map<?, ?>) each);
      items.add(mapper.apply(last));
    }
    int scanned = response.get("ScannedCount") instanceof Integer count ? count : all.size();
    Object lastKey = response.get("LastEvaluatedKey");
    Structure end = last;
    boolean cut = items.size() < all.size();
    return new Page<>(
        items,
        scanned,
        () -> cut && end != null ? keyOf(settings, lastKey, end) : plainOrNull(lastKey));
  }

  private static @Nullable Structure plainOrNull(@Nullable Object key) {
    return key instanceof Map<?, ?> map ? TableCalls.plain(map) : null;
  }

  /** Makes the key of the item after which a page was cut. */
  private static Structure keyOf(
      ReadSettings settings, @Nullable Object lastKey, Structure lastItem) {
    Map<String, Object> key = new LinkedHashMap<>();
    Collection<?> names = lastKey instanceof Map<?, ?> map ? map.keySet() : settings.keyNames();
    for (Object each : names) {
      String name = String.valueOf(each);
      Object value = lastItem.get(name);
      if (value == null) {
        throw new IllegalStateException(
            "The page was cut after an item without the key attribute "
                + name
                + ": include it in attributes(…), or use pageSize instead of limit");
      }
      key.put(name, value);
    }
    return Structures.of(key);
  }
}
