package io.boto4j.dashboard.account;

import static io.boto4j.dynamodb.Conditions.attr;

import io.boto4j.dynamodb.Condition;
import io.boto4j.dynamodb.Table;
import io.boto4j.dynamodb.TableUpdate;
import io.boto4j.error.ServiceException;
import java.time.Clock;
import java.time.Duration;

/**
 * The attempts to log in, counted per e-mail address, whether or not it belongs to a user.
 *
 * <p>An attempt is counted before the password is looked at, and counting and checking the limit
 * are one conditional update. So of a thousand attempts at the same time, five are let through.
 */
public final class Attempts {
  /** The number of failed attempts after which the address is locked. */
  public static final int MOST = 5;

  /** The time for which an address is locked after the last attempt. */
  public static final Duration LOCKED = Duration.ofMinutes(15);

  private final Table table;
  private final Clock clock;

  /**
   * Creates the view of a table.
   *
   * @param table the table, with the key {@code email} and time to live in {@code expires_at}
   * @param clock the time
   */
  public Attempts(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Counts an attempt.
   *
   * @param email the address
   * @return false if the address is locked: the password must not be looked at
   */
  public boolean take(Email email) {
    long now = clock.instant().getEpochSecond();
    Condition running = attr("expires_at").gt(now).and(attr("attempts").lt(MOST));
    Condition over = attr("expires_at").lte(now);
    return accepted(
            update(email, now).add("attempts", 1).when(attr("email").notExists().or(running)))
        || accepted(update(email, now).set("attempts", 1).when(over));
  }

  private TableUpdate update(Email email, long now) {
    return table.update("email", email.text()).set("expires_at", now + LOCKED.toSeconds());
  }

  private static boolean accepted(TableUpdate update) {
    try {
      update.run();
      return true;
    } catch (ServiceException e) {
      e.rethrowUnless("ConditionalCheckFailedException");
      return false;
    }
  }

  /**
   * Forgets the attempts, after one that succeeded.
   *
   * @param email the address
   */
  public void forget(Email email) {
    table.delete("email", email.text());
  }
}
