package io.boto4j.dashboard.cloud;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of the database, and how long one has waited for the next.
 *
 * @param status RDS's word for the state
 * @param polls how often the state was asked for during this change; 0 between changes
 * @param elapsed the time since the change began
 * @param problem the reason why the wait has failed, or null
 */
public record Progress(String status, int polls, Duration elapsed, @Nullable String problem) {
  /**
   * Returns whether the database can be started now.
   *
   * @return true if it is stopped
   */
  public boolean canStart() {
    return status.equals("stopped");
  }

  /**
   * Returns whether the database can be stopped now.
   *
   * @return true if it is available
   */
  public boolean canStop() {
    return status.equals("available");
  }

  /**
   * Returns whether the state changes by itself.
   *
   * @return true while the database is created, starts or stops
   */
  public boolean isChanging() {
    return !canStart() && !canStop() && !status.equals(Database.MISSING) && problem == null;
  }
}
