package io.boto4j.local.dynamodb.table;

import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** All streams of a world. A stream that is disabled can be read for another day. */
public final class Streams {
  private static final Duration KEPT = Duration.ofHours(24);

  private final EngineContext context;
  private final Store store;
  private final MVMap<String, Object> stored;
  private final ConcurrentSkipListMap<String, Entry> streams = new ConcurrentSkipListMap<>();

  /**
   * A stream.
   *
   * @param arn the ARN
   * @param stream its records
   * @param created when it was enabled
   * @param keySchema the key schema of its table
   * @param enabled whether changes are still added
   */
  public record Entry(
      String arn, TableStream stream, Instant created, List<?> keySchema, boolean enabled) {}

  Streams(EngineContext context) {
    this.context = context;
    this.store = context.store();
    this.stored = store.map("streams");
    for (Map.Entry<String, Object> each : stored.entrySet()) {
      open(each.getKey(), (Map<?, ?>) each.getValue());
    }
  }

  private void open(String arn, Map<?, ?> document) {
    String map = String.valueOf(document.get("Map"));
    TableStream stream =
        new TableStream(
            String.valueOf(document.get("Table")),
            String.valueOf(document.get("Label")),
            String.valueOf(document.get("ViewType")),
            store.map(map, TableStream.types()));
    Instant created = document.get("Created") instanceof Instant instant ? instant : Instant.EPOCH;
    List<?> keys = document.get("KeySchema") instanceof List<?> list ? list : List.of();
    boolean enabled = Boolean.TRUE.equals(document.get("Enabled"));
    streams.put(arn, new Entry(arn, stream, created, keys, enabled));
    if (document.get("Disabled") instanceof Instant disabled) {
      Duration left = Duration.between(context.clock().instant(), disabled.plus(KEPT));
      context.schedule(left.isNegative() ? Duration.ZERO : left, () -> remove(arn, map));
    }
  }

  private void remove(String arn, String map) {
    store.write(
        () -> {
          stored.remove(arn);
          streams.remove(arn);
          store.removeMap(map);
        });
  }

  /** Opens the stream that the settings of a table describe. */
  TableStream enable(Map<String, ?> settings, String label, String viewType) {
    String arn = String.valueOf(settings.get("LatestStreamArn"));
    Entry existing = streams.get(arn);
    if (existing != null) {
      return existing.stream;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Table", settings.get("TableName"));
    document.put("Label", label);
    document.put("ViewType", viewType);
    document.put("Map", "stream/" + settings.get("TableId") + "/" + label);
    document.put("Created", context.clock().instant());
    document.put("KeySchema", settings.get("KeySchema"));
    document.put("Enabled", true);
    stored.put(arn, document);
    open(arn, document);
    Entry opened = streams.get(arn);
    if (opened == null) {
      throw new IllegalStateException(arn);
    }
    return opened.stream;
  }

  /** Ends the stream of a table. */
  void disable(TableStream stream) {
    for (Entry entry : streams.values()) {
      if (entry.stream == stream && stored.get(entry.arn) instanceof Map<?, ?> document) {
        Map<String, Object> changed = new LinkedHashMap<>();
        document.forEach((name, value) -> changed.put(String.valueOf(name), value));
        changed.put("Enabled", false);
        changed.put("Disabled", context.clock().instant());
        stored.put(entry.arn, changed);
        open(entry.arn, changed);
      }
    }
  }

  /**
   * Finds a stream.
   *
   * @param arn the ARN
   * @return the stream, or null if it does not exist
   */
  public @Nullable Entry find(String arn) {
    return streams.get(arn);
  }

  /**
   * Returns all streams.
   *
   * @return the streams by ARN
   */
  public SortedMap<String, Entry> all() {
    return streams;
  }
}
