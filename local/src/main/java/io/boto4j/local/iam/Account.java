package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations about the account as a whole: its alias, its summary, and all details at once. */
final class Account {
  private static final String ALIAS = "alias";
  private static final String PREFERENCES = "sts-preferences";

  private final IamState state;
  private final ManagedPolicies managed;
  private final InstanceProfiles profiles;

  Account(IamState state, ManagedPolicies managed, InstanceProfiles profiles) {
    this.state = state;
    this.managed = managed;
    this.profiles = profiles;
  }

  void register(OperationTable table) {
    table.write(
        "CreateAccountAlias",
        call -> {
          state.settings.put(
              ALIAS, Map.of("Alias", String.valueOf(call.input().text("AccountAlias"))));
          return Map.of();
        });
    table.read("ListAccountAliases", this::aliases);
    table.write("DeleteAccountAlias", this::deleteAlias);
    table.read("GetAccountSummary", this::summary);
    table.read("GetAccountAuthorizationDetails", this::details);
    table.write(
        "SetSecurityTokenServicePreferences",
        call -> {
          String version = String.valueOf(call.input().text("GlobalEndpointTokenVersion"));
          state.settings.put(PREFERENCES, Map.of("Version", version));
          return Map.of();
        });
  }

  private Map<String, ?> aliases(EngineCall call) {
    Structure alias = state.settings.find(ALIAS);
    return Params.of(
        "AccountAliases",
        alias == null ? List.of() : List.of(String.valueOf(alias.text("Alias"))),
        "IsTruncated",
        false);
  }

  private Map<String, ?> deleteAlias(EngineCall call) {
    Structure alias = state.settings.find(ALIAS);
    String name = String.valueOf(call.input().text("AccountAlias"));
    if (alias == null || !name.equals(alias.text("Alias"))) {
      throw IamErrors.noSuchEntity("The account alias with name " + name + " cannot be found.");
    }
    state.settings.remove(ALIAS);
    return Map.of();
  }

  private Map<String, ?> summary(EngineCall call) {
    Map<String, Integer> summary = new LinkedHashMap<>();
    int inUse = 0;
    for (Kind kind : Kind.values()) {
      for (Structure each : kind.in(state).all()) {
        inUse += each.texts("Attached").size();
      }
    }
    List<Structure> devices = state.mfaDevices.all();
    Structure preferences = state.settings.find(PREFERENCES);
    boolean second = preferences != null && "v2Token".equals(preferences.text("Version"));
    summary.put("Users", state.users.size());
    summary.put("UsersQuota", 5000);
    summary.put("Groups", state.groups.size());
    summary.put("GroupsQuota", 300);
    summary.put("ServerCertificates", state.serverCertificates.size());
    summary.put("ServerCertificatesQuota", 20);
    summary.put("UserPolicySizeQuota", 2048);
    summary.put("GroupPolicySizeQuota", 5120);
    summary.put("GroupsPerUserQuota", 10);
    summary.put("SigningCertificatesPerUserQuota", 2);
    summary.put("AccessKeysPerUserQuota", 2);
    summary.put(
        "MFADevices",
        (int) devices.stream().filter(d -> Boolean.TRUE.equals(d.bool("Virtual"))).count());
    summary.put(
        "MFADevicesInUse", (int) devices.stream().filter(d -> d.text("UserName") != null).count());
    summary.put("AccountMFAEnabled", 0);
    summary.put("AccountAccessKeysPresent", 0);
    summary.put("AccountSigningCertificatesPresent", 0);
    summary.put("AttachedPoliciesPerGroupQuota", 10);
    summary.put("AttachedPoliciesPerRoleQuota", 10);
    summary.put("AttachedPoliciesPerUserQuota", 10);
    summary.put("Policies", state.policies.size());
    summary.put("PoliciesQuota", 1500);
    summary.put("PolicySizeQuota", 6144);
    summary.put("PolicyVersionsInUse", inUse);
    summary.put("PolicyVersionsInUseQuota", 10_000);
    summary.put("VersionsPerPolicyQuota", 5);
    summary.put("GlobalEndpointTokenVersion", second ? 2 : 1);
    summary.put("Roles", state.roles.size());
    summary.put("RolesQuota", 1000);
    summary.put("RolePolicySizeQuota", 10_240);
    summary.put("AssumeRolePolicySizeQuota", 2048);
    summary.put("InstanceProfiles", state.instanceProfiles.size());
    summary.put("InstanceProfilesQuota", 1000);
    summary.put("Providers", state.oidcProviders.size() + state.samlProviders.size());
    return Params.of("SummaryMap", summary);
  }

  private record Detail(String list, String key, Params value) {}

  /** One page of users, groups, roles and policies together. */
  private Map<String, ?> details(EngineCall call) {
    List<String> filter = call.input().texts("Filter");
    List<Detail> all = new ArrayList<>();
    if (filter.isEmpty() || filter.contains("User")) {
      state
          .users
          .all()
          .forEach(user -> all.add(new Detail("UserDetailList", "UserName", user(user))));
    }
    if (filter.isEmpty() || filter.contains("Group")) {
      state
          .groups
          .all()
          .forEach(group -> all.add(new Detail("GroupDetailList", "GroupName", group(group))));
    }
    if (filter.isEmpty() || filter.contains("Role")) {
      state
          .roles
          .all()
          .forEach(role -> all.add(new Detail("RoleDetailList", "RoleName", role(role))));
    }
    if (filter.isEmpty() || filter.contains("LocalManagedPolicy")) {
      state
          .policies
          .all()
          .forEach(policy -> all.add(new Detail("Policies", "Arn", policy(policy))));
    }
    if (filter.isEmpty() || filter.contains("AWSManagedPolicy")) {
      AwsPolicies.all().forEach(policy -> all.add(new Detail("Policies", "Arn", policy(policy))));
    }
    Map<String, List<Params>> lists = new LinkedHashMap<>();
    for (String list : List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")) {
      lists.put(list, new ArrayList<>());
    }
    Params page =
        Pages.of(
            call.input(),
            "All",
            all,
            detail -> detail.list + "/" + detail.value.get(detail.key),
            detail -> {
              lists.computeIfAbsent(detail.list, any -> new ArrayList<>()).add(detail.value);
              return "";
            });
    return page.without("All").withAll(lists);
  }

  private static List<Params> inline(Structure entity) {
    List<Params> inline = new ArrayList<>();
    Structure documents = entity.map("Inline");
    for (String name : documents.keySet()) {
      inline.add(
          Params.of(
              "PolicyName",
              name,
              "PolicyDocument",
              Documents.encoded(String.valueOf(documents.text(name)))));
    }
    return inline;
  }

  private List<Params> attached(Structure entity) {
    List<Params> attached = new ArrayList<>();
    for (String arn : entity.texts("Attached")) {
      attached.add(EntityPolicies.attachedView(managed.get(arn)));
    }
    return attached;
  }

  private Params user(Structure user) {
    return Users.view(user)
        .without("PasswordLastUsed")
        .with("UserPolicyList", inline(user))
        .with("GroupList", user.texts("Groups"))
        .with("AttachedManagedPolicies", attached(user))
        .with("Tags", user.structures("Tags"));
  }

  private Params group(Structure group) {
    return Groups.view(group)
        .with("GroupPolicyList", inline(group))
        .with("AttachedManagedPolicies", attached(group));
  }

  private Params role(Structure role) {
    String name = String.valueOf(role.text("RoleName"));
    return Roles.view(role)
        .without("Description")
        .without("MaxSessionDuration")
        .with(
            "InstanceProfileList",
            state.instanceProfiles.all(each -> each.texts("Roles").contains(name)).stream()
                .map(each -> profiles.view(each).without("Tags"))
                .toList())
        .with("RolePolicyList", inline(role))
        .with("AttachedManagedPolicies", attached(role))
        .with("Tags", role.structures("Tags"));
  }

  private Params policy(Structure policy) {
    List<Params> versions = new ArrayList<>();
    Structure all = policy.map("Versions");
    for (String id : all.keySet()) {
      versions.add(
          Params.of(
              "Document", Documents.encoded(String.valueOf(all.text(id, "Document"))),
              "VersionId", id,
              "IsDefaultVersion", id.equals(policy.text("DefaultVersionId")),
              "CreateDate", all.instant(id, "CreateDate")));
    }
    return managed.view(policy).without("Tags").with("PolicyVersionList", versions);
  }
}
