package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subnets of VPCs. */
final class Subnets {
  /** The first four addresses of a block and its last are reserved. */
  private static final int RESERVED = 4;

  private static final Filters FILTERS =
      new Filters()
          .on("availability-zone", "AvailabilityZone")
          .on("availabilityZone", "AvailabilityZone")
          .on("availability-zone-id", "AvailabilityZoneId")
          .on("available-ip-address-count", "AvailableIpAddressCount")
          .on("cidr", "CidrBlock")
          .on("cidrBlock", "CidrBlock")
          .on("cidr-block", "CidrBlock")
          .on("default-for-az", "DefaultForAz")
          .on("defaultForAz", "DefaultForAz")
          .on("map-public-ip-on-launch", "MapPublicIpOnLaunch")
          .on("owner-id", "OwnerId")
          .on("state", "State")
          .on("subnet-arn", "SubnetArn")
          .on("subnet-id", "SubnetId")
          .on("vpc-id", "VpcId");

  private final Ec2State state;

  Subnets(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.read(
        "DescribeSubnets",
        call -> state.describe(call, Kind.SUBNET, "SubnetIds", "Subnets", FILTERS, this::view));
    state.table.write("CreateSubnet", this::create);
    state.table.write("CreateDefaultSubnet", this::createDefault);
    state.table.write("DeleteSubnet", this::delete);
    state.table.write("ModifySubnetAttribute", this::modify);
  }

  static String add(Ec2State state, String vpc, Cidr block, Zones.Zone zone, boolean isDefault) {
    String id = state.newId(Kind.SUBNET);
    state.add(
        Kind.SUBNET,
        id,
        Params.of(
            "SubnetId",
            id,
            "SubnetArn",
            state.arn("subnet/" + id),
            "VpcId",
            vpc,
            "OwnerId",
            state.context.account(),
            "CidrBlock",
            block.toString(),
            "Ipv6CidrBlockAssociationSet",
            List.of(),
            "AvailabilityZone",
            zone.name(),
            "AvailabilityZoneId",
            zone.id(),
            "DefaultForAz",
            isDefault,
            "MapPublicIpOnLaunch",
            isDefault,
            "AssignIpv6AddressOnCreation",
            false,
            "MapCustomerOwnedIpOnLaunch",
            false,
            "EnableDns64",
            false,
            "Ipv6Native",
            false,
            "PrivateDnsNameOptionsOnLaunch",
            Params.of(
                "HostnameType", "ip-name",
                "EnableResourceNameDnsARecord", false,
                "EnableResourceNameDnsAAAARecord", false),
            "State",
            "available"));
    return id;
  }

  private Params view(Structure subnet) {
    Cidr block = Cidr.require(subnet.text("CidrBlock"), "cidrBlock");
    long free = block.size() - RESERVED - 1 - used(state, Resources.id(subnet)).size();
    return state.view(subnet).with("AvailableIpAddressCount", (int) free);
  }

  private static Set<String> used(Ec2State state, String subnet) {
    Set<String> used = new HashSet<>();
    for (Structure instance : state.of(Kind.INSTANCE).all()) {
      if (subnet.equals(instance.text("SubnetId")) && !InstanceStates.isGone(instance)) {
        used.add(String.valueOf(instance.text("PrivateIpAddress")));
      }
    }
    return used;
  }

  /** Chooses a free address of a subnet. */
  static String address(Ec2State state, Structure subnet, @Nullable String wanted) {
    Cidr block = Cidr.require(subnet.text("CidrBlock"), "cidrBlock");
    Set<String> used = used(state, Resources.id(subnet));
    if (wanted != null) {
      Cidr address = Cidr.parse(wanted + "/32");
      if (address == null || !block.contains(address)) {
        throw Ec2Errors.invalidValue(
            "Address " + wanted + " does not fall within the subnet's address range");
      }
      if (used.contains(wanted)) {
        throw Ec2Errors.of("InvalidIPAddress.InUse", "Address " + wanted + " is in use.");
      }
      return wanted;
    }
    long choices = block.size() - RESERVED - 1;
    if (used.size() < choices) {
      long start = state.context.random().nextLong(choices);
      for (long i = 0; i < choices; i++) {
        String address = block.address(RESERVED + (start + i) % choices);
        if (!used.contains(address)) {
          return address;
        }
      }
    }
    throw Ec2Errors.of(
        "InsufficientFreeAddressesInSubnet",
        "There are not enough free addresses in subnet '"
            + Resources.id(subnet)
            + "' to satisfy the requested number of instances.");
  }

  private Zones.Zone zone(Structure input) {
    String name = input.text("AvailabilityZone");
    String id = input.text("AvailabilityZoneId");
    List<Zones.Zone> zones = Zones.of(state.context.region());
    for (Zones.Zone zone : zones) {
      if (name == null ? id == null || zone.id().equals(id) : zone.name().equals(name)) {
        return zone;
      }
    }
    throw Ec2Errors.invalidValue(
        "Value ("
            + (name == null ? id : name)
            + ") for parameter availabilityZone is invalid. Subnets can currently only be created in the following"
            + " availability zones: "
            + String.join(", ", zones.stream().map(Zones.Zone::name).toList())
            + ".");
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    if (input.text("Ipv6CidrBlock") != null || Boolean.TRUE.equals(input.bool("Ipv6Native"))) {
      throw Ec2Errors.of("UnsupportedOperation", "boto4j-local does not emulate IPv6 networks");
    }
    Structure vpc = state.of(Kind.VPC).require(input.text("VpcId"));
    Cidr block = Cidr.require(input.text("CidrBlock"), "cidrBlock");
    Cidr whole = Cidr.require(vpc.text("CidrBlock"), "cidrBlock");
    if (!whole.contains(block) || block.bits() > 28 || block.bits() < 16) {
      throw Ec2Errors.of(
          "InvalidSubnet.Range", "The CIDR '" + input.text("CidrBlock") + "' is invalid.");
    }
    for (Structure other : state.of(Kind.SUBNET).all()) {
      Cidr taken = Cidr.parse(other.text("CidrBlock"));
      if (Resources.id(vpc).equals(other.text("VpcId")) && taken != null && taken.overlaps(block)) {
        throw Ec2Errors.of(
            "InvalidSubnet.Conflict",
            "The CIDR '" + input.text("CidrBlock") + "' conflicts with another subnet");
      }
    }
    Zones.Zone zone = zone(input);
    Map<String, String> tags = Tags.only(input, Kind.SUBNET);
    String id = add(state, Resources.id(vpc), block, zone, false);
    state.tags.put(id, tags);
    return Params.of("Subnet", view(state.of(Kind.SUBNET).require(id)));
  }

  private Map<String, ?> createDefault(EngineCall call) {
    Structure vpc = Networks.defaultVpc(state);
    if (vpc == null) {
      throw Ec2Errors.of(
          "DefaultVpcDoesNotExist", "No default VPC exists for this account in this region.");
    }
    Zones.Zone zone = zone(call.input());
    List<Structure> subnets =
        state.of(Kind.SUBNET).all(each -> Resources.id(vpc).equals(each.text("VpcId")));
    for (Structure each : subnets) {
      if (Boolean.TRUE.equals(each.bool("DefaultForAz"))
          && zone.name().equals(each.text("AvailabilityZone"))) {
        throw Ec2Errors.of(
            "DefaultSubnetAlreadyExistsInAvailabilityZone",
            "'" + Resources.id(each) + "' is already the default subnet in " + zone.name() + ".");
      }
    }
    for (int i = 0; i < 16; i++) {
      Cidr block = Cidr.require("172.31." + 16 * i + ".0/20", "cidrBlock");
      boolean taken =
          subnets.stream()
              .map(each -> Cidr.require(each.text("CidrBlock"), "cidrBlock"))
              .anyMatch(block::overlaps);
      if (!taken) {
        String id = add(state, Resources.id(vpc), block, zone, true);
        return Params.of("Subnet", view(state.of(Kind.SUBNET).require(id)));
      }
    }
    throw Ec2Errors.of("InvalidSubnet.Conflict", "The default VPC has no room for a subnet");
  }

  private Map<String, ?> delete(EngineCall call) {
    String id = Resources.id(state.of(Kind.SUBNET).require(call.input().text("SubnetId")));
    if (!used(state, id).isEmpty()) {
      throw Ec2Errors.dependency("subnet", id);
    }
    RouteTables.forgetSubnet(state, id);
    state.remove(Kind.SUBNET, id);
    return Map.of();
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    String id = Resources.id(state.of(Kind.SUBNET).require(input.text("SubnetId")));
    for (String name :
        List.of("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation", "EnableDns64")) {
      Boolean value = input.bool(name, "Value");
      if (value != null) {
        state.of(Kind.SUBNET).edit(id, name, value);
      }
    }
    return Map.of();
  }
}
