package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.error.ServiceException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function that stops the database at night.
 *
 * <p>AWS Lambda creates it once per container and calls {@link #handle} with the JSON of the event
 * as a map, for which it needs no library of its own. boto4j-local calls the same method.
 */
public final class NightlyStop {
  private final Client rds;
  private final Client dynamodb;
  private final Clock clock;

  /** Creates the function in AWS Lambda, whose environment has the region and the credentials. */
  public NightlyStop() {
    this(Session.create(), Clock.systemUTC());
  }

  /**
   * Creates the function.
   *
   * @param session the session whose clients it uses
   * @param clock the time
   */
  public NightlyStop(Session session, Clock clock) {
    rds = session.client("rds");
    dynamodb = session.client("dynamodb");
    this.clock = clock;
  }

  /**
   * Stops an instance.
   *
   * @param event {@code instance} is its identifier, {@code history} the table for the result
   * @return {@code result}, a sentence
   */
  public Map<String, Object> handle(Map<String, Object> event) {
    String result = stop(text(event.get("instance")));
    new History(Table.of(dynamodb, text(event.get("history"))), clock)
        .add(History.NIGHTLY, "nightly-stop", result);
    return Map.of("result", result);
  }

  private String stop(String instance) {
    try {
      rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", instance));
      return "Stopping " + instance;
    } catch (ServiceException e) {
      e.rethrowUnless("InvalidDBInstanceState");
      return "Nothing to do: " + instance + " is not running";
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The event needs the texts instance and history");
  }
}
