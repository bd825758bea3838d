package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.local.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies that apply to users, groups and roles. */
final class PrincipalPolicies {
  static final String TYPE = "IAM Policy";

  private final IamState state;
  private final ManagedPolicies managed;

  PrincipalPolicies(IamState state, ManagedPolicies managed) {
    this.state = state;
    this.managed = managed;
  }

  /** The entity of an ARN: a user, group or role; null if there is none. */
  @Nullable Structure entity(String arn) {
    for (Kind kind : Kind.values()) {
      String name = arn.substring(arn.lastIndexOf('/') + 1);
      Structure found = arn.contains(":" + kind.word + "/") ? kind.in(state).find(name) : null;
      if (found != null && arn.equals(found.text("Arn"))) {
        return found;
      }
    }
    return null;
  }

  /** The policies of an entity; those of a user include those of the groups. */
  List<PolicyDocument> of(Structure entity) {
    List<PolicyDocument> policies = new ArrayList<>();
    add(entity, policies);
    for (String group : entity.texts("Groups")) {
      Structure found = state.groups.find(group);
      if (found != null) {
        add(found, policies);
      }
    }
    return policies;
  }

  private void add(Structure entity, List<PolicyDocument> policies) {
    String kind = "role";
    String name = entity.text("RoleName");
    if (entity.text("UserName") != null) {
      kind = "user";
      name = entity.text("UserName");
    } else if (entity.text("GroupName") != null) {
      kind = "group";
      name = entity.text("GroupName");
    }
    Structure inline = entity.map("Inline");
    for (String policy : inline.keySet()) {
      parse(kind + "_" + name + "_" + policy, String.valueOf(inline.text(policy)), policies);
    }
    for (String arn : entity.texts("Attached")) {
      Structure policy = managed.find(arn);
      if (policy != null) {
        parse(String.valueOf(policy.text("PolicyName")), managed.document(policy), policies);
      }
    }
  }

  /** The managed policy of an ARN. */
  @Nullable PolicyDocument managed(String arn) {
    Structure policy = managed.find(arn);
    return policy == null ? null : PolicyDocument.parse(arn, TYPE, managed.document(policy));
  }

  /** The permissions boundary of an entity. A boundary that does not exist allows nothing. */
  @Nullable PolicyDocument boundary(Structure entity) {
    String arn = entity.text("PermissionsBoundary");
    if (arn == null) {
      return null;
    }
    Structure policy = managed.find(arn);
    return PolicyDocument.parse(arn, TYPE, policy == null ? "{}" : managed.document(policy));
  }

  private static void parse(String id, String document, List<PolicyDocument> policies) {
    try {
      policies.add(PolicyDocument.parse(id, TYPE, document));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The stored policy " + id + " cannot be read", e);
    }
  }
}
