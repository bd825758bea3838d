package io.boto4j.local.dynamodb.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/** The stream of a table: one shard with the changes of a day. */
public final class TableStream {
  private static final long KEPT = Duration.ofHours(24).toMillis();

  private final String table;
  private final String label;
  private final String viewType;
  private final MVMap<Long, StreamRecord> records;

  /** The number of the next record. */
  private long next;

  TableStream(String table, String label, String viewType, MVMap<Long, StreamRecord> records) {
    this.table = table;
    this.label = label;
    this.viewType = viewType;
    this.records = records;
    Long last = records.lastKey();
    this.next = last == null ? 1 : last + 1;
  }

  static MVMap.Builder<Long, StreamRecord> types() {
    return new MVMap.Builder<Long, StreamRecord>()
        .keyType(LongDataType.INSTANCE)
        .valueType(StreamRecord.RecordType.INSTANCE);
  }

  /**
   * A record and its number.
   *
   * @param number the number, from 1
   * @param record the record
   */
  public record Numbered(long number, StreamRecord record) {}

  /**
   * Returns the name of the table.
   *
   * @return the name
   */
  public String table() {
    return table;
  }

  /**
   * Returns the label.
   *
   * @return the time of creation
   */
  public String label() {
    return label;
  }

  /**
   * Returns what records contain.
   *
   * @return such as {@code NEW_AND_OLD_IMAGES}
   */
  public String viewType() {
    return viewType;
  }

  /** Appends a record. A reader never sees a record before those with lower numbers. */
  synchronized void append(StreamRecord record) {
    Long first = records.firstKey();
    while (first != null && isOld(first, record.time())) {
      records.remove(first);
      first = records.firstKey();
    }
    records.append(next++, record);
  }

  private boolean isOld(long number, long now) {
    StreamRecord record = records.get(number);
    return record != null && record.time() < now - KEPT;
  }

  /**
   * Returns the number that the next record will have.
   *
   * @return the number
   */
  public synchronized long next() {
    return next;
  }

  /**
   * Returns the number of the oldest record.
   *
   * @return the number, or that of the next record if the stream is empty
   */
  public synchronized long oldest() {
    Long first = records.firstKey();
    return first == null ? next : first;
  }

  /**
   * Reads records.
   *
   * @param from the number of the first
   * @param limit the most records
   * @return the records
   */
  public List<Numbered> read(long from, int limit) {
    List<Numbered> read = new ArrayList<>();
    Cursor<Long, StreamRecord> cursor = records.cursor(from);
    while (read.size() < limit && cursor.hasNext()) {
      read.add(new Numbered(cursor.next(), cursor.getValue()));
    }
    return read;
  }

  /** Returns the stream that settings describe, or null if they describe none. */
  static @Nullable String labelOf(Map<String, ?> settings) {
    return settings.get("LatestStreamLabel") instanceof String label
            && settings.get("StreamSpecification") instanceof Map<?, ?>
        ? label
        : null;
  }
}
