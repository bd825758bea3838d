package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Session;

/**
 * Creates what the dashboard needs and does not have yet. It may run any number of times; what
 * exists is left as it is, except the policy of the function's role.
 */
public final class Provision {
  private Provision() {}

  /**
   * Creates what is missing. Tables, role, function and rule are ready when it returns; the
   * database takes minutes more.
   *
   * @param session the session of someone who may create all of this
   * @param names the names of it all
   */
  public static void run(Session session, Names names) {
    try (Client dynamodb = session.client("dynamodb");
        Client rds = session.client("rds");
        Client iam = session.client("iam");
        Client lambda = session.client("lambda");
        Client events = session.client("events")) {
      String table = new ProvisionTables(dynamodb, names).run();
      String database = new ProvisionDatabase(rds, names).run();
      String role = new ProvisionRole(iam, names).run(database, table);
      String function = new ProvisionFunction(lambda, names).run(role);
      new ProvisionRule(events, lambda, names).run(function);
    }
  }

  /**
   * Checks that the tables exist, so that the dashboard does not start without them and fail at the
   * first log-in.
   *
   * @param session the session of the dashboard
   * @param names the names
   * @throws NotProvisionedException if a table does not exist
   */
  public static void check(Session session, Names names) {
    try (Client dynamodb = session.client("dynamodb")) {
      new ProvisionTables(dynamodb, names).check();
    }
  }
}
