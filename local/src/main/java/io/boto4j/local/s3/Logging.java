package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Logging configurations, which are checked and stored. */
final class Logging {
  private static final String GROUP = "http://acs.amazonaws.com/groups/s3/LogDelivery";

  private static final Set<String> PERMISSIONS = Set.of("FULL_CONTROL", "READ", "WRITE");

  private final S3State state;

  Logging(S3State state) {
    this.state = state;
  }

  void check(Bucket bucket, Structure configuration) {
    Structure logging = configuration.structure("LoggingEnabled");
    if (logging == null) {
      return;
    }
    String name = logging.text("TargetBucket");
    boolean granted =
        logging.structures("TargetGrants").stream()
            .allMatch(grant -> PERMISSIONS.contains(Documents.text(grant, "Permission", "")));
    if (name == null || logging.text("TargetPrefix") == null || !granted) {
      throw S3Errors.malformedXml();
    }
    Bucket target = state.find(name);
    if (target == null || !target.account().equals(bucket.account())) {
      throw invalid("The target bucket for logging does not exist", name);
    }
    if (!target.region().equals(bucket.region())) {
      throw S3Errors.of(
          403, "CrossLocationLoggingProhibited", "Cross S3 location logging not allowed. ");
    }
    if (!allowsByAcl(target) && !allowsByPolicy(target, logging)) {
      throw invalid(
          "You must either provide the necessary permissions to the logging service using a bucket"
              + " policy or give the log-delivery group WRITE and READ_ACP permissions to the target"
              + " bucket",
          name);
    }
  }

  private static RuntimeException invalid(String message, String bucket) {
    return S3Errors.of(400, "InvalidTargetBucketForLogging", message, "TargetBucket", bucket);
  }

  private static boolean allowsByAcl(Bucket target) {
    boolean write = false;
    boolean read = false;
    for (Structure grant : target.document().structures("Acl", "Grants")) {
      if (GROUP.equals(grant.text("Grantee", "URI"))) {
        String permission = grant.text("Permission");
        write |= "WRITE".equals(permission) || "FULL_CONTROL".equals(permission);
        read |= "READ_ACP".equals(permission) || "FULL_CONTROL".equals(permission);
      }
    }
    return write && read;
  }

  private static boolean allowsByPolicy(Bucket target, Structure logging) {
    String policy = target.document().text("Policy");
    if (policy == null) {
      return false;
    }
    String key = Documents.text(logging, "TargetPrefix", "") + "log";
    return PolicyEvaluator.evaluate(
            new PolicyRequest(
                new PolicyPrincipal(
                    "Service", "logging.s3.amazonaws.com", target.account(), null, Set.of()),
                "s3:PutObject",
                target.arn() + "/" + key,
                target.account(),
                Map.of("aws:SourceAccount", List.of(target.account())),
                List.of(),
                null,
                null,
                PolicyDocument.parse("bucket", "Resource", policy),
                true))
        .isAllowed();
  }
}
