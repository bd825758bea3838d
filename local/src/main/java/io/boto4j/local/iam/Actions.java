package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.local.engine.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The actions on resources that a call needs to be allowed, by the service authorization reference.
 */
final class Actions {
  /** The prefixes of actions, where they are not the name of the service. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "dynamodbstreams", "dynamodb",
          "stepfunctions", "states",
          "elbv2", "elasticloadbalancing",
          "elb", "elasticloadbalancing",
          "cognito-idp", "cognito-idp",
          "s3control", "s3",
          "opensearch", "es",
          "resourcegroupstaggingapi", "tag",
          "sesv2", "ses");

  /** Calls that everybody may make. */
  private static final Set<String> FREE =
      Set.of(
          "sts:GetCallerIdentity",
          "sts:GetSessionToken",
          "sts:AssumeRoleWithSAML",
          "sts:AssumeRoleWithWebIdentity");

  private final String service;
  private final String operation;
  private final Structure input;
  private final String region;
  private final String account;
  private final List<Need> needs = new ArrayList<>();

  /**
   * An action on a resource.
   *
   * @param service the service that owns the resource
   * @param action the action, such as {@code s3:GetObject}
   * @param resource the ARN, or {@code *}
   * @param resourceAccount the account that owns the resource
   * @param keys context keys of the service
   */
  record Need(
      String service,
      String action,
      String resource,
      String resourceAccount,
      Map<String, List<String>> keys) {}

  private Actions(
      String service, String operation, Structure input, String region, String account) {
    this.service = service;
    this.operation = operation;
    this.input = input;
    this.region = region;
    this.account = account;
  }

  static List<Need> of(
      String service, String operation, Structure input, String region, String account) {
    if (FREE.contains(service + ":" + operation)) {
      return List.of();
    }
    Actions actions = new Actions(service, operation, input, region, account);
    switch (service) {
      case "dynamodb", "dynamodbstreams" -> actions.dynamoDb();
      case "s3" -> S3Actions.add(operation, input, actions);
      case "sqs" -> actions.sqs();
      case "sns" -> actions.sns();
      case "lambda" -> actions.lambda();
      case "rds" -> actions.rds();
      case "iam" -> actions.iam();
      case "sts" -> actions.sts();
      case "kms" -> actions.kms();
      case "secretsmanager" -> actions.secrets();
      case "ssm" -> actions.parameters();
      case "events" -> actions.events();
      default -> actions.need(operation, "*");
    }
    return actions.needs;
  }

  void need(String action, String resource) {
    need(action, resource, Map.of());
  }

  void need(String action, String resource, Map<String, List<String>> keys) {
    String prefix = PREFIXES.getOrDefault(service, service);
    String[] arn = resource.split(":", 6);
    String owner = arn.length == 6 && arn[4].matches("\\d{12}") ? arn[4] : account;
    needs.add(new Need(service, prefix + ":" + action, resource, owner, keys));
  }

  private void passRole(@Nullable String role, String to) {
    if (role != null) {
      needs.add(
          new Need(
              "iam", "iam:PassRole", role, account, Map.of("iam:PassedToService", List.of(to))));
    }
  }

  private String arn(String owner, String name) {
    return "arn:" + Partition.of(region) + ":" + owner + ":" + region + ":" + account + ":" + name;
  }

  private @Nullable String text(String... names) {
    for (String name : names) {
      Object value = input.get(name);
      if (value instanceof String text) {
        return text;
      }
    }
    return null;
  }

  private void dynamoDb() {
    if (operation.startsWith("Batch") && input.get("RequestItems") instanceof Map<?, ?> tables) {
      tables.keySet().forEach(table -> need(operation, table(String.valueOf(table))));
      return;
    }
    if (operation.startsWith("Transact") && input.get("TransactItems") instanceof List<?> items) {
      Set<Need> seen = new java.util.LinkedHashSet<>();
      for (Object item : items) {
        if (item instanceof Map<?, ?> map) {
          map.forEach(
              (kind, what) -> {
                if (what instanceof Map<?, ?> parameters && parameters.get("TableName") != null) {
                  String action =
                      "ConditionCheck".equals(kind) ? "ConditionCheckItem" : kind + "Item";
                  need(action, table(String.valueOf(parameters.get("TableName"))));
                }
              });
        }
      }
      seen.addAll(needs);
      needs.clear();
      needs.addAll(seen);
      return;
    }
    if (operation.endsWith("Statement")) {
      partiql(String.valueOf(text("Statement")));
      return;
    }
    if (operation.equals("BatchExecuteStatement") || operation.equals("ExecuteTransaction")) {
      String list = operation.startsWith("Batch") ? "Statements" : "TransactStatements";
      input.structures(list).forEach(each -> partiql(String.valueOf(each.text("Statement"))));
      return;
    }
    String name = text("TableName", "ResourceArn", "StreamArn", "TableArn", "SourceTableName");
    String index = text("IndexName");
    if (name == null) {
      String other = text("BackupArn", "ExportArn", "ImportArn", "GlobalTableName");
      need(operation, other == null ? "*" : other);
      return;
    }
    need(operation, table(name) + (index == null ? "" : "/index/" + index));
  }

  private String table(String name) {
    return name.startsWith("arn:") ? name : arn("dynamodb", "table/" + name);
  }

  private void partiql(String statement) {
    String trimmed = statement.trim();
    String verb = trimmed.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    java.util.regex.Matcher table =
        java.util.regex.Pattern.compile(
                "(?is)(?:FROM|INTO|UPDATE)\\s+\"?([A-Za-z0-9_.-]+)\"?(?:\\.\"?([A-Za-z0-9_.-]+)\"?)?")
            .matcher(trimmed);
    String action =
        switch (verb) {
          case "INSERT" -> "PartiQLInsert";
          case "UPDATE" -> "PartiQLUpdate";
          case "DELETE" -> "PartiQLDelete";
          default -> "PartiQLSelect";
        };
    need(action, table.find() ? table(table.group(1)) : "*");
  }

  private void sqs() {
    String name = text("QueueName");
    String url = text("QueueUrl");
    if (url != null) {
      String[] parts = url.split("/", -1);
      if (parts.length > 1 && parts[parts.length - 2].matches("\\d{12}")) {
        String owner = parts[parts.length - 2];
        name = parts[parts.length - 1];
        need(
            operation.replaceFirst("Batch$", ""),
            "arn:" + Partition.of(region) + ":sqs:" + region + ":" + owner + ":" + name);
        return;
      }
      name = parts.length == 0 ? url : parts[parts.length - 1];
    }
    String owner = text("QueueOwnerAWSAccountId");
    if (owner != null && name != null) {
      need(operation, "arn:" + Partition.of(region) + ":sqs:" + region + ":" + owner + ":" + name);
      return;
    }
    need(operation.replaceFirst("Batch$", ""), arn("sqs", name == null ? "*" : name));
  }

  private void sns() {
    String topic = text("TopicArn", "TargetArn", "ResourceArn", "SubscriptionArn");
    String name = text("Name");
    if (topic != null) {
      // The resource of a subscription is its topic.
      String[] parts = topic.split(":", -1);
      boolean subscription = parts.length == 7 && !topic.contains(":app/");
      need(
          operation.equals("PublishBatch") ? "Publish" : operation,
          subscription ? topic.substring(0, topic.lastIndexOf(':')) : topic);
    } else if (operation.equals("CreateTopic") && name != null) {
      need(operation, arn("sns", name));
    } else {
      need(operation, operation.startsWith("List") ? arn("sns", "*") : "*");
    }
  }

  private void lambda() {
    String action = operation.startsWith("Invoke") ? "InvokeFunction" : operation;
    if (operation.equals("InvokeWithResponseStream")) {
      action = "InvokeFunction";
    }
    String name = text("FunctionName");
    String id = text("UUID");
    if (id != null) {
      need(action, arn("lambda", "event-source-mapping:" + id));
    } else if (name == null || operation.contains("EventSourceMapping")) {
      String layer = text("LayerName");
      String resource = text("Resource");
      need(
          action,
          layer != null ? arn("lambda", "layer:" + layer) : resource == null ? "*" : resource);
    } else {
      String qualifier = text("Qualifier");
      String function =
          name.startsWith("arn:")
              ? name
              : arn("lambda", "function:" + name.replaceFirst("^(\\d{12}:)?function:", ""));
      need(action, qualifier == null ? function : function + ":" + qualifier);
    }
    if (operation.equals("CreateFunction") || operation.equals("UpdateFunctionConfiguration")) {
      passRole(text("Role"), "lambda.amazonaws.com");
    }
  }

  private static final Map<String, String> RDS = new LinkedHashMap<>();

  static {
    RDS.put("DBInstanceIdentifier", "db");
    RDS.put("DBClusterIdentifier", "cluster");
    RDS.put("DBSnapshotIdentifier", "snapshot");
    RDS.put("DBClusterSnapshotIdentifier", "cluster-snapshot");
    RDS.put("DBParameterGroupName", "pg");
    RDS.put("DBClusterParameterGroupName", "cluster-pg");
    RDS.put("DBSubnetGroupName", "subgrp");
    RDS.put("OptionGroupName", "og");
    RDS.put("DBSecurityGroupName", "secgrp");
    RDS.put("SubscriptionName", "es");
    RDS.put("GlobalClusterIdentifier", "global-cluster");
    RDS.put("DBProxyName", "db-proxy");
  }

  private void rds() {
    String named = text("ResourceName", "ResourceArn");
    if (named != null) {
      need(operation, named);
      return;
    }
    for (Map.Entry<String, String> entry : RDS.entrySet()) {
      String name = text(entry.getKey());
      if (name != null) {
        String lower = name.toLowerCase(Locale.ROOT);
        need(
            operation, name.startsWith("arn:") ? name : arn("rds", entry.getValue() + ":" + lower));
        return;
      }
    }
    need(operation, operation.equals("DescribeDBInstances") ? arn("rds", "db:*") : "*");
  }

  private String iamArn(String kind, String name) {
    String path = input.get("Path") instanceof String text ? text : "/";
    return "arn:" + Partition.of(region) + ":iam::" + account + ":" + kind + path + name;
  }

  private void iam() {
    String user = text("UserName");
    String role = text("RoleName");
    String group = text("GroupName");
    String profile = text("InstanceProfileName");
    String policy = text("PolicyArn", "PolicySourceArn");
    Map<String, List<String>> keys = new LinkedHashMap<>();
    if (policy != null && operation.matches("(At|De)tach.*")) {
      keys.put("iam:PolicyARN", List.of(policy));
    }
    String boundary = text("PermissionsBoundary");
    if (boundary != null) {
      keys.put("iam:PermissionsBoundary", List.of(boundary));
    }
    if (group != null) {
      need(operation, iamArn("group", group), keys);
    } else if (profile != null) {
      need(operation, iamArn("instance-profile", profile), keys);
    } else if (user != null) {
      need(operation, iamArn("user", user), keys);
    } else if (role != null) {
      need(operation, iamArn("role", role), keys);
    } else if (policy != null) {
      need(operation, policy, keys);
    } else if (operation.equals("CreatePolicy")) {
      need(operation, iamArn("policy", String.valueOf(text("PolicyName"))), keys);
    } else {
      String list =
          switch (operation) {
            case "ListUsers" -> "user";
            case "ListRoles" -> "role";
            case "ListGroups" -> "group";
            case "ListPolicies" -> "policy";
            case "ListInstanceProfiles" -> "instance-profile";
            default -> null;
          };
      String named = text("SAMLProviderArn", "OpenIDConnectProviderArn", "SerialNumber", "Arn");
      need(operation, list != null ? iamArn(list, "") : named == null ? "*" : named);
    }
    if (operation.equals("AddRoleToInstanceProfile") && role != null) {
      passRole(iamArn("role", role), "ec2.amazonaws.com");
    }
  }

  private void sts() {
    String role = text("RoleArn");
    String name = text("Name");
    if (role != null) {
      Map<String, List<String>> keys = new LinkedHashMap<>();
      String external = text("ExternalId");
      if (external != null) {
        keys.put("sts:ExternalId", List.of(external));
      }
      String session = text("RoleSessionName");
      if (session != null) {
        keys.put("sts:RoleSessionName", List.of(session));
      }
      need(operation, role, keys);
    } else if (operation.equals("GetFederationToken")) {
      need(
          operation,
          "arn:" + Partition.of(region) + ":sts::" + account + ":federated-user/" + name);
    } else {
      need(operation, "*");
    }
  }

  private void kms() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    input
        .map("EncryptionContext")
        .forEach(
            (name, value) ->
                keys.put("kms:EncryptionContext:" + name, List.of(String.valueOf(value))));
    String key = text("KeyId", "TargetKeyId", "SourceKeyId");
    if (key == null && input.get("CiphertextBlob") instanceof byte[] blob) {
      key = io.boto4j.local.kms.Ciphertexts.keyArn(blob);
    }
    if (operation.equals("ReEncrypt")) {
      if (key != null) {
        need("ReEncryptFrom", kmsArn(key), keys);
      }
      need("ReEncryptTo", kmsArn(String.valueOf(text("DestinationKeyId"))), keys);
      return;
    }
    need(operation, key == null ? "*" : kmsArn(key), keys);
    String alias = text("AliasName");
    if (alias != null) {
      need(operation, arn("kms", alias));
    }
  }

  private String kmsArn(String key) {
    if (key.startsWith("arn:")) {
      return key;
    }
    return arn("kms", key.startsWith("alias/") ? key : "key/" + key);
  }

  private void secrets() {
    String id = text("SecretId");
    String name = text("Name");
    if (id != null) {
      need(operation, id.startsWith("arn:") ? id : arn("secretsmanager", "secret:" + id));
    } else if (operation.equals("CreateSecret") && name != null) {
      need(operation, arn("secretsmanager", "secret:" + name));
    } else {
      need(operation, "*");
    }
  }

  private void events() {
    String rule = operation.endsWith("Rule") ? text("Name", "Rule") : text("Rule");
    if (rule == null) {
      need(operation, "*");
      return;
    }
    String bus = text("EventBusName");
    String name = bus == null ? "default" : bus.substring(bus.lastIndexOf('/') + 1);
    need(operation, arn("events", "rule/" + (name.equals("default") ? "" : name + "/") + rule));
  }

  private void parameters() {
    if (operation.contains("Parameter") && !operation.equals("DescribeParameters")) {
      List<String> names = new ArrayList<>();
      String name = text("Name", "Path");
      if (name != null) {
        names.add(name);
      }
      names.addAll(input.texts("Names"));
      for (String each : names) {
        String plain = each.startsWith("arn:") ? each : "parameter/" + each.replaceFirst("^/", "");
        need(operation, each.startsWith("arn:") ? each : arn("ssm", plain));
      }
      return;
    }
    String document = text("DocumentName");
    if (operation.contains("Document") && (document != null || text("Name") != null)) {
      need(operation, arn("ssm", "document/" + (document == null ? text("Name") : document)));
    } else {
      need(operation, operation.equals("DescribeParameters") ? arn("ssm", "*") : "*");
    }
  }
}
