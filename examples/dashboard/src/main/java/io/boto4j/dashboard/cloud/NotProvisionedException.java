package io.boto4j.dashboard.cloud;

/** Thrown when the dashboard is to run where {@link Provision} has not created its tables. */
public final class NotProvisionedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotProvisionedException(String table, String region, Throwable cause) {
    super(
        "The table " + table + " does not exist in " + region + ". --provision creates it.", cause);
  }
}
