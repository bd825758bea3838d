package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Waiter;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database instance on RDS. */
public final class Database {
  /** The state of an instance that does not exist. */
  public static final String MISSING = "missing";

  private static final String STATUS = "DBInstances[0].DBInstanceStatus";

  /** RDS has no waiter for instances that stop; this one is done in either state that lasts. */
  private static final Map<String, ?> SETTLED =
      Map.of(
          "operation",
          "DescribeDBInstances",
          "delay",
          5,
          "maxAttempts",
          720,
          "acceptors",
          List.of(
              is("success", "available"),
              is("success", "stopped"),
              is("failure", "failed"),
              Map.of("state", "failure", "matcher", "error", "expected", "DBInstanceNotFound")));

  private final Client rds;
  private final String instance;

  /**
   * Creates the view of an instance.
   *
   * @param rds the client
   * @param instance the identifier of the instance
   */
  public Database(@Service("rds") Client rds, String instance) {
    this.rds = rds;
    this.instance = instance;
  }

  private static Map<String, String> is(String state, String expected) {
    return Map.of("state", state, "matcher", "path", "argument", STATUS, "expected", expected);
  }

  /**
   * Returns the identifier of the instance.
   *
   * @return the identifier
   */
  public String instance() {
    return instance;
  }

  /**
   * Returns the state of the instance.
   *
   * @return RDS's word, such as {@code available}, or {@link #MISSING}
   */
  public String status() {
    try {
      return status(rds.call("DescribeDBInstances", id()));
    } catch (ServiceException e) {
      e.rethrowUnless("DBInstanceNotFoundFault");
      return MISSING;
    }
  }

  /**
   * Returns the ARN of the instance.
   *
   * @return the ARN, or null if the instance does not exist
   */
  public @Nullable String arn() {
    try {
      return rds.call("DescribeDBInstances", id())
          .search("DBInstances[0].DBInstanceArn", String.class);
    } catch (ServiceException e) {
      e.rethrowUnless("DBInstanceNotFoundFault");
      return null;
    }
  }

  /** Starts the instance, which takes minutes after the call has returned. */
  public void start() {
    rds.call("StartDBInstance", Params.of("DBInstanceIdentifier", instance));
  }

  /** Stops the instance, which takes minutes after the call has returned. */
  public void stop() {
    rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", instance));
  }

  /**
   * Returns a waiter until the instance neither starts nor stops.
   *
   * @return the waiter, whose parameters are {@link #id()}
   */
  Waiter settled() {
    return rds.waiter("Settled", Map.of("version", 2, "waiters", Map.of("Settled", SETTLED)));
  }

  Params id() {
    return Params.of("DBInstanceIdentifier", instance);
  }

  /** Returns the state in a response of DescribeDBInstances. */
  static String status(Structure response) {
    return String.valueOf(response.search(STATUS));
  }
}
