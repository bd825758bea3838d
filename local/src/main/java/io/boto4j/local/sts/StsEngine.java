package io.boto4j.local.sts;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.engine.Principals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The STS of one account. */
public final class StsEngine implements Engine, Principals {
  private static final int HALF_A_DAY = 43_200;

  private final EngineContext context;
  private final OperationTable table;
  private final Sessions sessions;
  private final AssumedRoles roles;

  StsEngine(EngineContext context) {
    this.context = context;
    this.table = new OperationTable(context.store());
    this.sessions = new Sessions(context);
    this.roles = new AssumedRoles(context, sessions);
    roles.register(table);
    table.write("GetSessionToken", this::sessionToken);
    table.write("GetFederationToken", this::federationToken);
    table.read("GetCallerIdentity", this::callerIdentity);
    table.read("GetAccessKeyInfo", this::accessKeyInfo);
    table.read("DecodeAuthorizationMessage", this::decode);
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
    return sessions.principal(accessKeyId);
  }

  /**
   * Returns a session.
   *
   * @param accessKeyId the access key of its credentials
   * @return what is known of the session, such as {@code Role}, {@code User}, {@code Policy},
   *     {@code PolicyArns} and {@code Tags}; null if there is none
   */
  public @Nullable Structure session(String accessKeyId) {
    return sessions.find(accessKeyId);
  }

  /**
   * Assumes a role for a service, such as Lambda for a function. The trust policy of the role
   * decides.
   *
   * @param service the principal, such as {@code lambda.amazonaws.com}
   * @param roleArn the ARN of the role
   * @param name the name of the session
   * @return credentials for twelve hours, as AssumeRole returns them; null if the role does not
   *     exist
   * @throws EngineException if the role does not trust the service
   */
  public @Nullable Structure assumeForService(String service, String roleArn, String name) {
    return table.change(
        () -> {
          Params assumed = roles.forService(service, roleArn, name);
          return Optional.ofNullable(assumed).map(Structures::of).orElse(null);
        });
  }

  private static int duration(EngineCall call, int otherwise) {
    Integer seconds = call.input().integer("DurationSeconds");
    return seconds == null ? otherwise : seconds;
  }

  private Map<String, ?> sessionToken(EngineCall call) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("User", call.caller().arn());
    details.put("Mfa", call.input().text("TokenCode") != null);
    Params credentials =
        sessions.issue(call.caller().arn(), userId(call), duration(call, HALF_A_DAY), details);
    return Params.of("Credentials", credentials);
  }

  private Map<String, ?> federationToken(EngineCall call) {
    Structure input = call.input();
    String policy = input.text("Policy");
    if (policy != null && policy.length() > 2048) {
      throw new EngineException(
          "ValidationError",
          "1 validation error detected: Value '"
              + policy
              + "' at 'policy' failed to satisfy constraint: Member must have length less than or"
              + " equal to 2048");
    }
    String name = String.valueOf(input.text("Name"));
    AssumedRoles.checkCharacters(name, "name");
    AssumedRoles.checkPolicy(policy);
    String account = context.account();
    String arn =
        "arn:" + Partition.of(context.region()) + ":sts::" + account + ":federated-user/" + name;
    String userId = account + ":" + name;
    Map<String, Object> details = Sessions.policies(input);
    details.put("User", call.caller().arn());
    details.put("Federated", true);
    return Params.of(
        "Credentials", sessions.issue(arn, userId, duration(call, HALF_A_DAY), details),
        "FederatedUser", Params.of("FederatedUserId", userId, "Arn", arn),
        "PackedPolicySize", AssumedRoles.packedSize(input));
  }

  private Map<String, ?> callerIdentity(EngineCall call) {
    return Params.of(
        "UserId", userId(call),
        "Account", call.caller().account(),
        "Arn", call.caller().arn());
  }

  /** The unique id of the caller. */
  private String userId(EngineCall call) {
    String arn = call.caller().arn();
    Structure session = sessions.find(call.caller().accessKeyId());
    if (session != null) {
      return String.valueOf(session.text("UserId"));
    }
    if (arn.contains(":user/")) {
      try {
        Map<String, ?> answer =
            context.call(
                "iam", "GetUser", Map.of("UserName", arn.substring(arn.lastIndexOf('/') + 1)));
        return String.valueOf(Structures.of(answer).text("User", "UserId"));
      } catch (EngineException e) {
        return call.caller().accessKeyId();
      }
    }
    return call.caller().account();
  }

  private Map<String, ?> accessKeyInfo(EngineCall call) {
    String account = Principals.accountOf(String.valueOf(call.input().text("AccessKeyId")));
    return Params.of("Account", account == null ? call.caller().account() : account);
  }

  private Map<String, ?> decode(EngineCall call) {
    String message = String.valueOf(call.input().text("EncodedMessage"));
    return Params.of("DecodedMessage", EncodedMessage.decode(message));
  }
}
