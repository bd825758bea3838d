package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.engine.Principals.Principal;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import io.boto4j.local.sts.StsEngine;
import io.boto4j.local.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever calls, of all accounts of a process: finds the holders of access keys, and decides what
 * they may do. The door in front of the engines asks it.
 */
public final class Identities {
  private final Worlds worlds;
  private final ResourcePolicies resourcePolicies;

  /**
   * Creates the view of some worlds.
   *
   * @param worlds the worlds, which should emulate IAM and STS
   */
  public Identities(Worlds worlds) {
    this.worlds = worlds;
    this.resourcePolicies = new ResourcePolicies(worlds);
  }

  private @Nullable IamEngine iam(String account, String region) {
    return worlds.engine(account, region, "iam") instanceof IamEngine iam ? iam : null;
  }

  private @Nullable StsEngine sts(String account, String region) {
    return worlds.engine(account, region, "sts") instanceof StsEngine sts ? sts : null;
  }

  /**
   * Returns the holder of an access key.
   *
   * @param accessKeyId the access key
   * @param region the region of the call, which determines the partition
   * @return the principal, whose credentials may be inactive or expired; null for keys that no
   *     engine has issued
   */
  public @Nullable Principal find(String accessKeyId, String region) {
    String account = Principals.accountOf(accessKeyId);
    if (account == null) {
      return null;
    }
    boolean temporary = accessKeyId.startsWith("ASIA");
    Principals engine = temporary ? sts(account, region) : iam(account, region);
    return engine == null ? null : engine.find(accessKeyId);
  }

  /**
   * Records the use of an access key, and of the role of its session.
   *
   * @param accessKeyId the access key
   * @param service the service that was called
   * @param region the region
   */
  public void used(String accessKeyId, String service, String region) {
    String account = Principals.accountOf(accessKeyId);
    IamEngine iam = account == null ? null : iam(account, region);
    if (iam == null) {
      return;
    }
    if (!accessKeyId.startsWith("ASIA")) {
      iam.used(accessKeyId, service, region);
      return;
    }
    StsEngine sts = sts(String.valueOf(account), region);
    Structure session = sts == null ? null : sts.session(accessKeyId);
    String role = session == null ? null : session.text("Role");
    if (role != null) {
      iam.roleUsed(role.substring(role.lastIndexOf('/') + 1), region);
    }
  }

  /**
   * Decides whether a call is allowed.
   *
   * @param caller who calls; the account's root user may do everything that no resource denies
   * @param service the service, such as {@code dynamodb}
   * @param operation the operation
   * @param input the input
   * @param region the region of the call
   * @param transport what the connection adds to the context, such as {@code aws:SourceIp}
   * @return the message of the refusal, or null if the call is allowed
   */
  public @Nullable String refusal(
      EngineCall.Caller caller,
      String service,
      String operation,
      Structure input,
      String region,
      Map<String, List<String>> transport) {
    for (Actions.Need each : Actions.of(service, operation, input, region, caller.account())) {
      Actions.Need need = resourcePolicies.resolved(each, region);
      Decision decision = decide(caller, need, region, transport);
      if (!decision.isAllowed()) {
        return decision.message(caller.arn(), need.action(), need.resource());
      }
    }
    return null;
  }

  private Decision decide(
      EngineCall.Caller caller,
      Actions.Need need,
      String region,
      Map<String, List<String>> transport) {
    IamEngine iam = iam(caller.account(), region);
    StsEngine sts = sts(caller.account(), region);
    Structure session = sts == null ? null : sts.session(caller.accessKeyId());
    String role = session == null ? null : session.text("Role");
    String user = session == null ? caller.arn() : session.text("User");
    Structure entity = null;
    if (iam != null) {
      entity =
          role == null
              ? iam.entity(String.valueOf(user))
              : iam.role(role.substring(role.lastIndexOf('/') + 1));
    }
    List<PolicyDocument> identity = new ArrayList<>();
    PolicyDocument boundary = null;
    if (entity != null && iam != null) {
      identity.addAll(iam.policies(entity));
      boundary = iam.boundary(entity);
    } else if (user != null && user.endsWith(":root")) {
      identity.add(ALL);
    }
    PolicyDocument resourcePolicy =
        resourcePolicies.of(need.service(), need.resource(), need.resourceAccount(), region);
    return PolicyEvaluator.evaluate(
        new PolicyRequest(
            PolicyPrincipal.aws(caller.arn(), caller.account(), role),
            need.action(),
            need.resource(),
            need.resourceAccount(),
            context(caller, need, region, session, entity, transport),
            identity,
            boundary,
            sessionPolicies(session, iam),
            resourcePolicy,
            resourcePolicy != null && need.service().equals("kms")));
  }

  private static final PolicyDocument ALL =
      PolicyDocument.parse(
          "root",
          PrincipalPolicies.TYPE,
          "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  private static @Nullable List<PolicyDocument> sessionPolicies(
      @Nullable Structure session, @Nullable IamEngine iam) {
    if (session == null) {
      return null;
    }
    List<PolicyDocument> policies = new ArrayList<>();
    String text = session.text("Policy");
    if (text != null) {
      policies.add(PolicyDocument.parse("session", "Session Policy", text));
    }
    for (String arn : session.texts("PolicyArns")) {
      PolicyDocument managed = iam == null ? null : iam.managedPolicy(arn);
      if (managed != null) {
        policies.add(managed);
      }
    }
    boolean limited = text != null || !session.texts("PolicyArns").isEmpty();
    // A federated user without policies may do nothing; a role session is not limited.
    return limited || Boolean.TRUE.equals(session.bool("Federated")) ? policies : null;
  }

  private Map<String, List<String>> context(
      EngineCall.Caller caller,
      Actions.Need need,
      String region,
      @Nullable Structure session,
      @Nullable Structure entity,
      Map<String, List<String>> transport) {
    Map<String, List<String>> context = new LinkedHashMap<>(transport);
    Instant now = worlds.clock().instant();
    context.put("aws:CurrentTime", List.of(now.toString()));
    context.put("aws:EpochTime", List.of(String.valueOf(now.getEpochSecond())));
    context.put("aws:RequestedRegion", List.of(region));
    context.put("aws:PrincipalAccount", List.of(caller.account()));
    context.put("aws:ResourceAccount", List.of(need.resourceAccount()));
    String role = session == null ? null : session.text("Role");
    context.put("aws:PrincipalArn", List.of(role == null ? caller.arn() : role));
    if (caller.arn().endsWith(":root")) {
      context.put("aws:PrincipalType", List.of("Account"));
    } else if (role != null) {
      context.put("aws:PrincipalType", List.of("AssumedRole"));
    } else {
      context.put("aws:PrincipalType", List.of(session == null ? "User" : "FederatedUser"));
    }
    if (session != null) {
      context.put("aws:userid", List.of(String.valueOf(session.text("UserId"))));
      context.put("aws:TokenIssueTime", List.of(String.valueOf(session.instant("Issued"))));
      context.put(
          "aws:MultiFactorAuthPresent",
          List.of(String.valueOf(Boolean.TRUE.equals(session.bool("Mfa")))));
      String identity = session.text("SourceIdentity");
      if (identity != null) {
        context.put("aws:SourceIdentity", List.of(identity));
      }
    }
    if (entity != null) {
      String name = entity.text("UserName");
      if (name != null) {
        context.put("aws:username", List.of(name));
        context.putIfAbsent("aws:userid", List.of(String.valueOf(entity.text("UserId"))));
      }
      for (Structure tag : entity.structures("Tags")) {
        context.put(
            "aws:PrincipalTag/" + tag.text("Key"), List.of(String.valueOf(tag.text("Value"))));
      }
    }
    if (session != null) {
      session
          .map("Tags")
          .forEach(
              (key, value) ->
                  context.put("aws:PrincipalTag/" + key, List.of(String.valueOf(value))));
    }
    need.keys().forEach((key, values) -> context.put(key.toLowerCase(Locale.ROOT), values));
    return context;
  }
}
