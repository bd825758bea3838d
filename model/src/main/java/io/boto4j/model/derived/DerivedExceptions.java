package io.boto4j.model.derived;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no rule can see in a model. Each line has its reason. */
final class DerivedExceptions {
  /** Optional members that are part of the identity: without them, a default is meant. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          // "If you do not specify a cluster, the default cluster is assumed."
          "ecs Service", "cluster",
          "ecs Task", "cluster",
          "ecs ContainerInstance", "cluster",
          // "If you omit this, the default event bus is used."
          "events Rule", "EventBusName",
          // Without a group, the group "default" is meant.
          "scheduler Schedule", "GroupName");

  /** Optional members that belong to the account of the caller, whose default is the usual one. */
  private static final Set<String> DEFAULTS =
      Set.of(
          // "If none is provided, the Amazon Web Services account ID is used by default."
          "glue CatalogId");

  /**
   * Members of the data whose values are accepted as the identifier of a type, where the member of
   * requests has the name of the type. The identifier is named after the first.
   */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          // "The ARN or name of the secret." Every response has the ARN.
          Map.entry("secretsmanager Secret", List.of("ARN", "Name")),
          // "Use its key ID, key ARN, alias name, or alias ARN." The KeyId of the data is the ID.
          Map.entry("kms Key", List.of("KeyId", "Arn")),
          // "A list of up to 100 cluster names or full cluster Amazon Resource Name (ARN) entries."
          Map.entry("ecs Cluster", List.of("clusterName", "clusterArn")),
          // "A list of services to describe." Names and ARNs are accepted.
          Map.entry("ecs Service", List.of("serviceName", "serviceArn")),
          // "A list of up to 100 task IDs or full ARN entries."
          Map.entry("ecs Task", List.of("taskArn")),
          // Container instance IDs, or ARNs.
          Map.entry("ecs ContainerInstance", List.of("containerInstanceArn")),
          // "The ID or full Amazon Resource Name (ARN) of task sets to describe."
          Map.entry("ecs TaskSet", List.of("id")),
          // "The short name or full Amazon Resource Name (ARN) of one or more capacity providers."
          Map.entry("ecs CapacityProvider", List.of("name")),
          // A family stands for its latest revision only; the ARN is one revision.
          Map.entry("ecs TaskDefinition", List.of("taskDefinitionArn")),
          Map.entry("ecs DaemonTaskDefinition", List.of("daemonTaskDefinitionArn")),
          // "A list of up to 100 compute environment names or full Amazon Resource Name (ARN)
          // entries."
          // The other three accept names or ARNs in the same way.
          Map.entry("batch ComputeEnvironment", List.of("computeEnvironmentName")),
          Map.entry("batch JobQueue", List.of("jobQueueName")),
          Map.entry("batch ConsumableResource", List.of("consumableResourceName")),
          Map.entry("batch ServiceEnvironment", List.of("serviceEnvironmentName")),
          // An ARN, or name and revision; the name alone is not accepted.
          Map.entry("batch JobDefinition", List.of("jobDefinitionArn")),
          // "The name or the Amazon Resource Name (ARN) of the trail." For one in another region
          // "you must specify its trail ARN", and the list has those too.
          Map.entry("cloudtrail Trail", List.of("TrailARN", "Name")),
          // "The ARN or UUID of a channel."
          Map.entry("cloudtrail Channel", List.of("ChannelArn")),
          Map.entry("cloudtrail EventDataStore", List.of("EventDataStoreArn")),
          // "The name of the domain that contains the repository", "the name of the … repository".
          Map.entry("codeartifact Domain", List.of("name")),
          Map.entry("codeartifact Repository", List.of("name")),
          // "The identifier of the ApiKey resource", not its value.
          Map.entry("apigateway ApiKey", List.of("id")),
          // "The namespace that you want to describe." It is identified by its name.
          Map.entry("quicksight Namespace", List.of("Name")),
          // "The name, ID, or ARN of the application", "… of the attribute group".
          Map.entry("servicecatalog-appregistry Application", List.of("id")),
          Map.entry("servicecatalog-appregistry AttributeGroup", List.of("id")));

  /** Nouns that look like resources. */
  private static final Set<String> NO_TYPES =
      Set.of(
          // A setting is one of a user, of a role or of the account, which its name does not show.
          "ecs AccountSetting",
          // Without the user, an id is one of the user who calls.
          "iam ServiceSpecificCredential",
          // The names of scaling policies are unique within their group only.
          "autoscaling Policy",
          // DescribePrefixLists has those of AWS services only. The id that other resources have is
          // mostly one of DescribeManagedPrefixLists.
          "ec2 PrefixList",
          // A domainNameId is "required for private custom domain names", which need not be unique.
          "apigateway DomainName",
          "apigateway BasePathMapping",
          // The ARN of the destination "is required if Destination is Evidently".
          "rum RumMetricsDestination",
          // The member that owns a node "is required for Hyperledger Fabric", and for it alone.
          "managedblockchain Node");

  /** Types that an identifier with the name of another type does not lead to. */
  private static final Set<String> NO_CHILDREN =
      Set.of(
          // "The GraphQL API ID." The Api of GetApi is the other kind, an Event API.
          "appsync Function",
          // Types, with their resolvers, and caches are those of GraphQL too.
          "appsync Type",
          "appsync ApiCache");

  /** Operations that are no action of a type, although they take its identifiers. */
  private static final Set<String> NO_ACTIONS =
      Set.of(
          // "The key ARN": a key ID, which lists of keys and CreateKey return, is not accepted.
          "kms Grant RetireGrant",
          // "The name of the rule set to create."
          "ses ReceiptRuleSet CloneReceiptRuleSet",
          // "You cannot use" it for SERVICE_MANAGED users, and only those are listed and described.
          "transfer User TestIdentityProvider");

  /** Operations that list nothing, although they require nothing, unless they get a parameter. */
  private static final Set<String> NEEDS_A_FILTER =
      Set.of(
          // A state machine or a map run must be given.
          "stepfunctions ListExecutions",
          // A file system, a mount target or an access point must be given.
          "efs DescribeMountTargets",
          // A load balancer or listeners must be given.
          "elbv2 DescribeListeners",
          // A listener or rules must be given.
          "elbv2 DescribeRules",
          // A queue, or the job of an array or of nodes, must be given.
          "batch ListJobs",
          // A path or analyses must be given.
          "ec2 DescribeNetworkInsightsAnalyses",
          // A task or times must be given.
          "iot ListAuditFindings",
          // A model must be given, unless only top-level assets are listed.
          "iotsitewise ListAssets",
          // An identity or a resource must be given.
          "iotsitewise ListAccessPolicies",
          // A service network, or what is associated with it, must be given.
          "vpc-lattice ListServiceNetworkServiceAssociations",
          "vpc-lattice ListServiceNetworkVpcAssociations",
          // A namespace or its path must be given.
          "bedrock-agentcore ListMemoryRecords");

  /** Lists of the service that a type does not have, although they take its identifiers. */
  private static final Set<String> NO_COLLECTIONS =
      Set.of(
          // "If applicationName is specified, then deploymentGroupName must be specified."
          "codedeploy Application ListDeployments");

  private DerivedExceptions() {}

  static boolean isNoType(String service, String noun) {
    return NO_TYPES.contains(service + " " + noun);
  }

  static boolean isNoChild(String service, String noun) {
    return NO_CHILDREN.contains(service + " " + noun);
  }

  static boolean isNoAction(String service, String noun, String operation) {
    return NO_ACTIONS.contains(service + " " + noun + " " + operation);
  }

  static boolean isNoCollection(String service, String holder, String operation) {
    return NO_COLLECTIONS.contains(service + " " + holder + " " + operation);
  }

  /** Tells whether an operation with a noun, or its plural, must have an optional member. */
  static boolean isRequired(String service, String noun, String member) {
    for (Map.Entry<String, String> each : REQUIRED.entrySet()) {
      String prefix = service + " ";
      if (each.getKey().startsWith(prefix) && each.getValue().equals(member)) {
        String of = each.getKey().substring(prefix.length());
        if (of.equals(noun) || Words.plurals(of).contains(noun)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean hasDefault(String service, String member) {
    return DEFAULTS.contains(service + " " + member);
  }

  static List<String> values(String service, String noun) {
    return VALUES.getOrDefault(service + " " + noun, List.of());
  }

  static boolean needsFilter(String service, String operation) {
    return NEEDS_A_FILTER.contains(service + " " + operation);
  }
}
