package io.boto4j.local.sqs;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queues of other accounts. The policy of a queue decides who else may use it, whether or not
 * policies are enforced otherwise; for everybody else the queue does not exist.
 */
final class SharedQueues {
  private static final Pattern URL = Pattern.compile(".*/(\\d{12})/([^/]+)");
  private static final Pattern ASSUMED_ROLE =
      Pattern.compile("arn:([a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/.*");

  /** The operations that no policy can allow to another account. */
  private static final Set<String> FOR_OWNERS =
      Set.of(
          "AddPermission",
          "CancelMessageMoveTask",
          "CreateQueue",
          "DeleteQueue",
          "ListMessageMoveTasks",
          "ListQueues",
          "ListQueueTags",
          "RemovePermission",
          "SetQueueAttributes",
          "StartMessageMoveTask",
          "TagQueue",
          "UntagQueue");

  private static final PolicyDocument ALLOW_ALL =
      PolicyDocument.parse(
          "all",
          "none",
          "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  private final Queues queues;

  SharedQueues(Queues queues) {
    this.queues = queues;
  }

  /** Returns the engine of the account that a call names, or null if it is this one. */
  @Nullable Engine owner(EngineCall call) {
    String url = call.input().text("QueueUrl");
    Matcher matcher = URL.matcher(url == null ? "" : url);
    String account = null;
    String name = null;
    if (matcher.matches()) {
      account = matcher.group(1);
      name = matcher.group(2);
    } else if (call.operation().equals("GetQueueUrl")) {
      account = call.input().text("QueueOwnerAWSAccountId");
      name = call.input().text("QueueName");
    }
    if (account == null || name == null || account.equals(queues.context.account())) {
      return null;
    }
    EngineContext world = queues.context.world(account, queues.context.region());
    if (world.engine("sqs") instanceof SqsEngine owner && owner.admits(call, name)) {
      return owner;
    }
    throw SqsErrors.noQueue();
  }

  /** Whether the policy of a queue allows a call from another account. */
  boolean admits(EngineCall call, String name) {
    Queue queue = queues.find(name);
    if (queue == null || FOR_OWNERS.contains(call.operation())) {
      return false;
    }
    String text = queues.read(queue, () -> queue.attributes().get("Policy"));
    if (text == null || text.isEmpty()) {
      return false;
    }
    PolicyDocument policy;
    try {
      policy = PolicyDocument.parse(queue.arn, "Resource Policy", text);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String caller = call.caller().arn();
    Decision decision =
        PolicyEvaluator.evaluate(
            new PolicyRequest(
                PolicyPrincipal.aws(caller, call.caller().account(), role(caller)),
                "sqs:" + call.operation().replaceFirst("Batch$", ""),
                queue.arn,
                queues.context.account(),
                keys(call),
                List.of(ALLOW_ALL),
                null,
                null,
                policy,
                false));
    // Conditions on keys that only the enforcement of policies knows are left to it.
    return decision.isAllowed()
        || (decision.outcome() == Decision.Outcome.IMPLICIT_DENY && !decision.missing().isEmpty());
  }

  private static @Nullable String role(String caller) {
    Matcher matcher = ASSUMED_ROLE.matcher(caller);
    return matcher.matches()
        ? "arn:" + matcher.group(1) + ":iam::" + matcher.group(2) + ":role/" + matcher.group(3)
        : null;
  }

  private Map<String, List<String>> keys(EngineCall call) {
    String role = role(call.caller().arn());
    return Map.of(
        "aws:PrincipalArn", List.of(role == null ? call.caller().arn() : role),
        "aws:PrincipalAccount", List.of(call.caller().account()),
        "aws:CurrentTime", List.of(queues.context.clock().instant().toString()),
        "aws:SecureTransport", List.of("true"));
  }
}
