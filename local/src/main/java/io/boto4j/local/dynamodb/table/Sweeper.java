package io.boto4j.local.dynamodb.table;

import io.boto4j.local.engine.EngineContext;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes the items of a table when their time to live has passed. AWS does it within a few days,
 * this within a second, and like AWS it leaves items alone that expired more than five years ago.
 */
final class Sweeper {
  private static final long OLDEST = Duration.ofDays(5 * 365 + 1).toSeconds();
  private static final long NEVER = Long.MAX_VALUE;

  /** The clock has no use for a task that is due in more than a hundred years. */
  private static final long LATEST = Duration.ofDays(36_500).toSeconds();

  private final Tables tables;
  private final EngineContext context;
  private final Table table;

  /** The second for which a sweep is scheduled. */
  private long scheduled = NEVER;

  Sweeper(Tables tables, EngineContext context, Table table) {
    this.tables = tables;
    this.context = context;
    this.table = table;
    table.expiry().whenAdded(this::schedule);
  }

  /** Schedules a sweep for the next item that expires, unless there is one by then. */
  synchronized void schedule() {
    Expiry expiry = table.expiry();
    if (expiry.attribute() == null) {
      return;
    }
    Instant now = context.clock().instant();
    long next = expiry.next(now.getEpochSecond() - OLDEST);
    if (next < 0 || next >= scheduled || next - now.getEpochSecond() > LATEST) {
      return;
    }
    scheduled = next;
    Duration delay = Duration.between(now, Instant.ofEpochSecond(next));
    context.schedule(delay.isNegative() ? Duration.ZERO : delay, this::sweep);
  }

  private void sweep() {
    synchronized (this) {
      scheduled = NEVER;
    }
    if (tables.find(table.name()) != table || table.expiry().attribute() == null) {
      return;
    }
    long now = context.clock().instant().getEpochSecond();
    for (byte[] key : table.expiry().between(now - OLDEST, now)) {
      tables.change(
          table,
          key,
          item -> {
            long second = table.expiry().secondOf(item);
            return second >= 0 && second <= now ? null : item;
          },
          true);
    }
    schedule();
  }
}
