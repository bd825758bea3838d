package io.boto4j.local.sts;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The three ways to assume a role.
 *
 * <p>The trust policy of the role decides. A role whose trust policy is only a placeholder trusts
 * everybody; so does one that does not exist in an account of others, or that an identity provider
 * vouches for, because such roles are often not created in tests.
 */
final class AssumedRoles {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");
  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):role/(?:.*/)?([^/]+)");
  private static final int HOUR = 3600;
  private static final PolicyDocument ALLOW_ALL =
      PolicyDocument.parse(
          "all",
          "none",
          "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  private final EngineContext context;
  private final Sessions sessions;

  AssumedRoles(EngineContext context, Sessions sessions) {
    this.context = context;
    this.sessions = sessions;
  }

  void register(OperationTable table) {
    table.write("AssumeRole", this::assumeRole);
    table.write("AssumeRoleWithWebIdentity", this::withWebIdentity);
    table.write("AssumeRoleWithSAML", this::withSaml);
  }

  /** A role by ARN, which need not exist. */
  private record Role(String arn, String account, String name, @Nullable Structure stored) {}

  private Role role(Structure input) {
    String arn = String.valueOf(input.text("RoleArn"));
    Matcher matcher = ROLE_ARN.matcher(arn);
    if (!matcher.matches()) {
      throw new EngineException("ValidationError", arn + " is invalid");
    }
    Structure stored = null;
    try {
      Map<String, ?> answer =
          context
              .world(matcher.group(1), context.region())
              .call("iam", "GetRole", Map.of("RoleName", matcher.group(2)));
      stored = Structures.of(answer).structure("Role");
    } catch (EngineException e) {
      stored = null;
    }
    if (stored != null && !arn.equals(stored.text("Arn"))) {
      stored = null;
    }
    return new Role(arn, matcher.group(1), matcher.group(2), stored);
  }

  private static @Nullable PolicyDocument trust(Structure role) {
    String encoded = String.valueOf(role.text("AssumeRolePolicyDocument"));
    try {
      PolicyDocument trust =
          PolicyDocument.parse(
              String.valueOf(role.text("Arn")),
              "Trust",
              URLDecoder.decode(encoded, StandardCharsets.UTF_8));
      return trust.isEmpty() ? null : trust;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static EngineException denied(String who, String action, Role role) {
    return new EngineException(
        "AccessDenied",
        who + " is not authorized to perform: " + action + " on resource: " + role.arn(),
        403,
        Map.of());
  }

  private void checkTrust(
      Role role, PolicyPrincipal principal, String action, Map<String, List<String>> keys) {
    PolicyDocument trust = role.stored() == null ? null : trust(role.stored());
    if (trust == null) {
      return;
    }
    Decision decision =
        PolicyEvaluator.evaluate(
            new PolicyRequest(
                principal,
                action,
                role.arn(),
                role.account(),
                keys,
                List.of(ALLOW_ALL),
                null,
                null,
                trust,
                true));
    if (!decision.isAllowed()) {
      throw principal.kind().equals("AWS")
          ? denied("User: " + principal.arn(), action, role)
          : new EngineException(
              "AccessDenied", "Not authorized to perform " + action, 403, Map.of());
    }
  }

  private Map<String, ?> assumeRole(EngineCall call) {
    Structure input = call.input();
    Role role = role(input);
    String name = checkName(String.valueOf(input.text("RoleSessionName")));
    checkPolicy(input.text("Policy"));
    String caller = call.caller().arn();
    if (role.stored() == null && role.account().equals(call.caller().account())) {
      throw denied("User: " + caller, "sts:AssumeRole", role);
    }
    Structure own = sessions.find(call.caller().accessKeyId());
    String callersRole = own == null ? null : own.text("Role");
    Map<String, List<String>> keys = keys(call, name);
    put(keys, "sts:ExternalId", input.text("ExternalId"));
    put(keys, "sts:SourceIdentity", input.text("SourceIdentity"));
    if (input.text("TokenCode") != null) {
      keys.put("aws:MultiFactorAuthPresent", List.of("true"));
    }
    checkTrust(
        role,
        PolicyPrincipal.aws(caller, call.caller().account(), callersRole),
        "sts:AssumeRole",
        keys);
    int seconds = duration(input, role, callersRole != null);
    Map<String, Object> details = Sessions.policies(input);
    details.put("Tags", tags(input));
    String identity = input.text("SourceIdentity");
    if (identity != null) {
      details.put("SourceIdentity", identity);
    }
    details.put("Mfa", input.text("TokenCode") != null);
    return issue(role, name, seconds, details)
        .with("PackedPolicySize", packedSize(input))
        .with("SourceIdentity", identity);
  }

  /** The credentials of a service that assumes a role; null if the role does not exist. */
  @Nullable Params forService(String service, String roleArn, String name) {
    Role role = role(Structures.of(Map.of("RoleArn", roleArn)));
    if (role.stored() == null) {
      return null;
    }
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("aws:SourceAccount", List.of(role.account()));
    checkTrust(
        role,
        new PolicyPrincipal("Service", service, role.account(), null, Set.of()),
        "sts:AssumeRole",
        keys);
    return issue(role, name, 12 * HOUR, new LinkedHashMap<>());
  }

  private static Map<String, String> tags(Structure input) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Structure tag : input.structures("Tags")) {
      tags.put(String.valueOf(tag.text("Key")), String.valueOf(tag.text("Value")));
    }
    return tags;
  }

  private Map<String, List<String>> keys(EngineCall call, String sessionName) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("sts:RoleSessionName", List.of(sessionName));
    keys.put("aws:CurrentTime", List.of(context.clock().instant().toString()));
    keys.put("aws:EpochTime", List.of(String.valueOf(context.clock().instant().getEpochSecond())));
    keys.put("aws:PrincipalArn", List.of(call.caller().arn()));
    keys.put("aws:PrincipalAccount", List.of(call.caller().account()));
    String arn = call.caller().arn();
    if (arn.contains(":user/")) {
      keys.put("aws:username", List.of(arn.substring(arn.lastIndexOf('/') + 1)));
    }
    return keys;
  }

  private static void put(Map<String, List<String>> keys, String key, @Nullable String value) {
    if (value != null) {
      keys.put(key, List.of(value));
    }
  }

  private static String checkName(String name) {
    checkCharacters(name, "roleSessionName");
    if (name.length() > 64) {
      throw new EngineException(
          "ValidationError",
          "1 validation error detected: Value '"
              + name
              + "' at 'roleSessionName' failed to satisfy constraint: Member must have length less"
              + " than or equal to 64");
    }
    return name;
  }

  static void checkCharacters(String name, String member) {
    if (!NAME.matcher(name).matches()) {
      throw new EngineException(
          "ValidationError",
          "1 validation error detected: Value '"
              + name
              + "' at '"
              + member
              + "' failed to satisfy constraint: Member must satisfy regular expression pattern: "
              + NAME.pattern());
    }
  }

  static void checkPolicy(@Nullable String policy) {
    if (policy != null) {
      try {
        PolicyDocument.parse("session", "Session", policy);
      } catch (IllegalArgumentException e) {
        throw new EngineException("MalformedPolicyDocumentException", "Syntax errors in policy.");
      }
    }
  }

  /** The share of the space for session policies and tags that is used, in percent. */
  static @Nullable Integer packedSize(Structure input) {
    String policy = input.text("Policy");
    int size = policy == null ? 0 : policy.length();
    size += 30 * (input.structures("PolicyArns").size() + input.structures("Tags").size());
    return size == 0 ? null : Math.max(1, Math.min(100, size * 100 / 2048));
  }

  private static int duration(Structure input, Role role, boolean chained) {
    Integer wanted = input.integer("DurationSeconds");
    if (wanted == null) {
      return HOUR;
    }
    if (chained && wanted > HOUR) {
      throw new EngineException(
          "ValidationError",
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining");
    }
    Integer max = role.stored() == null ? null : role.stored().integer("MaxSessionDuration");
    if (max != null && wanted > max) {
      throw new EngineException(
          "ValidationError",
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    return wanted;
  }

  /** Issues the credentials in the account of the role. */
  private Params issue(Role role, String name, int seconds, Map<String, Object> details) {
    EngineContext home =
        role.account().equals(context.account())
            ? context
            : context.world(role.account(), context.region());
    String arn =
        "arn:"
            + Partition.of(context.region())
            + ":sts::"
            + role.account()
            + ":assumed-role/"
            + role.name()
            + "/"
            + name;
    String roleId =
        role.stored() == null
            ? Principals.newId("AROA", role.account(), 21, context.random())
            : String.valueOf(role.stored().text("RoleId"));
    String userId = roleId + ":" + name;
    details.put("Role", role.arn());
    Sessions place = home == context ? sessions : new Sessions(home);
    return Params.of(
        "Credentials", place.issue(arn, userId, seconds, details),
        "AssumedRoleUser", Params.of("AssumedRoleId", userId, "Arn", arn));
  }

  private Map<String, ?> withWebIdentity(EngineCall call) {
    Structure input = call.input();
    Role role = role(input);
    String name = checkName(String.valueOf(input.text("RoleSessionName")));
    checkPolicy(input.text("Policy"));
    WebIdentity identity = WebIdentity.read(String.valueOf(input.text("WebIdentityToken")));
    if (identity.isExpired(context.clock().instant())) {
      throw new EngineException(
          "ExpiredTokenException", "Token expired: current date/time is after the expiration date");
    }
    String provider = identity.provider();
    Map<String, List<String>> keys = keys(call, name);
    if (provider != null) {
      put(keys, provider + ":sub", identity.subject());
      put(keys, provider + ":aud", identity.audience());
      put(keys, provider + ":amr", identity.authenticationMethod());
      PolicyPrincipal principal =
          new PolicyPrincipal(
              "Federated",
              "arn:"
                  + Partition.of(context.region())
                  + ":iam::"
                  + role.account()
                  + ":oidc-provider/"
                  + provider,
              role.account(),
              null,
              Set.of(provider));
      checkTrust(role, principal, "sts:AssumeRoleWithWebIdentity", keys);
    } else if (role.stored() != null && trust(role.stored()) != null) {
      throw new EngineException(
          "InvalidIdentityTokenException",
          "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
              + " Token)");
    }
    Map<String, Object> details = Sessions.policies(input);
    return issue(role, name, duration(input, role, false), details)
        .with("SubjectFromWebIdentityToken", identity.subject())
        .with("Provider", provider == null ? input.text("ProviderId") : provider)
        .with("Audience", identity.audience())
        .with("PackedPolicySize", packedSize(input));
  }

  private Map<String, ?> withSaml(EngineCall call) {
    Structure input = call.input();
    Role role = role(input);
    checkPolicy(input.text("Policy"));
    SamlAssertion assertion = SamlAssertion.read(String.valueOf(input.text("SAMLAssertion")));
    String name = checkName(assertion.sessionName());
    Map<String, List<String>> keys = keys(call, name);
    keys.put("saml:aud", List.of("https://signin.aws.amazon.com/saml"));
    put(keys, "saml:sub", assertion.subject());
    put(keys, "saml:iss", assertion.issuer());
    checkTrust(
        role,
        new PolicyPrincipal(
            "Federated",
            String.valueOf(input.text("PrincipalArn")),
            role.account(),
            null,
            Set.of()),
        "sts:AssumeRoleWithSAML",
        keys);
    Integer wanted = input.integer("DurationSeconds");
    int seconds = wanted == null ? HOUR : duration(input, role, false);
    Integer asserted = assertion.sessionDuration();
    if (asserted != null) {
      seconds = wanted == null ? asserted : Math.min(wanted, asserted);
    }
    Map<String, Object> details = Sessions.policies(input);
    return issue(role, name, seconds, details)
        .with("PackedPolicySize", packedSize(input))
        .with("Subject", assertion.subject())
        .with("SubjectType", assertion.subjectType())
        .with("Issuer", assertion.issuer())
        .with("Audience", "https://signin.aws.amazon.com/saml")
        .with(
            "NameQualifier",
            assertion.nameQualifier(role.account(), String.valueOf(input.text("PrincipalArn"))));
  }
}
