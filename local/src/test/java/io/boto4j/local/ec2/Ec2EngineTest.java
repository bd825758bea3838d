package io.boto4j.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** EC2 on its own: networks, instances by the clock, security groups, keys, tags, volumes. */
final class Ec2EngineTest {
  private final EngineDoor door = new EngineDoor(new Ec2Factory(Duration.ofSeconds(30)));
  private final Client ec2 = door.client("ec2");

  @AfterEach
  void close() {
    door.close();
  }

  private String image() {
    return text(
        ec2.call("DescribeImages", Params.of("Owners", List.of("amazon")))
            .search("Images[0].ImageId"));
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private List<String> run(int count, Params more) {
    return ec2.call(
            "RunInstances",
            Params.of("ImageId", image(), "MinCount", count, "MaxCount", count)
                .with("InstanceType", "t3.micro")
                .withAll(more))
        .searchAll("Instances[].InstanceId", String.class);
  }

  private Structure instance(String id) {
    return Objects.requireNonNull(
        ec2.call("DescribeInstances", Params.of("InstanceIds", List.of(id)))
            .search("Reservations[0].Instances[0]", Structure.class));
  }

  private void fails(String operation, Params input, String code, String message) {
    assertThatThrownBy(() -> ec2.call(operation, input))
        .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  @Test
  void region_new_hasADefaultNetwork() {
    Structure vpc =
        Objects.requireNonNull(ec2.call("DescribeVpcs").search("Vpcs[0]", Structure.class));
    assertThat(vpc.bool("IsDefault")).isTrue();
    assertThat(vpc.text("CidrBlock")).isEqualTo("172.31.0.0/16");
    assertThat(ec2.call("DescribeSubnets").searchAll("Subnets[].AvailabilityZone", String.class))
        .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1c");
    assertThat(ec2.call("DescribeInternetGateways").structures("InternetGateways")).hasSize(1);
    assertThat(
            ec2.call("DescribeSecurityGroups")
                .searchAll("SecurityGroups[].GroupName", String.class))
        .containsExactly("default");
  }

  @Test
  void instance_lifecycle_followsTheClock() {
    String id = run(1, Params.of()).get(0);
    Params ids = Params.of("InstanceIds", List.of(id));
    assertThat(instance(id).text("State", "Name")).isEqualTo("pending");
    fails("StopInstances", ids, "IncorrectInstanceState", "from which it can be stopped");
    door.clock().advance(Duration.ofSeconds(31));
    assertThat(instance(id).text("State", "Name")).isEqualTo("running");
    assertThat(instance(id).text("PublicIpAddress")).isNotNull();
    ec2.call("StopInstances", ids);
    assertThat(instance(id).text("State", "Name")).isEqualTo("stopping");
    door.clock().advance(Duration.ofSeconds(31));
    assertThat(instance(id).text("State", "Name")).isEqualTo("stopped");
    assertThat(instance(id).text("PublicIpAddress")).isNull();
    ec2.call("StartInstances", ids);
    door.clock().advance(Duration.ofSeconds(31));
    assertThat(
            ec2.call("TerminateInstances", ids)
                .search("TerminatingInstances[0].PreviousState.Name"))
        .isEqualTo("running");
    door.clock().advance(Duration.ofSeconds(31));
    assertThat(instance(id).integer("State", "Code")).isEqualTo(48);
    assertThat(ec2.call("DescribeVolumes").structures("Volumes")).isEmpty();
    door.clock().advance(Duration.ofHours(2));
    fails(
        "DescribeInstances",
        ids,
        "InvalidInstanceID.NotFound",
        "The instance ID '" + id + "' does not exist");
  }

  @Test
  void instances_filtered_byTagStateAndWildcard() {
    List<String> web =
        run(
            2,
            Params.of(
                "TagSpecifications",
                List.of(
                    Map.of(
                        "ResourceType",
                        "instance",
                        "Tags",
                        List.of(Map.of("Key", "env", "Value", "dev-1"))))));
    run(1, Params.of());
    Params filters =
        Params.of(
            "Filters",
            List.of(
                Map.of("Name", "tag:env", "Values", List.of("dev-*")),
                Map.of("Name", "instance-state-name", "Values", List.of("pending", "running"))));
    assertThat(
            ec2.call("DescribeInstances", filters)
                .searchAll("Reservations[].Instances[].InstanceId", String.class))
        .isEqualTo(web);
    assertThat(ec2.call("DescribeTags").structures("Tags")).hasSize(2);
    fails(
        "DescribeInstances",
        Params.of("Filters", List.of(Map.of("Name", "nonsense", "Values", List.of("x")))),
        "InvalidParameterValue",
        "The filter 'nonsense' is invalid");
  }

  @Test
  void wrongInput_isRefusedWithTheTextsOfEc2() {
    fails(
        "DescribeInstances",
        Params.of("InstanceIds", List.of("i-zzz")),
        "InvalidInstanceID.Malformed",
        "Invalid id: \"i-zzz\"");
    fails(
        "StartInstances",
        Params.of("InstanceIds", List.of("i-12345678"), "DryRun", true),
        "DryRunOperation",
        "Request would have succeeded, but DryRun flag is set.");
    fails(
        "RunInstances",
        Params.of("ImageId", "ami-12345678", "MinCount", 1, "MaxCount", 1),
        "InvalidAMIID.NotFound",
        "The image id '[ami-12345678]' does not exist");
    fails(
        "RunInstances",
        Params.of("ImageId", image(), "MinCount", 1, "MaxCount", 1, "InstanceType", "t4g.micro"),
        "InvalidParameterValue",
        "The architecture 'arm64' of the specified instance type does not match");
  }

  @Test
  void terminationProtection_isKept() {
    String id = run(1, Params.of("DisableApiTermination", true)).get(0);
    Params ids = Params.of("InstanceIds", List.of(id));
    fails("TerminateInstances", ids, "OperationNotPermitted", "'disableApiTermination'");
    ec2.call(
        "ModifyInstanceAttribute",
        Params.of("InstanceId", id, "DisableApiTermination", Map.of("Value", false)));
    ec2.call("TerminateInstances", ids);
  }

  @Test
  void securityGroupRules_areAddedOnceAndRevoked() {
    String id =
        text(
            ec2.call("CreateSecurityGroup", Params.of("GroupName", "web", "Description", "d"))
                .text("GroupId"));
    Params rule =
        Params.of(
            "GroupId",
            id,
            "IpPermissions",
            List.of(
                Map.of(
                    "IpProtocol",
                    "tcp",
                    "FromPort",
                    80,
                    "ToPort",
                    80,
                    "IpRanges",
                    List.of(Map.of("CidrIp", "10.1.2.3/8"))),
                Map.of("IpProtocol", "-1", "UserIdGroupPairs", List.of(Map.of("GroupId", id)))));
    assertThat(ec2.call("AuthorizeSecurityGroupIngress", rule).structures("SecurityGroupRules"))
        .hasSize(2);
    fails(
        "AuthorizeSecurityGroupIngress",
        rule,
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: 10.0.0.0/8, TCP, from port: 80, to port: 80, ALLOW\" already"
            + " exists");
    Structure group =
        Objects.requireNonNull(
            ec2.call("DescribeSecurityGroups", Params.of("GroupIds", List.of(id)))
                .search("SecurityGroups[0]", Structure.class));
    assertThat(group.searchAll("IpPermissions[].IpRanges[].CidrIp", String.class))
        .containsExactly("10.0.0.0/8");
    ec2.call("RevokeSecurityGroupIngress", rule);
    fails("RevokeSecurityGroupIngress", rule, "InvalidPermission.NotFound", "does not exist");
    run(1, Params.of("SecurityGroupIds", List.of(id)));
    fails(
        "DeleteSecurityGroup",
        Params.of("GroupId", id),
        "DependencyViolation",
        "resource " + id + " has a dependent object");
  }

  @Test
  void keyPairs_areRealKeys() {
    Structure rsa = ec2.call("CreateKeyPair", Params.of("KeyName", "a"));
    assertThat(rsa.text("KeyMaterial")).startsWith("-----BEGIN RSA PRIVATE KEY-----\nMII");
    assertThat(rsa.text("KeyFingerprint")).hasSize(59);
    Structure small = ec2.call("CreateKeyPair", Params.of("KeyName", "b", "KeyType", "ed25519"));
    assertThat(small.text("KeyMaterial")).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    String open =
        text(
            ec2.call(
                    "DescribeKeyPairs",
                    Params.of("KeyNames", List.of("b"), "IncludePublicKey", true))
                .search("KeyPairs[0].PublicKey"));
    Structure again =
        ec2.call(
            "ImportKeyPair",
            Params.of("KeyName", "c", "PublicKeyMaterial", open.getBytes(StandardCharsets.UTF_8)));
    assertThat(again.text("KeyFingerprint")).isEqualTo(small.text("KeyFingerprint"));
    fails("CreateKeyPair", Params.of("KeyName", "a"), "InvalidKeyPair.Duplicate", "already exists");
  }

  @Test
  void vpcWithSubnet_isDeletedFromTheInside() {
    String vpc =
        text(ec2.call("CreateVpc", Params.of("CidrBlock", "10.0.0.0/16")).search("Vpc.VpcId"));
    Params subnet = Params.of("VpcId", vpc, "CidrBlock", "10.0.1.0/24");
    Structure created = ec2.call("CreateSubnet", subnet);
    assertThat(created.integer("Subnet", "AvailableIpAddressCount")).isEqualTo(251);
    fails("CreateSubnet", subnet, "InvalidSubnet.Conflict", "conflicts with another subnet");
    fails("DeleteVpc", Params.of("VpcId", vpc), "DependencyViolation", vpc);
    ec2.call("DeleteSubnet", Params.of("SubnetId", created.text("Subnet", "SubnetId")));
    ec2.call("DeleteVpc", Params.of("VpcId", vpc));
    assertThat(ec2.call("DescribeVpcs").structures("Vpcs")).hasSize(1);
  }

  @Test
  void elasticAddress_staysWithAStoppedInstance() {
    String id = run(1, Params.of()).get(0);
    door.clock().advance(Duration.ofMinutes(1));
    Structure address = ec2.call("AllocateAddress");
    ec2.call(
        "AssociateAddress",
        Params.of("AllocationId", address.text("AllocationId"), "InstanceId", id));
    ec2.call("StopInstances", Params.of("InstanceIds", List.of(id)));
    door.clock().advance(Duration.ofMinutes(1));
    assertThat(instance(id).text("PublicIpAddress")).isEqualTo(address.text("PublicIp"));
  }

  @Test
  void instances_inPages() {
    for (int i = 0; i < 7; i++) {
      run(1, Params.of());
    }
    Structure first = ec2.call("DescribeInstances", Params.of("MaxResults", 5));
    assertThat(first.structures("Reservations")).hasSize(5);
    assertThat(
            ec2.call("DescribeInstances", Params.of("NextToken", first.text("NextToken")))
                .structures("Reservations"))
        .hasSize(2);
  }
}
