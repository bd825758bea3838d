package io.boto4j.local.kms;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what the policy of a key denies, whether or not policies are enforced otherwise. What it
 * does not allow is refused only with them.
 */
final class KeyPolicies {
  private static final PolicyDocument ALLOW_ALL =
      PolicyDocument.parse(
          "all",
          "none",
          "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  /** The way out for whoever has locked themselves out. */
  private static final Set<String> ALWAYS = Set.of("PutKeyPolicy", "GetKeyPolicy");

  private final Keys keys;

  KeyPolicies(Keys keys) {
    this.keys = keys;
  }

  void check(EngineCall call) {
    String id = call.input().get("KeyId") instanceof String text ? text : null;
    if (id == null || ALWAYS.contains(call.operation())) {
      return;
    }
    Structure key;
    try {
      key = keys.keyOrAlias(id);
    } catch (EngineException e) {
      return;
    }
    String text = String.valueOf(key.text("Policy"));
    if (!text.contains("Deny")) {
      return;
    }
    PolicyDocument policy;
    try {
      policy = PolicyDocument.parse("default", "Key Policy", text);
    } catch (IllegalArgumentException e) {
      return;
    }
    String arn = String.valueOf(key.text("Arn"));
    String action = "kms:" + call.operation();
    Decision decision =
        PolicyEvaluator.evaluate(
            new PolicyRequest(
                PolicyPrincipal.aws(call.caller().arn(), call.caller().account(), null),
                action,
                arn,
                String.valueOf(key.text("Account")),
                Map.of("aws:PrincipalArn", List.of(call.caller().arn())),
                List.of(ALLOW_ALL),
                null,
                null,
                policy,
                false));
    if (decision.outcome() == Decision.Outcome.EXPLICIT_DENY) {
      throw new EngineException(
          "AccessDeniedException", decision.message(call.caller().arn(), action, arn));
    }
  }
}
