package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies of users, groups or roles: attached ones, inline ones and the boundary. */
final class EntityPolicies {
  private static final int MAX_ATTACHED = 10;

  private final ManagedPolicies managed;
  private final Kind kind;
  private final Entities entities;

  EntityPolicies(IamState state, ManagedPolicies managed, Kind kind) {
    this.managed = managed;
    this.kind = kind;
    this.entities = kind.in(state);
  }

  void register(OperationTable table) {
    table.write("Attach" + kind.name + "Policy", this::attach);
    table.write("Detach" + kind.name + "Policy", this::detach);
    table.read("ListAttached" + kind.name + "Policies", this::listAttached);
    table.write("Put" + kind.name + "Policy", this::put);
    table.read("Get" + kind.name + "Policy", this::get);
    table.write("Delete" + kind.name + "Policy", this::delete);
    table.read("List" + kind.name + "Policies", this::list);
    if (kind != Kind.GROUP) {
      table.write("Put" + kind.name + "PermissionsBoundary", this::putBoundary);
      table.write("Delete" + kind.name + "PermissionsBoundary", this::deleteBoundary);
    }
  }

  private Structure entity(EngineCall call) {
    return entities.get(call.input().text(kind.nameMember()));
  }

  private String name(EngineCall call) {
    return String.valueOf(call.input().text(kind.nameMember()));
  }

  private Map<String, ?> attach(EngineCall call) {
    String arn = String.valueOf(call.input().text("PolicyArn"));
    if (managed.find(arn) == null) {
      throw IamErrors.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
    }
    List<String> attached = new ArrayList<>(entity(call).texts("Attached"));
    if (!attached.contains(arn)) {
      if (attached.size() >= MAX_ATTACHED) {
        throw IamErrors.limit(
            "Cannot exceed quota for PoliciesPer" + kind.name + ": " + MAX_ATTACHED);
      }
      attached.add(arn);
      entities.edit(name(call), "Attached", attached);
    }
    return Map.of();
  }

  private Map<String, ?> detach(EngineCall call) {
    String arn = String.valueOf(call.input().text("PolicyArn"));
    List<String> attached = new ArrayList<>(entity(call).texts("Attached"));
    if (!attached.remove(arn)) {
      throw IamErrors.noSuchEntity("Policy " + arn + " was not found.");
    }
    entities.edit(name(call), "Attached", attached);
    return Map.of();
  }

  private Map<String, ?> listAttached(EngineCall call) {
    List<Structure> policies = new ArrayList<>();
    for (String arn : entity(call).texts("Attached")) {
      Structure policy = managed.find(arn);
      if (policy != null && IamState.hasPrefix(policy, call.input())) {
        policies.add(policy);
      }
    }
    return Pages.of(
        call.input(),
        "AttachedPolicies",
        policies,
        policy -> policy.text("PolicyName"),
        policy -> attachedView(policy));
  }

  static Params attachedView(Structure policy) {
    return Params.of("PolicyName", policy.text("PolicyName"), "PolicyArn", policy.text("Arn"));
  }

  private Map<String, ?> put(EngineCall call) {
    Structure entity = entity(call);
    String document = String.valueOf(call.input().text("PolicyDocument"));
    PolicyGrammar.check(document);
    Map<String, Object> inline = new LinkedHashMap<>(entity.map("Inline"));
    inline.put(String.valueOf(call.input().text("PolicyName")), document);
    entities.edit(name(call), "Inline", inline);
    return Map.of();
  }

  private Map<String, ?> get(EngineCall call) {
    String policy = String.valueOf(call.input().text("PolicyName"));
    String document = entity(call).map("Inline").text(policy);
    if (document == null) {
      throw IamErrors.noSuchEntity(
          kind == Kind.ROLE
              ? "The role policy with name " + policy + " cannot be found."
              : "Policy " + policy + " not found");
    }
    return Params.of(
        kind.nameMember(),
        name(call),
        "PolicyName",
        policy,
        "PolicyDocument",
        Documents.encoded(document));
  }

  private Map<String, ?> delete(EngineCall call) {
    Map<String, Object> inline = new LinkedHashMap<>(entity(call).map("Inline"));
    String policy = String.valueOf(call.input().text("PolicyName"));
    if (inline.remove(policy) == null) {
      throw IamErrors.noSuchEntity(
          "The " + kind.word + " policy with name " + policy + " cannot be found.");
    }
    entities.edit(name(call), "Inline", inline);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    return Pages.of(
        call.input(),
        "PolicyNames",
        new ArrayList<>(entity(call).map("Inline").keySet()),
        each -> each,
        each -> each);
  }

  private Map<String, ?> putBoundary(EngineCall call) {
    entity(call);
    String arn = managed.boundary(call.input());
    entities.edit(name(call), "PermissionsBoundary", arn);
    return Map.of();
  }

  private Map<String, ?> deleteBoundary(EngineCall call) {
    if (entity(call).text("PermissionsBoundary") == null) {
      throw IamErrors.noSuchEntity(
          kind.name + " " + name(call) + " does not have a permissions boundary.");
    }
    entities.edit(name(call), "PermissionsBoundary", null);
    return Map.of();
  }
}
