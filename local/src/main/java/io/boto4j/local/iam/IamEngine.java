package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The IAM of one account. */
public final class IamEngine implements Engine, Principals {
  private final OperationTable table;
  private final IamState state;
  private final AccessKeys keys;
  private final PrincipalPolicies policies;

  IamEngine(EngineContext context) {
    table = new OperationTable(context.store());
    state = new IamState(context);
    keys = new AccessKeys(state);
    ManagedPolicies managed = new ManagedPolicies(state);
    policies = new PrincipalPolicies(state, managed);
    Roles roles = new Roles(state, managed);
    InstanceProfiles profiles = new InstanceProfiles(state);
    MfaDevices devices = new MfaDevices(state);
    new Users(state, managed).register(table);
    new Groups(state).register(table);
    roles.register(table);
    managed.register(table);
    for (Kind kind : Kind.values()) {
      new EntityPolicies(state, managed, kind).register(table);
    }
    keys.register(table);
    profiles.register(table);
    devices.register(table);
    new UserKeys(state).register(table);
    new ServerCertificates(state).register(table);
    new Providers(state).register(table);
    new PasswordPolicy(state).register(table);
    new Account(state, managed, profiles).register(table);
    new CredentialReport(state, keys, devices).register(table);
    new ServiceLinkedRoles(state, roles).register(table);
    new Simulation(state, policies).register(table);
    new LastAccessed(state, policies).register(table);
  }

  @Override
  public Set<String> operations() {
    return table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return table.call(call);
  }

  @Override
  public @Nullable Principal find(String accessKeyId) {
    return keys.find(accessKeyId);
  }

  @Override
  public void used(String accessKeyId, String service, String region) {
    table.change(
        () -> {
          keys.used(accessKeyId, service, region);
          return true;
        });
  }

  /**
   * Returns a user, group or role.
   *
   * @param arn the ARN
   * @return the stored entity, or null
   */
  public @Nullable Structure entity(String arn) {
    return policies.entity(arn);
  }

  /**
   * Returns the role of a name.
   *
   * @param name the name, without the path
   * @return the stored role, or null
   */
  public @Nullable Structure role(String name) {
    return state.roles.find(name);
  }

  /**
   * Records that a role was used.
   *
   * @param name the name of the role
   * @param region the region
   */
  public void roleUsed(String name, String region) {
    Structure role = state.roles.find(name);
    Instant last = role == null ? null : role.instant("LastUsed", "LastUsedDate");
    if (last != null
        && role != null
        && region.equals(role.text("LastUsed", "Region"))
        && last.plusSeconds(60).isAfter(state.now())) {
      return;
    }
    table.change(
        () -> {
          if (state.roles.has(name)) {
            state.roles.edit(
                name, "LastUsed", Map.of("LastUsedDate", state.now(), "Region", region));
          }
          return true;
        });
  }

  /**
   * Returns the policies of a user, with those of the groups, or of a role.
   *
   * @param entity the entity
   * @return the policies
   */
  public List<PolicyDocument> policies(Structure entity) {
    return policies.of(entity);
  }

  /**
   * Returns a managed policy, such as one that limits a session.
   *
   * @param arn the ARN
   * @return the policy, or null
   */
  public @Nullable PolicyDocument managedPolicy(String arn) {
    return policies.managed(arn);
  }

  /**
   * Returns the permissions boundary of a user or role.
   *
   * @param entity the entity
   * @return the policy, or null
   */
  public @Nullable PolicyDocument boundary(Structure entity) {
    return policies.boundary(entity);
  }
}
