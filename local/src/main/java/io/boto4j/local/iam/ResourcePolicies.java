package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.world.Worlds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies of resources, which their engines are asked for. */
final class ResourcePolicies {
  private final Worlds worlds;

  ResourcePolicies(Worlds worlds) {
    this.worlds = worlds;
  }

  /** The policy of a resource, or null if it has none. */
  @Nullable PolicyDocument of(String service, String resource, String account, String region) {
    String[] arn = resource.split(":", 6);
    if (arn.length < 6) {
      return null;
    }
    String name = arn[5];
    String text =
        switch (service) {
          case "s3" ->
              answer(
                      service,
                      "GetBucketPolicy",
                      Map.of("Bucket", name.split("/", 2)[0]),
                      account,
                      region)
                  .text("Policy");
          case "sqs" ->
              answer(
                      service,
                      "GetQueueAttributes",
                      Map.of(
                          "QueueUrl",
                          "http://localhost/" + arn[4] + "/" + name,
                          "AttributeNames",
                          List.of("Policy")),
                      account,
                      region)
                  .text("Attributes", "Policy");
          case "sns" ->
              answer(service, "GetTopicAttributes", Map.of("TopicArn", resource), account, region)
                  .text("Attributes", "Policy");
          case "kms" ->
              name.startsWith("key/")
                  ? answer(
                          service,
                          "GetKeyPolicy",
                          Map.of("KeyId", name.substring("key/".length())),
                          account,
                          region)
                      .text("Policy")
                  : null;
          case "secretsmanager" ->
              answer(service, "GetResourcePolicy", Map.of("SecretId", resource), account, region)
                  .text("ResourcePolicy");
          case "lambda" ->
              answer(service, "GetPolicy", Map.of("FunctionName", resource), account, region)
                  .text("Policy");
          case "sts" -> trust(resource, account, region);
          default -> null;
        };
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return PolicyDocument.parse(resource, "Resource Policy", text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Returns a need with the full ARN of its resource: of the secret with its suffix, of the key
   * behind an alias, of the user with their path.
   */
  Actions.Need resolved(Actions.Need need, String region) {
    String resource = need.resource();
    String account = need.resourceAccount();
    String last = resource.substring(resource.lastIndexOf('/') + 1);
    String full = null;
    if (need.service().equals("secretsmanager") && resource.contains(":secret:")) {
      full =
          answer("secretsmanager", "DescribeSecret", Map.of("SecretId", resource), account, region)
              .text("ARN");
    } else if (need.service().equals("kms")
        && resource.contains(":alias/")
        && !need.action().endsWith("Alias")) {
      full =
          answer("kms", "DescribeKey", Map.of("KeyId", resource), account, region)
              .text("KeyMetadata", "Arn");
    } else if (need.service().equals("iam") && !last.isEmpty()) {
      for (Kind kind : Kind.values()) {
        if (resource.contains(":" + kind.word + "/")) {
          full =
              answer("iam", "Get" + kind.name, Map.of(kind.nameMember(), last), account, region)
                  .text(kind.name, "Arn");
        }
      }
    }
    return full == null
        ? need
        : new Actions.Need(need.service(), need.action(), full, account, need.keys());
  }

  private @Nullable String trust(String role, String account, String region) {
    if (!role.contains(":role/")) {
      return null;
    }
    String encoded =
        answer(
                "iam",
                "GetRole",
                Map.of("RoleName", role.substring(role.lastIndexOf('/') + 1)),
                account,
                region)
            .text("Role", "AssumeRolePolicyDocument");
    return encoded == null ? null : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  private Structure answer(
      String service, String operation, Map<String, ?> input, String account, String region) {
    Engine engine = worlds.engine(account, region, service);
    if (engine == null || !engine.operations().contains(operation)) {
      return Structures.of(Map.of());
    }
    try {
      String root = "arn:aws:iam::" + account + ":root";
      return Structures.of(
          engine.call(
              new EngineCall(
                  operation,
                  Structures.of(input),
                  new EngineCall.Caller("", root, account),
                  UUID.randomUUID().toString())));
    } catch (EngineException e) {
      // No such resource, or no policy: the call itself reports what is missing.
      return Structures.of(Map.of());
    }
  }
}
