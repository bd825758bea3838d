package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that follow from the models of services, and those that must not follow. */
final class DerivedResourcesTest {
  private static final Map<String, ResourceDefinitions> DEFINITIONS = new HashMap<>();

  private static ResourceDefinitions of(String service) {
    return DEFINITIONS.computeIfAbsent(
        service, each -> ServiceResources.of(ModelLoader.builtIn().find(each)));
  }

  private static ResourceType type(String service, String name) {
    return of(service).types().get(name);
  }

  static Stream<String> reviewed() throws IOException {
    try (InputStream in = DerivedResourcesTest.class.getResourceAsStream("derived-types.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @Test
  void table_hasAtLeast150Types() throws IOException {
    assertThat(reviewed().distinct().count()).isGreaterThan(150);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reviewed")
  void derived_isAsReviewed(String line) {
    int bar = line.indexOf(" | ");
    String service = line.substring(0, bar);
    String name = line.substring(bar + 3, line.indexOf('('));

    assertThat(of(service).types()).containsKey(name);
    assertThat(describe(service, type(service, name))).isEqualTo(line);
  }

  private static String describe(String service, ResourceType type) {
    List<String> identifiers = new ArrayList<>();
    type.identifiers().forEach(each -> identifiers.add(each.toString()));
    ResourceCall load = type.load();
    List<String> collections = new ArrayList<>(collections(of(service).root(), type, ""));
    for (ResourceType each : of(service).types().values()) {
      collections.addAll(collections(each, type, each.name() + "."));
    }
    return String.join(
        " | ",
        service,
        type.name() + "(" + String.join(", ", identifiers) + ")",
        load == null ? "-" : load.operation(),
        collections.isEmpty() ? "-" : String.join(", ", collections));
  }

  private static List<String> collections(ResourceType from, ResourceType to, String prefix) {
    List<String> names = new ArrayList<>();
    for (ResourceCall each : from.collections()) {
      if (each.result().type().equals(to.name())) {
        names.add(prefix + each.name());
      }
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "apigateway, DomainName, a private one needs its id too",
    "autoscaling, Policy, its name is unique within a group only",
    "billingconductor, BillingGroupCostReport, it is a list of reports",
    "chime-sdk-messaging, ChannelMessage, it needs the ARN of the user who calls",
    "cloudcontrol, ResourceRequestStatus, it is a state",
    "codebuild, Report, no list has its identifier under its name",
    "cognito-idp, WebAuthnCredential, an access token identifies nothing",
    "connect, TrafficDistribution, its Id is that of a group",
    "dynamodb, ContinuousBackups, it is neither created nor deleted",
    "ec2, Address, VpcAddress has its identifier already",
    "ec2, AvailabilityZone, it has a name and an id",
    "ec2, ImageAttribute, it is a part of an image",
    "ec2, InstanceAttribute, it is a part of an instance",
    "ec2, PrefixList, its id is mostly that of a ManagedPrefixList",
    "ecs, AccountSetting, its name does not say whose setting it is",
    "efs, Tags, they are parts of a file system",
    "entityresolution, Policy, its ARN is that of what it protects",
    "events, PartnerEventSource, its name needs an account",
    "iam, ServiceSpecificCredential, it needs a user",
    "iotwireless, WirelessGatewayTask, its Id is that of a gateway",
    "lambda, FunctionConfiguration, it is neither created nor deleted",
    "lambda, Policy, it is changed statement by statement",
    "managedblockchain, Node, one of Hyperledger Fabric needs a member too",
    "network-firewall, RuleGroup, its name needs a type",
    "route53, TrafficPolicy, its id needs a version",
    "rum, RumMetricsDestination, one of Evidently needs its ARN too",
    "sagemaker, ImageVersion, a version or an alias tells which",
    "ssm, PatchBaselineForPatchGroup, it is a relation",
    "sts, FederationToken, nothing else mentions it",
    "wafv2, WebACL, name and id identify it together",
  })
  void ambiguous_isNotDerived(String service, String noun, String why) {
    assertThat(of(service).types()).as(why).doesNotContainKey(noun);
  }

  @ParameterizedTest
  @CsvSource({
    "elbv2, Listeners",
    "elbv2, Rules",
    "efs, MountTargets",
    "stepfunctions, Executions",
    "batch, Jobs",
    "ec2, NetworkInsightsAnalyses",
  })
  void collections_thatNeedAFilter_areNotOfTheService(String service, String collection) {
    assertThat(of(service).root().collections())
        .extracting(ResourceCall::name)
        .isNotEmpty()
        .doesNotContain(collection);
  }

  @ParameterizedTest
  @CsvSource({
    "codedeploy, Application, Deployments",
    "glue, Catalog, Databases",
    "appsync, Api, Functions",
  })
  void collections_thatMisleadOrAreRefused_areNotOfTheType(
      String service, String type, String collection) {
    assertThat(type(service, type).collections())
        .extracting(ResourceCall::name)
        .isNotEmpty()
        .doesNotContain(collection);
    assertThat(of(service).root().collections())
        .extracting(ResourceCall::name)
        .contains(collection);
  }

  @Test
  void links_toAnotherKindOfParent_areNotDerived() {
    assertThat(type("appsync", "Function").links()).isEmpty();
    assertThat(type("appsync", "Type").links())
        .extracting(ResourceLink::name)
        .containsExactly("Resolver");
    assertThat(type("appsync", "Api").links())
        .extracting(ResourceLink::name)
        .contains("ChannelNamespace")
        .doesNotContain("Function", "Type", "ApiCache");
  }

  @ParameterizedTest
  @CsvSource({
    "transcribe, Vocabulary, DeleteMedicalVocabulary",
    "devicefarm, Project, UpdateTestGridProject",
    "waf, Rule, UpdateRateBasedRule",
    "rds, DBInstance, CreateDBInstanceReadReplica",
    "rds, DBInstance, RestoreDBInstanceFromDBSnapshot",
    "globalaccelerator, Accelerator, UpdateCustomRoutingAccelerator",
    "ecs, Cluster, DescribeServices",
    "kms, Grant, RetireGrant",
    "ses, ReceiptRuleSet, CloneReceiptRuleSet",
    "transfer, User, TestIdentityProvider",
  })
  void actions_ofOtherNouns_areNotDerived(String service, String type, String operation) {
    assertThat(type(service, type).actions())
        .extracting(ResourceCall::operation)
        .isNotEmpty()
        .doesNotContain(operation);
  }

  @Test
  void service_withoutResources_hasNoTypes() {
    assertThat(of("sts").types()).isEmpty();
    assertThat(of("sts").root().actions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rds | do CreateDBInstance -> DBInstance(Identifier=resp:DBInstance.DBInstanceIdentifier)"
            + " @ DBInstance",
        "rds | many DBInstances = DescribeDBInstances ->"
            + " DBInstance(Identifier=resp:DBInstances[].DBInstanceIdentifier) @ DBInstances[]",
        "rds | wait Available = DBInstanceAvailable(DBInstanceIdentifier=id.Identifier)",
        "lambda | do Invoke(FunctionName=id.Name)",
        "lambda | do UpdateCode = UpdateFunctionCode(FunctionName=id.Name)",
        "lambda | wait ActiveV2 = FunctionActiveV2(FunctionName=id.Name)",
        "ecs | load DescribeServices(cluster=id.ClusterName, services[0]=id.Name) @ services[0]",
        "ecs | has Cluster -> Cluster(Name=id.ClusterName)",
        "ecs | has Service -> Service(ClusterName=id.Name, Name=?)",
        "ecs | many Clusters = ListClusters -> Cluster(Name=resp:clusterArns[])",
        "ecs | wait Stable = ServicesStable(cluster=id.ClusterName, services[0]=id.Name)",
        "stepfunctions | do StartExecution(stateMachineArn=id.Arn) ->"
            + " Execution(Arn=resp:executionArn)",
        "cognito-idp | many UserPools = ListUserPools(MaxResults=60) ->"
            + " UserPool(Id=resp:UserPools[].Id)",
        "ec2 | has Vpc -> Vpc(Id=data:VpcId)",
        "ec2 | has Subnets -> Subnet(Id=data:SubnetIds[])",
        "ec2 | batch Delete = DeleteVpcEndpoints(VpcEndpointIds[]=id.Id)",
        "elbv2 | do CreateLoadBalancer ->"
            + " LoadBalancer(Arn=resp:LoadBalancers[0].LoadBalancerArn) @ LoadBalancers[0]",
        "lambda | do PublishVersion(FunctionName=id.Name) ->"
            + " Version(FunctionName=id.Name, Version=resp:Version) @ @",
      })
  void rules_deriveLines(String service, String line) {
    assertThat(of(service).toString().lines().map(String::strip))
        .anyMatch(each -> each.equals(line) || each.startsWith(line + " -- "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec2", "iam", "s3", "cloudwatch", "sns"})
  void written_staysAsItIs(String service) {
    List<ResourceType> types = List.copyOf(of(service).types().values());
    int derived = 0;
    while (derived < types.size() && !types.get(derived).isDerived()) {
      derived++;
    }

    assertThat(types.subList(0, derived)).isNotEmpty();
    for (ResourceType each : types.subList(0, derived)) {
      assertThat(each.actions()).allMatch(action -> action.reason() == null);
      assertThat(each.links()).allMatch(link -> link.reason() == null);
    }
    assertThat(types.subList(derived, types.size())).allMatch(ResourceType::isDerived);
  }

  @Test
  void derived_hasReasons() {
    for (String service : List.of("rds", "ecs", "lambda", "glue", "kms", "ec2")) {
      for (ResourceType each : of(service).types().values()) {
        if (each.isDerived()) {
          assertThat(each.actions()).as(each.name()).allMatch(call -> call.reason() != null);
          assertThat(each.collections()).as(each.name()).allMatch(call -> call.reason() != null);
          assertThat(each.waiters()).as(each.name()).allMatch(call -> call.reason() != null);
          assertThat(each.links()).as(each.name()).allMatch(link -> link.reason() != null);
        }
      }
    }
  }

  @Test
  void derived_ofEveryService_hasUniqueNames() {
    for (String service : ModelLoader.builtIn().services()) {
      for (ResourceType each : of(service).types().values()) {
        if (each.isDerived()) {
          String type = service + " " + each.name();
          assertUnique(type, each.actions().stream().map(ResourceCall::name).toList());
          assertUnique(type, each.collections().stream().map(ResourceCall::name).toList());
          assertUnique(type, each.waiters().stream().map(ResourceCall::name).toList());
          assertUnique(type, each.links().stream().map(ResourceLink::name).toList());
        }
      }
    }
  }

  private static void assertUnique(String type, List<String> names) {
    Set<String> unique = new HashSet<>(names);
    assertThat(names).as(type).hasSameSizeAs(unique);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rds", "glue", "ecs", "stepfunctions"})
  void derive_twice_isTheSameAndFitsTheModel(String service) {
    ServiceModel model = ModelLoader.builtIn().find(service);

    ResourceDefinitions derived = ServiceResources.derive(model, null);

    assertThat(derived.problems(model)).isEmpty();
    assertThat(derived.toString()).isEqualTo(of(service).toString());
    assertThat(ServiceResources.derive(model, null).toString()).isEqualTo(derived.toString());
  }
}
