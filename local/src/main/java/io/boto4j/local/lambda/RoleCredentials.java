package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.sts.StsEngine;
import java.util.Map;

/** The credentials with which a function calls AWS: those of a session of its role. */
final class RoleCredentials {
  private RoleCredentials() {}

  /**
   * Returns the environment variables that hold credentials.
   *
   * @throws EngineException if the role does not trust Lambda
   */
  static Map<String, String> of(EngineContext context, String role, String function) {
    Structure assumed = null;
    if (context.engine("sts") instanceof StsEngine sts) {
      try {
        assumed = sts.assumeForService("lambda.amazonaws.com", role, function);
      } catch (EngineException e) {
        throw LambdaErrors.of(
            "AccessDeniedException",
            "The role defined for the function cannot be assumed by Lambda.");
      }
    }
    if (assumed == null) {
      // An access key of 12 digits chooses the account, whose root it belongs to.
      return Map.of(
          "AWS_ACCESS_KEY_ID", context.account(), "AWS_SECRET_ACCESS_KEY", "boto4j-local");
    }
    return Map.of(
        "AWS_ACCESS_KEY_ID", Functions.text(assumed, "Credentials", "AccessKeyId"),
        "AWS_SECRET_ACCESS_KEY", Functions.text(assumed, "Credentials", "SecretAccessKey"),
        "AWS_SESSION_TOKEN", Functions.text(assumed, "Credentials", "SessionToken"));
  }
}
