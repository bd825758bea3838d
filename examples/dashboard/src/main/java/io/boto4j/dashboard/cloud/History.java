package io.boto4j.dashboard.cloud;

import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.dynamodb.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The table of what was done, by whom and when. */
public final class History {
  /** The topic of what people do. */
  public static final String PEOPLE = "people";

  /** The topic of what the function does at night. */
  public static final String NIGHTLY = "nightly-stop";

  private final Table table;
  private final Clock clock;

  /**
   * An item of the table.
   *
   * @param topic the partition key
   * @param entry the sort key: the time, and a random part that keeps entries of one time apart
   * @param time when it was done
   * @param who the person or program that did it
   * @param what a short description
   */
  public record Entry(String topic, String entry, Instant time, String who, String what) {}

  /**
   * Creates the view of a table.
   *
   * @param table the table, with the keys {@code topic} and {@code entry}
   * @param clock the time
   */
  public History(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Adds an entry.
   *
   * @param topic the topic
   * @param who the person or program that did it
   * @param what a short description
   */
  public void add(String topic, String who, String what) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // Seconds and milliseconds always have the same number of digits, so that texts sort by time.
    String entry =
        String.format(
            Locale.ROOT,
            "%013d#%s",
            now.toEpochMilli(),
            UUID.randomUUID().toString().substring(0, 8));
    table.put(new Entry(topic, entry, now, who, what));
  }

  /**
   * Returns the last entries of a topic.
   *
   * @param topic the topic
   * @param count how many
   * @return the entries, the newest first
   */
  public List<Entry> last(String topic, int count) {
    return table.query(key("topic").eq(topic)).descending().limit(count).as(Entry.class).list();
  }
}
