package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.dynamodb.Table;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks IAM what the role of the function allows. */
public final class Permissions {
  /** The actions that the function needs, and some that it must not have. */
  private static final List<String> ON_DATABASE =
      List.of("rds:StopDBInstance", "rds:StartDBInstance", "rds:DeleteDBInstance");

  private static final List<String> ON_TABLE = List.of("dynamodb:PutItem", "dynamodb:DeleteItem");

  private final Client iam;
  private final String role;
  private final Database database;
  private final Table results;

  /**
   * A decision of IAM.
   *
   * @param action the action, such as {@code rds:StopDBInstance}
   * @param decision {@code allowed}, {@code implicitDeny} or {@code explicitDeny}
   */
  public record Decision(
      @Name("EvalActionName") String action, @Name("EvalDecision") String decision) {
    /**
     * Returns whether the role may do it.
     *
     * @return true for {@code allowed}
     */
    public boolean allowed() {
      return decision.equals("allowed");
    }
  }

  /**
   * Creates the view of a role.
   *
   * @param iam the client
   * @param role the name of the role
   * @param database the database that the function stops
   * @param results the table that it writes to
   */
  public Permissions(@Service("iam") Client iam, String role, Database database, Table results) {
    this.iam = iam;
    this.role = role;
    this.database = database;
    this.results = results;
  }

  /**
   * Returns the name of the role.
   *
   * @return the name
   */
  public String role() {
    return role;
  }

  /**
   * Returns the decisions about single actions, on the database and on the table for the results.
   *
   * @return a decision for each action; empty if the role or the database does not exist
   */
  public List<Decision> decisions() {
    String instance = database.arn();
    String table = results.describe().text("TableArn");
    if (instance == null || table == null) {
      return List.of();
    }
    try {
      String arn =
          iam.call("GetRole", Params.of("RoleName", role)).search("Role.Arn", String.class);
      return Stream.concat(simulate(arn, ON_DATABASE, instance), simulate(arn, ON_TABLE, table))
          .toList();
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchEntityException");
      return List.of();
    }
  }

  private Stream<Decision> simulate(@Nullable String role, List<String> actions, String resource) {
    return iam.paginator("SimulatePrincipalPolicy")
        .pages(
            Params.of("PolicySourceArn", role)
                .with("ActionNames", actions)
                .with("ResourceArns", List.of(resource)))
        .items(Decision.class);
  }
}
