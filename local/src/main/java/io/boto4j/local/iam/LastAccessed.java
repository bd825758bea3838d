package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports about the services that an entity may call, and when it last did. */
final class LastAccessed {
  /** The services that reports consider, by the prefix of their actions. */
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("cloudwatch", "Amazon CloudWatch"),
          Map.entry("dynamodb", "Amazon DynamoDB"),
          Map.entry("ec2", "Amazon EC2"),
          Map.entry("events", "Amazon EventBridge"),
          Map.entry("iam", "AWS Identity and Access Management"),
          Map.entry("kms", "AWS Key Management Service"),
          Map.entry("lambda", "AWS Lambda"),
          Map.entry("logs", "Amazon CloudWatch Logs"),
          Map.entry("rds", "Amazon RDS"),
          Map.entry("s3", "Amazon S3"),
          Map.entry("secretsmanager", "AWS Secrets Manager"),
          Map.entry("sns", "Amazon SNS"),
          Map.entry("sqs", "Amazon SQS"),
          Map.entry("ssm", "AWS Systems Manager"),
          Map.entry("sts", "AWS Security Token Service"));

  private final IamState state;
  private final PrincipalPolicies policies;

  LastAccessed(IamState state, PrincipalPolicies policies) {
    this.state = state;
    this.policies = policies;
  }

  void register(OperationTable table) {
    table.write("GenerateServiceLastAccessedDetails", this::generate);
    table.read("GetServiceLastAccessedDetails", this::details);
    table.read("GetServiceLastAccessedDetailsWithEntities", this::entities);
    table.read("ListPoliciesGrantingServiceAccess", this::granting);
  }

  private Map<String, ?> generate(EngineCall call) {
    String arn = String.valueOf(call.input().text("Arn"));
    if (policies.entity(arn) == null && !state.policies.has(arn)) {
      throw IamErrors.noSuchEntity("The entity " + arn + " cannot be found.");
    }
    String id = UUID.randomUUID().toString();
    String granularity = call.input().text("Granularity");
    state.jobs.put(
        id,
        Params.of(
            "Arn",
            arn,
            "JobType",
            granularity == null ? "SERVICE_LEVEL" : granularity,
            "JobCreationDate",
            state.now()));
    return Params.of("JobId", id);
  }

  /** The keys of a user, or of the users that have a policy. */
  private List<Structure> users(String arn) {
    return state.users.all(
        user ->
            arn.equals(user.text("Arn"))
                || user.texts("Attached").contains(arn)
                || user.texts("Groups").stream()
                    .anyMatch(
                        name -> {
                          Structure group = state.groups.find(name);
                          return group != null
                              && (arn.equals(group.text("Arn"))
                                  || group.texts("Attached").contains(arn));
                        }));
  }

  /** The last use of a service with a key of one of these users. */
  private @Nullable Structure lastUse(Structure user, String service) {
    List<Structure> keys =
        state.accessKeys.all(
            key ->
                String.valueOf(user.text("UserName")).equals(key.text("UserName"))
                    && service.equals(key.text("LastUsed", "ServiceName")));
    return keys.isEmpty() ? null : keys.get(0).structure("LastUsed");
  }

  private boolean allows(List<PolicyDocument> documents, String service) {
    PolicyPrincipal anybody =
        PolicyPrincipal.aws(state.arn("user/", "", "any"), state.context.account(), null);
    // A policy grants access to a service if it allows any of its usual actions somewhere.
    return documents.stream().anyMatch(document -> document.mentions(service))
        || PolicyEvaluator.evaluate(
                new PolicyRequest(
                    anybody,
                    service + ":*",
                    "*",
                    state.context.account(),
                    Map.of(),
                    documents,
                    null,
                    null,
                    null,
                    false))
            .isAllowed();
  }

  private List<PolicyDocument> documents(String arn) {
    Structure entity = policies.entity(arn);
    if (entity != null) {
      return policies.of(entity);
    }
    Structure policy = state.policies.find(arn);
    return policy == null
        ? List.of()
        : List.of(
            PolicyDocument.parse(
                arn,
                PrincipalPolicies.TYPE,
                String.valueOf(
                    policy
                        .map("Versions")
                        .text(String.valueOf(policy.text("DefaultVersionId")), "Document"))));
  }

  private Map<String, ?> details(EngineCall call) {
    Structure job = state.jobs.get(call.input().text("JobId"));
    String arn = String.valueOf(job.text("Arn"));
    List<PolicyDocument> documents = documents(arn);
    List<Params> services = new ArrayList<>();
    SERVICES.forEach(
        (namespace, name) -> {
          if (allows(documents, namespace)) {
            int count = 0;
            Structure last = null;
            Structure lastUser = null;
            for (Structure user : users(arn)) {
              Structure use = lastUse(user, namespace);
              if (use != null) {
                count++;
                last = use;
                lastUser = user;
              }
            }
            services.add(
                Params.of(
                    "ServiceName",
                    name,
                    "ServiceNamespace",
                    namespace,
                    "LastAuthenticated",
                    last == null ? null : last.instant("LastUsedDate"),
                    "LastAuthenticatedEntity",
                    lastUser == null ? null : lastUser.text("Arn"),
                    "LastAuthenticatedRegion",
                    last == null ? null : last.text("Region"),
                    "TotalAuthenticatedEntities",
                    count));
          }
        });
    return Pages.of(
            call.input(),
            "ServicesLastAccessed",
            services,
            service -> String.valueOf(service.get("ServiceNamespace")),
            service -> service)
        .with("JobStatus", "COMPLETED")
        .with("JobType", job.text("JobType"))
        .with("JobCreationDate", job.instant("JobCreationDate"))
        .with("JobCompletionDate", job.instant("JobCreationDate"));
  }

  private Map<String, ?> entities(EngineCall call) {
    Structure job = state.jobs.get(call.input().text("JobId"));
    String service = String.valueOf(call.input().text("ServiceNamespace"));
    List<Params> details = new ArrayList<>();
    for (Structure user : users(String.valueOf(job.text("Arn")))) {
      Structure use = lastUse(user, service);
      details.add(
          Params.of(
              "EntityInfo",
              Params.of(
                  "Arn", user.text("Arn"),
                  "Name", user.text("UserName"),
                  "Type", "USER",
                  "Id", user.text("UserId"),
                  "Path", user.text("Path")),
              "LastAuthenticated",
              use == null ? null : use.instant("LastUsedDate")));
    }
    return Params.of(
        "JobStatus",
        "COMPLETED",
        "JobCreationDate",
        job.instant("JobCreationDate"),
        "JobCompletionDate",
        job.instant("JobCreationDate"),
        "EntityDetailsList",
        details,
        "IsTruncated",
        false);
  }

  private Map<String, ?> granting(EngineCall call) {
    String arn = String.valueOf(call.input().text("Arn"));
    Structure entity = policies.entity(arn);
    if (entity == null) {
      throw IamErrors.noSuchEntity("The entity " + arn + " cannot be found.");
    }
    List<Params> grants = new ArrayList<>();
    for (String service : call.input().texts("ServiceNamespaces")) {
      List<Params> found = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        String name = entity.text(kind.nameMember());
        if (name != null) {
          add(entity, kind, name, service, found);
        }
      }
      for (String group : entity.texts("Groups")) {
        add(state.groups.get(group), Kind.GROUP, group, service, found);
      }
      grants.add(Params.of("ServiceNamespace", service, "Policies", found));
    }
    return Params.of("PoliciesGrantingServiceAccess", grants, "IsTruncated", false);
  }

  private void add(Structure entity, Kind kind, String name, String service, List<Params> found) {
    Structure inline = entity.map("Inline");
    for (String policy : inline.keySet()) {
      PolicyDocument document =
          PolicyDocument.parse(policy, PrincipalPolicies.TYPE, String.valueOf(inline.text(policy)));
      if (allows(List.of(document), service)) {
        found.add(
            Params.of(
                "PolicyName",
                policy,
                "PolicyType",
                "INLINE",
                "EntityType",
                kind.name.toUpperCase(Locale.ROOT),
                "EntityName",
                name));
      }
    }
    for (String arn : entity.texts("Attached")) {
      Structure own = state.policies.find(arn);
      Structure policy = own == null ? AwsPolicies.find(arn) : own;
      if (policy != null) {
        PolicyDocument document =
            PolicyDocument.parse(
                arn,
                PrincipalPolicies.TYPE,
                String.valueOf(
                    policy
                        .map("Versions")
                        .text(String.valueOf(policy.text("DefaultVersionId")), "Document")));
        if (allows(List.of(document), service)) {
          found.add(
              Params.of(
                  "PolicyName",
                  policy.text("PolicyName"),
                  "PolicyType",
                  "MANAGED",
                  "PolicyArn",
                  arn));
        }
      }
    }
  }
}
