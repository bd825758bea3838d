package io.boto4j.local.policy;

import java.util.List;
import java.util.Set;

/**
 * The outcome of an evaluation.
 *
 * @param outcome whether the request is allowed
 * @param source the kind of policy that decided
 * @param matches the statements that decided
 * @param missing the context keys that conditions needed and the request lacks
 */
public record Decision(Outcome outcome, Source source, List<Match> matches, Set<String> missing) {
  /** The three outcomes. */
  public enum Outcome {
    /** Allowed by a policy and denied by none. */
    ALLOWED("allowed"),
    /** Denied by a statement. */
    EXPLICIT_DENY("explicitDeny"),
    /** Not allowed by a policy that had to. */
    IMPLICIT_DENY("implicitDeny");

    private final String spelling;

    Outcome(String spelling) {
      this.spelling = spelling;
    }

    /**
     * Returns the outcome as IAM's simulator spells it.
     *
     * @return such as {@code explicitDeny}
     */
    public String spelling() {
      return spelling;
    }
  }

  /** The kinds of policies, as the messages of AWS name them. */
  public enum Source {
    /** The policies of a user, their groups or a role. */
    IDENTITY("an identity-based policy", "identity-based policy"),
    /** The policy of the resource. */
    RESOURCE("a resource-based policy", "resource-based policy"),
    /** The permissions boundary. */
    BOUNDARY("a permissions boundary", "permissions boundary"),
    /** The policies of a session. */
    SESSION("a session policy", "session policy");

    private final String withArticle;
    private final String name;

    Source(String withArticle, String name) {
      this.withArticle = withArticle;
      this.name = name;
    }
  }

  /**
   * A statement that matched.
   *
   * @param policy the id of the policy
   * @param type the type of the policy
   * @param sid the id of the statement, or an empty text
   * @param index the place of the statement in its policy, from 0
   */
  public record Match(String policy, String type, String sid, int index) {}

  /**
   * Whether the request is allowed.
   *
   * @return whether it is
   */
  public boolean isAllowed() {
    return outcome == Outcome.ALLOWED;
  }

  /**
   * Returns the sentence with which AWS refuses the request.
   *
   * @param principal the ARN of who asks
   * @param action the action
   * @param resource the resource
   * @return the message
   */
  public String message(String principal, String action, String resource) {
    String start =
        "User: "
            + principal
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource;
    return outcome == Outcome.EXPLICIT_DENY
        ? start + " with an explicit deny in " + source.withArticle
        : start + " because no " + source.name + " allows the " + action + " action";
  }
}
