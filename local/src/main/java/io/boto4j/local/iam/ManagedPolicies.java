package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Managed policies with their versions: those of the account, and AWS's. */
final class ManagedPolicies {
  private static final int MAX_VERSIONS = 5;
  private static final String VERSION_ID = "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?";

  private final IamState state;

  ManagedPolicies(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreatePolicy", this::create);
    table.read("GetPolicy", call -> Params.of("Policy", view(get(call.input().text("PolicyArn")))));
    table.read("ListPolicies", this::list);
    table.write("DeletePolicy", this::delete);
    table.write("CreatePolicyVersion", this::createVersion);
    table.read("GetPolicyVersion", this::getVersion);
    table.read("ListPolicyVersions", this::listVersions);
    table.write("SetDefaultPolicyVersion", this::setDefault);
    table.write("DeletePolicyVersion", this::deleteVersion);
    table.read("ListEntitiesForPolicy", this::entities);
    Tags.register(table, "Policy", "PolicyArn", state.policies);
  }

  /** The policy of an ARN, also one of AWS's. */
  @Nullable Structure find(@Nullable String arn) {
    Structure own = state.policies.find(arn);
    return own != null || arn == null ? own : AwsPolicies.find(arn);
  }

  Structure get(@Nullable String arn) {
    Structure found = find(arn);
    return found != null ? found : state.policies.get(arn);
  }

  /** The document of the default version. */
  String document(Structure policy) {
    String version = policy.text("DefaultVersionId");
    return String.valueOf(policy.map("Versions").text(String.valueOf(version), "Document"));
  }

  /** The boundary of a request, which must be the ARN of a policy. */
  @Nullable String boundary(Structure input) {
    String arn = input.text("PermissionsBoundary");
    if (arn != null && !arn.matches("arn:[a-z-]+:iam::(aws|\\d{12}):policy/.+")) {
      throw new EngineException(
          "InvalidParameterValue",
          "Value (" + arn + ") for parameter PermissionsBoundary is invalid.");
    }
    return arn;
  }

  private long attachments(@Nullable String arn) {
    long count = 0;
    for (Kind kind : Kind.values()) {
      count += kind.in(state).all(each -> each.texts("Attached").contains(arn)).size();
    }
    return count;
  }

  private long boundaryUses(@Nullable String arn) {
    String wanted = String.valueOf(arn);
    return (long) state.users.all(each -> wanted.equals(each.text("PermissionsBoundary"))).size()
        + state.roles.all(each -> wanted.equals(each.text("PermissionsBoundary"))).size();
  }

  Params view(Structure policy) {
    String arn = policy.text("Arn");
    return Params.of(
        "PolicyName", policy.text("PolicyName"),
        "PolicyId", policy.text("PolicyId"),
        "Arn", arn,
        "Path", policy.text("Path"),
        "DefaultVersionId", policy.text("DefaultVersionId"),
        "AttachmentCount", (int) attachments(arn),
        "PermissionsBoundaryUsageCount", (int) boundaryUses(arn),
        "IsAttachable", true,
        "Description", policy.text("Description"),
        "CreateDate", policy.instant("CreateDate"),
        "UpdateDate", policy.instant("UpdateDate"),
        "Tags", policy.structures("Tags"));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("PolicyName"));
    String document = String.valueOf(input.text("PolicyDocument"));
    List<Map<String, String>> tags = Tags.checked(input);
    PolicyGrammar.check(document);
    String path = IamState.path(input);
    String arn = state.arn("policy", path, name);
    if (state.policies.has(arn)) {
      throw IamErrors.alreadyExists(
          "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }
    Params policy =
        Params.of(
            "PolicyName",
            name,
            "PolicyId",
            state.newId("ANPA"),
            "Arn",
            arn,
            "Path",
            path,
            "DefaultVersionId",
            "v1",
            "NextVersion",
            2,
            "Description",
            input.text("Description"),
            "CreateDate",
            state.now(),
            "UpdateDate",
            state.now(),
            "Versions",
            Map.of("v1", version(document)),
            "Tags",
            tags);
    state.policies.put(arn, policy);
    Params view = view(state.policies.get(arn)).without("Description");
    return Params.of("Policy", tags.isEmpty() ? view.without("Tags") : view);
  }

  private Map<String, ?> version(String document) {
    return Map.of("Document", document, "CreateDate", state.now());
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    String scope = input.text("Scope");
    List<Structure> policies = new ArrayList<>();
    if (!"AWS".equals(scope)) {
      policies.addAll(state.policies.all());
    }
    if (!"Local".equals(scope)) {
      policies.addAll(AwsPolicies.all());
    }
    policies.removeIf(policy -> !IamState.hasPrefix(policy, input));
    if (Boolean.TRUE.equals(input.bool("OnlyAttached"))) {
      policies.removeIf(policy -> attachments(policy.text("Arn")) == 0);
    }
    if ("PermissionsBoundary".equals(input.text("PolicyUsageFilter"))) {
      policies.removeIf(policy -> boundaryUses(policy.text("Arn")) == 0);
    }
    return Pages.of(
        input,
        "Policies",
        policies,
        policy -> policy.text("Arn"),
        policy -> view(policy).without("Tags").without("Description"));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure policy = own(call.input());
    String arn = String.valueOf(policy.text("Arn"));
    if (attachments(arn) > 0) {
      throw IamErrors.conflict("Cannot delete a policy attached to entities.");
    }
    if (policy.map("Versions").size() > 1) {
      throw IamErrors.conflict(
          "This policy has more than one version. Before you delete a policy, you must delete the"
              + " policy's versions. The default version is deleted with the policy.");
    }
    state.policies.remove(arn);
    return Map.of();
  }

  /** The policy of a request that changes it, which must be one of the account. */
  private Structure own(Structure input) {
    String arn = input.text("PolicyArn");
    if (arn != null && AwsPolicies.find(arn) != null) {
      throw new EngineException("AccessDenied", "Cannot modify " + arn, 403, Map.of());
    }
    return state.policies.get(arn);
  }

  private static Params versionView(Structure policy, String id, boolean withDocument) {
    Structure version = policy.map("Versions").map(id);
    String document = version.text("Document");
    return Params.of(
        "Document",
        withDocument && document != null ? Documents.encoded(document) : null,
        "VersionId",
        id,
        "IsDefaultVersion",
        id.equals(policy.text("DefaultVersionId")),
        "CreateDate",
        version.instant("CreateDate"));
  }

  private Map<String, ?> createVersion(EngineCall call) {
    Structure policy = own(call.input());
    String document = String.valueOf(call.input().text("PolicyDocument"));
    PolicyGrammar.check(document);
    if (policy.map("Versions").size() >= MAX_VERSIONS) {
      throw IamErrors.limit(
          "A managed policy can have up to 5 versions. Before you create a new version, you must"
              + " delete an existing version.");
    }
    Integer next = policy.integer("NextVersion");
    int number = next == null ? 2 : next;
    String id = "v" + number;
    Map<String, Object> versions = new LinkedHashMap<>(policy.map("Versions"));
    versions.put(id, version(document));
    Map<String, Object> changed = new HashMap<>();
    changed.put("Versions", versions);
    changed.put("NextVersion", number + 1);
    changed.put("UpdateDate", state.now());
    if (Boolean.TRUE.equals(call.input().bool("SetAsDefault"))) {
      changed.put("DefaultVersionId", id);
    }
    Structure now = state.policies.edit(String.valueOf(policy.text("Arn")), changed);
    return Params.of("PolicyVersion", versionView(now, id, true));
  }

  private static String requireVersion(Structure policy, Structure input) {
    String id = String.valueOf(input.text("VersionId"));
    if (!policy.map("Versions").containsKey(id)) {
      throw IamErrors.noSuchEntity(
          "Policy "
              + policy.text("Arn")
              + " version "
              + id
              + " does not exist or is not attachable.");
    }
    return id;
  }

  private Map<String, ?> getVersion(EngineCall call) {
    Structure policy = get(call.input().text("PolicyArn"));
    return Params.of(
        "PolicyVersion", versionView(policy, requireVersion(policy, call.input()), true));
  }

  private Map<String, ?> listVersions(EngineCall call) {
    Structure policy = get(call.input().text("PolicyArn"));
    List<String> ids = new ArrayList<>(policy.map("Versions").keySet());
    return Pages.of(
        call.input(),
        "Versions",
        ids,
        id -> String.format("%08d", Integer.parseInt(id.substring(1))),
        id -> versionView(policy, id, true));
  }

  private Map<String, ?> setDefault(EngineCall call) {
    String id = String.valueOf(call.input().text("VersionId"));
    if (!id.matches(VERSION_ID)) {
      throw IamErrors.validation(
          "Value '"
              + id
              + "' at 'versionId' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: "
              + VERSION_ID);
    }
    Structure policy = own(call.input());
    requireVersion(policy, call.input());
    state.policies.edit(
        String.valueOf(policy.text("Arn")),
        Map.of("DefaultVersionId", id, "UpdateDate", state.now()));
    return Map.of();
  }

  private Map<String, ?> deleteVersion(EngineCall call) {
    Structure policy = own(call.input());
    String id = requireVersion(policy, call.input());
    if (id.equals(policy.text("DefaultVersionId"))) {
      throw IamErrors.conflict("Cannot delete the default version of a policy.");
    }
    Map<String, Object> versions = new LinkedHashMap<>(policy.map("Versions"));
    versions.remove(id);
    state.policies.edit(String.valueOf(policy.text("Arn")), "Versions", versions);
    return Map.of();
  }

  /** One page of groups, users and roles together. */
  private Map<String, ?> entities(EngineCall call) {
    Structure input = call.input();
    String arn = input.text("PolicyArn");
    get(arn);
    String filter = input.text("EntityFilter");
    boolean asBoundary = "PermissionsBoundary".equals(input.text("PolicyUsageFilter"));
    boolean asPolicy = "PermissionsPolicy".equals(input.text("PolicyUsageFilter"));
    List<Map.Entry<Kind, Structure>> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (filter != null && !filter.endsWith("ManagedPolicy") && !filter.equals(kind.name)) {
        continue;
      }
      for (Structure each : kind.in(state).all(one -> IamState.hasPrefix(one, input))) {
        boolean attached = each.texts("Attached").contains(arn);
        boolean bounded = String.valueOf(arn).equals(each.text("PermissionsBoundary"));
        if ((attached && !asBoundary) || (bounded && !asPolicy)) {
          found.add(Map.entry(kind, each));
        }
      }
    }
    Map<Kind, List<Params>> byKind = new HashMap<>();
    Params page =
        Pages.of(
            input,
            "All",
            found,
            entry -> entry.getKey() + "/" + entry.getValue().text(entry.getKey().nameMember()),
            entry -> {
              Kind kind = entry.getKey();
              byKind
                  .computeIfAbsent(kind, any -> new ArrayList<>())
                  .add(
                      Params.of(
                          kind.nameMember(), entry.getValue().text(kind.nameMember()),
                          kind.idMember(), entry.getValue().text(kind.idMember())));
              return kind;
            });
    return page.without("All")
        .with("PolicyGroups", byKind.getOrDefault(Kind.GROUP, List.of()))
        .with("PolicyUsers", byKind.getOrDefault(Kind.USER, List.of()))
        .with("PolicyRoles", byKind.getOrDefault(Kind.ROLE, List.of()));
  }
}
