package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** VPCs. Each region begins with the default one, as a new account of AWS does. */
final class Networks {
  private static final String DEFAULT_CIDR = "172.31.0.0/16";
  private static final Filters FILTERS =
      new Filters()
          .on("cidr", "CidrBlock")
          .on("cidr-block-association.association-id", "CidrBlockAssociationSet[].AssociationId")
          .on("cidr-block-association.cidr-block", "CidrBlockAssociationSet[].CidrBlock")
          .on("cidr-block-association.state", "CidrBlockAssociationSet[].CidrBlockState.State")
          .on("dhcp-options-id", "DhcpOptionsId")
          .on("is-default", "IsDefault")
          .on("isDefault", "IsDefault")
          .on("owner-id", "OwnerId")
          .on("state", "State")
          .on("vpc-id", "VpcId");

  private final Ec2State state;
  private final SecurityGroups groups;

  Networks(Ec2State state, SecurityGroups groups) {
    this.state = state;
    this.groups = groups;
  }

  void register() {
    state.table.read(
        "DescribeVpcs", call -> state.describe(call, Kind.VPC, "VpcIds", "Vpcs", FILTERS));
    state.table.write("CreateVpc", this::create);
    state.table.write("CreateDefaultVpc", call -> createDefault());
    state.table.write("DeleteVpc", this::delete);
    state.table.read("DescribeVpcAttribute", this::describeAttribute);
    state.table.write("ModifyVpcAttribute", this::modifyAttribute);
  }

  /** Creates the default VPC of a world that is new. */
  void open() {
    Map<String, Object> opened = state.context.store().map("opened");
    if (opened.isEmpty()) {
      state.table.change(
          () -> {
            opened.put("network", true);
            return createDefault();
          });
    }
  }

  static @Nullable Structure defaultVpc(Ec2State state) {
    List<Structure> found =
        state.of(Kind.VPC).all(vpc -> Boolean.TRUE.equals(vpc.bool("IsDefault")));
    return found.isEmpty() ? null : found.get(0);
  }

  private Params createDefault() {
    if (defaultVpc(state) != null) {
      throw Ec2Errors.of(
          "DefaultVpcAlreadyExists",
          "A Default VPC already exists for this account in this region.");
    }
    String vpc = add(Cidr.require(DEFAULT_CIDR, "cidrBlock"), "default", true);
    String table = RouteTables.main(state, vpc);
    String gateway = state.newId(Kind.INTERNET_GATEWAY);
    state.add(
        Kind.INTERNET_GATEWAY,
        gateway,
        Params.of(
            "InternetGatewayId", gateway,
            "OwnerId", state.context.account(),
            "Attachments", List.of(Params.of("State", "available", "VpcId", vpc))));
    RouteTables.addRoute(
        state,
        table,
        Params.of(
            "DestinationCidrBlock", "0.0.0.0/0",
            "GatewayId", gateway,
            "Origin", "CreateRoute",
            "State", "active"));
    int number = 0;
    for (Zones.Zone zone : Zones.of(state.context.region())) {
      Cidr block = Cidr.require("172.31." + 16 * number + ".0/20", "cidrBlock");
      Subnets.add(state, vpc, block, zone, true);
      number++;
    }
    return Params.of("Vpc", state.view(state.of(Kind.VPC).require(vpc)));
  }

  private String add(Cidr block, String tenancy, boolean isDefault) {
    String id = state.newId(Kind.VPC);
    state.add(
        Kind.VPC,
        id,
        Params.of(
            "VpcId",
            id,
            "OwnerId",
            state.context.account(),
            "CidrBlock",
            block.toString(),
            "CidrBlockAssociationSet",
            List.of(
                Params.of(
                    "AssociationId", state.newId("vpc-cidr-assoc-"),
                    "CidrBlock", block.toString(),
                    "CidrBlockState", Params.of("State", "associated"))),
            "InstanceTenancy",
            tenancy,
            "IsDefault",
            isDefault,
            "DhcpOptionsId",
            dhcpOptions(),
            "State",
            "available",
            "_dnsSupport",
            true,
            "_dnsHostnames",
            isDefault));
    RouteTables.create(state, id, block, true);
    groups.add(id, "default", "default VPC security group", Map.of());
    return id;
  }

  /** The one set of DHCP options that every region has. */
  private String dhcpOptions() {
    for (Structure options : state.of(Kind.DHCP_OPTIONS).all()) {
      return Resources.id(options);
    }
    String id = state.newId(Kind.DHCP_OPTIONS);
    state.add(Kind.DHCP_OPTIONS, id, Params.of("DhcpOptionsId", id));
    return id;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    if (Boolean.TRUE.equals(input.bool("AmazonProvidedIpv6CidrBlock"))
        || input.text("Ipv6CidrBlock") != null) {
      throw Ec2Errors.of("UnsupportedOperation", "boto4j-local does not emulate IPv6 networks");
    }
    Cidr block = Cidr.require(input.text("CidrBlock"), "cidrBlock");
    if (block.bits() < 16 || block.bits() > 28) {
      throw Ec2Errors.of(
          "InvalidVpc.Range", "The CIDR '" + input.text("CidrBlock") + "' is invalid.");
    }
    Map<String, String> tags = Tags.only(input, Kind.VPC);
    String tenancy = Objects.requireNonNullElse(input.text("InstanceTenancy"), "default");
    String id = add(block, tenancy, false);
    state.tags.put(id, tags);
    // A new VPC is reported as pending once.
    return Params.of("Vpc", state.view(state.of(Kind.VPC).require(id)).with("State", "pending"));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure vpc = state.of(Kind.VPC).require(call.input().text("VpcId"));
    String id = Resources.id(vpc);
    boolean used =
        state.of(Kind.SUBNET).any(subnet -> id.equals(subnet.text("VpcId")))
            || state
                .of(Kind.SECURITY_GROUP)
                .any(
                    group ->
                        id.equals(group.text("VpcId"))
                            && !"default".equals(group.text("GroupName")))
            || state.of(Kind.INTERNET_GATEWAY).any(gateway -> Gateways.isAttached(gateway, id))
            || state
                .of(Kind.ROUTE_TABLE)
                .any(table -> id.equals(table.text("VpcId")) && !RouteTables.isMain(table));
    if (used) {
      throw Ec2Errors.dependency("vpc", id);
    }
    List<Structure> gone = new ArrayList<>();
    gone.addAll(state.of(Kind.SECURITY_GROUP).all(group -> id.equals(group.text("VpcId"))));
    gone.forEach(group -> groups.remove(Resources.id(group)));
    state
        .of(Kind.ROUTE_TABLE)
        .all(table -> id.equals(table.text("VpcId")))
        .forEach(table -> state.remove(Kind.ROUTE_TABLE, Resources.id(table)));
    state.remove(Kind.VPC, id);
    return Map.of();
  }

  private Map<String, ?> describeAttribute(EngineCall call) {
    Structure vpc = state.of(Kind.VPC).require(call.input().text("VpcId"));
    String id = Resources.id(vpc);
    String attribute = String.valueOf(call.input().text("Attribute"));
    return switch (attribute) {
      case "enableDnsSupport" ->
          Params.of("VpcId", id, "EnableDnsSupport", Params.of("Value", vpc.bool("_dnsSupport")));
      case "enableDnsHostnames" ->
          Params.of(
              "VpcId", id, "EnableDnsHostnames", Params.of("Value", vpc.bool("_dnsHostnames")));
      case "enableNetworkAddressUsageMetrics" ->
          Params.of(
              "VpcId",
              id,
              "EnableNetworkAddressUsageMetrics",
              Params.of("Value", Boolean.TRUE.equals(vpc.bool("_usageMetrics"))));
      default ->
          throw Ec2Errors.invalidValue(
              "Value (" + attribute + ") for parameter attribute is invalid. Unknown attribute.");
    };
  }

  private Map<String, ?> modifyAttribute(EngineCall call) {
    Structure input = call.input();
    String id = Resources.id(state.of(Kind.VPC).require(input.text("VpcId")));
    set(id, "_dnsSupport", input.bool("EnableDnsSupport", "Value"));
    set(id, "_dnsHostnames", input.bool("EnableDnsHostnames", "Value"));
    set(id, "_usageMetrics", input.bool("EnableNetworkAddressUsageMetrics", "Value"));
    return Map.of();
  }

  private void set(String id, String member, @Nullable Boolean value) {
    if (value != null) {
      state.of(Kind.VPC).edit(id, member, value);
    }
  }
}
