package io.boto4j.local.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param sid the id, or an empty text
 * @param allows whether the effect is {@code Allow}
 * @param principals the principals by kind, such as {@code AWS}; null if the statement has none
 * @param notPrincipals the principals that are left out, or null
 * @param actions the actions, or null
 * @param notActions the actions that are left out, or null
 * @param resources the resources, or null
 * @param notResources the resources that are left out, or null
 * @param conditions the conditions, which must all hold
 */
record Statement(
    String sid,
    boolean allows,
    @Nullable Map<String, List<String>> principals,
    @Nullable Map<String, List<String>> notPrincipals,
    @Nullable List<String> actions,
    @Nullable List<String> notActions,
    @Nullable List<String> resources,
    @Nullable List<String> notResources,
    List<Condition> conditions) {

  /** Whether action, resource and conditions match. */
  boolean applies(String action, String resource, Map<String, List<String>> context) {
    return hasAction(action)
        && hasResource(resource, context)
        && conditions.stream().allMatch(condition -> condition.holds(context));
  }

  private boolean hasAction(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    if (actions != null) {
      return actions.stream().anyMatch(one -> Pattern.of(one).lowerCase().matches(lower));
    }
    return notActions != null
        && notActions.stream().noneMatch(one -> Pattern.of(one).lowerCase().matches(lower));
  }

  private boolean hasResource(String resource, Map<String, List<String>> context) {
    if (resources != null) {
      return resources.stream().anyMatch(one -> Pattern.of(one, context).matches(resource));
    }
    // A trust policy has no resources.
    return notResources == null
        || notResources.stream().noneMatch(one -> Pattern.of(one, context).matches(resource));
  }

  /**
   * Returns the way in which the statement names a principal.
   *
   * @return null if it does not
   */
  @Nullable Naming names(PolicyPrincipal principal) {
    if (principals != null) {
      return naming(principals, principal);
    }
    if (notPrincipals != null) {
      return naming(notPrincipals, principal) == null ? Naming.PRINCIPAL : null;
    }
    return null;
  }

  /** The ways a statement can name a principal, from which follows what it may override. */
  enum Naming {
    /** By the ARN of the user or session, or everybody. */
    PRINCIPAL,
    /** By the role of the session. */
    ROLE,
    /** By the account, which leaves the decision to the account's own policies. */
    ACCOUNT
  }

  private static @Nullable Naming naming(
      Map<String, List<String>> names, PolicyPrincipal principal) {
    @Nullable Naming found = null;
    for (String name : names.getOrDefault(principal.kind(), List.of())) {
      if (name.equals("*") || name.equals(principal.arn()) || principal.ids().contains(name)) {
        return Naming.PRINCIPAL;
      }
      if (principal.role() != null && name.equals(principal.role())) {
        found = Naming.ROLE;
      } else if (found == null
          && (name.equals(principal.account())
              || name.matches("arn:[a-z-]+:iam::" + principal.account() + ":root"))) {
        found = Naming.ACCOUNT;
      }
    }
    if (found == null && names.getOrDefault("*", List.of()).contains("*")) {
      return Naming.PRINCIPAL;
    }
    return found;
  }
}
