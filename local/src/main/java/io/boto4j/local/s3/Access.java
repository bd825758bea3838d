package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about calls by the policy and the ACL of a bucket. Principals of the account that owns
 * the bucket may do everything that its policy does not deny; whether their own policies allow it
 * is not decided here.
 */
final class Access {
  private static final PolicyDocument EVERYTHING =
      PolicyDocument.parse(
          "everything",
          "Identity",
          "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

  /** The owner's root user can always repair a policy. */
  private static final Set<String> REPAIRS =
      Set.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

  /** The permission of an ACL that allows an action. */
  private static final Map<String, String> BY_ACL =
      Map.ofEntries(
          Map.entry("s3:GetObject", "READ"),
          Map.entry("s3:GetObjectVersion", "READ"),
          Map.entry("s3:GetObjectAttributes", "READ"),
          Map.entry("s3:GetObjectAcl", "READ_ACP"),
          Map.entry("s3:PutObjectAcl", "WRITE_ACP"),
          Map.entry("s3:ListBucket", "READ"),
          Map.entry("s3:ListBucketVersions", "READ"),
          Map.entry("s3:ListBucketMultipartUploads", "READ"),
          Map.entry("s3:PutObject", "WRITE"),
          Map.entry("s3:DeleteObject", "WRITE"),
          Map.entry("s3:GetBucketAcl", "READ_ACP"),
          Map.entry("s3:PutBucketAcl", "WRITE_ACP"));

  private Access() {}

  /**
   * Throws unless a caller may do something.
   *
   * @param state finds the object, whose ACL may allow it
   * @param bucket the bucket
   * @param action the action, such as {@code s3:GetObject}
   * @param key the key of an object, or null
   * @param call the call
   */
  static void check(
      S3State state, Bucket bucket, String action, @Nullable String key, EngineCall call) {
    EngineCall.Caller caller = call.caller();
    boolean anonymous = caller.arn().isEmpty();
    boolean owner = !anonymous && caller.account().equals(bucket.account());
    String policy = bucket.document().text("Policy");
    if (owner && policy == null) {
      return;
    }
    String resource = key == null ? bucket.arn() : bucket.arn() + "/" + key;
    if (policy != null && !(owner && REPAIRS.contains(action))) {
      Decision decision = decide(bucket, policy, action, resource, call);
      if (decision.outcome() == Decision.Outcome.EXPLICIT_DENY) {
        throw denied(caller, action, resource, " with an explicit deny in a resource-based policy");
      }
      if (decision.isAllowed()) {
        return;
      }
    }
    if (!owner && !isAllowedByAcl(state, bucket, action, key, call)) {
      throw anonymous
          ? S3Errors.accessDenied()
          : denied(
              caller,
              action,
              resource,
              " because no resource-based policy allows the " + action + " action");
    }
  }

  private static RuntimeException denied(
      EngineCall.Caller caller, String action, String resource, String why) {
    return caller.arn().isEmpty()
        ? S3Errors.accessDenied()
        : S3Errors.of(
            403,
            "AccessDenied",
            "User: "
                + caller.arn()
                + " is not authorized to perform: "
                + action
                + " on resource: \""
                + resource
                + "\""
                + why);
  }

  private static Decision decide(
      Bucket bucket, String policy, String action, String resource, EngineCall call) {
    EngineCall.Caller caller = call.caller();
    PolicyPrincipal principal =
        caller.arn().isEmpty()
            ? PolicyPrincipal.aws("anonymous", "anonymous", null)
            : PolicyPrincipal.aws(caller.arn(), caller.account(), null);
    return PolicyEvaluator.evaluate(
        new PolicyRequest(
            principal,
            action,
            resource,
            bucket.account(),
            conditions(call),
            List.of(EVERYTHING),
            null,
            null,
            PolicyDocument.parse("bucket", "Resource", policy),
            false));
  }

  /** The condition keys of S3 that the input has. */
  private static Map<String, List<String>> conditions(EngineCall call) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    Structure input = call.input();
    add(keys, "s3:x-amz-acl", input.get("ACL"));
    add(keys, "s3:x-amz-server-side-encryption", input.get("ServerSideEncryption"));
    add(keys, "s3:x-amz-server-side-encryption-aws-kms-key-id", input.get("SSEKMSKeyId"));
    add(keys, "s3:x-amz-storage-class", input.get("StorageClass"));
    add(keys, "s3:prefix", input.get("Prefix"));
    add(keys, "s3:delimiter", input.get("Delimiter"));
    add(keys, "s3:max-keys", input.get("MaxKeys"));
    add(keys, "s3:VersionId", input.get("VersionId"));
    add(keys, "s3:if-match", input.get("IfMatch"));
    add(keys, "s3:if-none-match", input.get("IfNoneMatch"));
    if (!call.caller().arn().isEmpty()) {
      add(keys, "aws:PrincipalArn", call.caller().arn());
      add(keys, "aws:PrincipalAccount", call.caller().account());
    }
    return keys;
  }

  private static void add(Map<String, List<String>> keys, String name, @Nullable Object value) {
    if (value != null) {
      keys.put(name, List.of(String.valueOf(value)));
    }
  }

  private static boolean isAllowedByAcl(
      S3State state, Bucket bucket, String action, @Nullable String key, EngineCall call) {
    String permission = BY_ACL.get(action);
    if (permission == null) {
      return false;
    }
    Structure acl = bucket.document().map("Acl");
    if (key != null && !permission.equals("WRITE")) {
      ObjectVersion version = state.versions.newest(bucket.name(), key);
      if (version == null) {
        return Acls.allows(acl, "READ", call.caller());
      }
      acl = version.document().map("Acl");
    }
    return Acls.allows(acl, permission, call.caller());
  }
}
