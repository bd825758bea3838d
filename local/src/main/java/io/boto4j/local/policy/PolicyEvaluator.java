package io.boto4j.local.policy;

import io.boto4j.local.policy.Decision.Match;
import io.boto4j.local.policy.Decision.Outcome;
import io.boto4j.local.policy.Decision.Source;
import io.boto4j.local.policy.Statement.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is allowed, by the rules of the IAM user guide's "Policy evaluation
 * logic": an explicit deny wins; then the request needs an allow of each kind of policy that
 * applies to it.
 */
public final class PolicyEvaluator {
  private PolicyEvaluator() {}

  /**
   * Decides.
   *
   * @param request the request with its policies
   * @return the decision
   */
  public static Decision evaluate(PolicyRequest request) {
    Set<String> missing = new TreeSet<>();
    PolicyDocument resourcePolicy = request.resourcePolicy();
    List<PolicyDocument> boundary =
        request.boundary() == null ? List.of() : List.of(request.boundary());
    List<PolicyDocument> session = request.session() == null ? List.of() : request.session();

    @Nullable Decision denied = denied(request, request.identity(), Source.IDENTITY, missing);
    if (denied == null && resourcePolicy != null) {
      denied = denied(request, List.of(resourcePolicy), Source.RESOURCE, missing);
    }
    if (denied == null) {
      denied = denied(request, boundary, Source.BOUNDARY, missing);
    }
    if (denied == null) {
      denied = denied(request, session, Source.SESSION, missing);
    }
    if (denied != null) {
      return denied;
    }

    List<Match> byResource = new ArrayList<>();
    @Nullable Naming naming = resourceAllows(request, byResource, missing);
    boolean sameAccount = request.principal().account().equals(request.resourceAccount());
    if (request.resourceDecides() && naming == null) {
      return new Decision(Outcome.IMPLICIT_DENY, Source.RESOURCE, List.of(), missing);
    }
    if (sameAccount && naming == Naming.PRINCIPAL) {
      // A resource that names the user or session itself needs no other allow.
      return new Decision(Outcome.ALLOWED, Source.RESOURCE, byResource, missing);
    }
    if (!sameAccount && naming == null) {
      return new Decision(Outcome.IMPLICIT_DENY, Source.RESOURCE, List.of(), missing);
    }

    List<Match> byIdentity = allows(request, request.identity(), missing);
    boolean identityAllows =
        !byIdentity.isEmpty()
            || request.principal().isRoot()
            || (sameAccount && naming == Naming.ROLE);
    if (!identityAllows) {
      return new Decision(Outcome.IMPLICIT_DENY, Source.IDENTITY, List.of(), missing);
    }
    if (!boundary.isEmpty() && allows(request, boundary, missing).isEmpty()) {
      return new Decision(Outcome.IMPLICIT_DENY, Source.BOUNDARY, List.of(), missing);
    }
    if (request.session() != null && allows(request, session, missing).isEmpty()) {
      return new Decision(Outcome.IMPLICIT_DENY, Source.SESSION, List.of(), missing);
    }
    byIdentity.addAll(byResource);
    return new Decision(Outcome.ALLOWED, Source.IDENTITY, byIdentity, missing);
  }

  private static @Nullable Decision denied(
      PolicyRequest request, List<PolicyDocument> policies, Source source, Set<String> missing) {
    List<Match> matches = new ArrayList<>();
    for (PolicyDocument policy : policies) {
      int index = 0;
      for (Statement statement : policy.statements()) {
        if (!statement.allows()
            && (source != Source.RESOURCE || statement.names(request.principal()) != null)
            && applies(statement, request, missing)) {
          matches.add(new Match(policy.id(), policy.type(), statement.sid(), index));
        }
        index++;
      }
    }
    return matches.isEmpty() ? null : new Decision(Outcome.EXPLICIT_DENY, source, matches, missing);
  }

  private static List<Match> allows(
      PolicyRequest request, List<PolicyDocument> policies, Set<String> missing) {
    List<Match> matches = new ArrayList<>();
    for (PolicyDocument policy : policies) {
      int index = 0;
      for (Statement statement : policy.statements()) {
        if (statement.allows() && applies(statement, request, missing)) {
          matches.add(new Match(policy.id(), policy.type(), statement.sid(), index));
        }
        index++;
      }
    }
    return matches;
  }

  /** Returns the strongest way in which the resource's policy allows the request. */
  private static @Nullable Naming resourceAllows(
      PolicyRequest request, List<Match> matches, Set<String> missing) {
    PolicyDocument policy = request.resourcePolicy();
    @Nullable Naming strongest = null;
    if (policy != null) {
      int index = 0;
      for (Statement statement : policy.statements()) {
        @Nullable Naming naming = statement.names(request.principal());
        if (statement.allows() && naming != null && applies(statement, request, missing)) {
          matches.add(new Match(policy.id(), policy.type(), statement.sid(), index));
          if (strongest == null || naming.compareTo(strongest) < 0) {
            strongest = naming;
          }
        }
        index++;
      }
    }
    return strongest;
  }

  private static boolean applies(Statement statement, PolicyRequest request, Set<String> missing) {
    for (Condition condition : statement.conditions()) {
      if (!request.context().containsKey(condition.key().toLowerCase(Locale.ROOT))) {
        missing.add(condition.key());
      }
    }
    return statement.applies(request.action(), request.resource(), request.context());
  }
}
