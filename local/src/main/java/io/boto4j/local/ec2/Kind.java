package io.boto4j.local.ec2;

import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of resources, each with the form of its ids and the texts of its errors. */
enum Kind {
  INSTANCE("instance", "i-", "InvalidInstanceID", "instance ID"),
  VPC("vpc", "vpc-", "InvalidVpcID", "vpc ID"),
  SUBNET("subnet", "subnet-", "InvalidSubnetID", "subnet ID"),
  INTERNET_GATEWAY("internet-gateway", "igw-", "InvalidInternetGatewayID", "internetGateway ID"),
  ROUTE_TABLE("route-table", "rtb-", "InvalidRouteTableID", "routeTable ID"),
  NETWORK_ACL("network-acl", "acl-", "InvalidNetworkAclID", "networkAcl ID"),
  DHCP_OPTIONS("dhcp-options", "dopt-", "InvalidDhcpOptionID", "DhcpOptions"),
  SECURITY_GROUP("security-group", "sg-", "InvalidGroup", "security group"),
  SECURITY_GROUP_RULE(
      "security-group-rule", "sgr-", "InvalidSecurityGroupRuleId", "security group rule ID"),
  KEY_PAIR("key-pair", "key-", "InvalidKeyPair", "key pair"),
  IMAGE("image", "ami-", "InvalidAMIID", "image id"),
  VOLUME("volume", "vol-", "InvalidVolume", "volume"),
  SNAPSHOT("snapshot", "snap-", "InvalidSnapshot", "snapshot"),
  NETWORK_INTERFACE(
      "network-interface", "eni-", "InvalidNetworkInterfaceID", "networkInterface ID"),
  ADDRESS("elastic-ip", "eipalloc-", "InvalidAllocationID", "allocation ID");

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");

  private final String type;
  private final String prefix;
  private final String code;
  private final String noun;

  Kind(String type, String prefix, String code, String noun) {
    this.type = type;
    this.prefix = prefix;
    this.code = code;
    this.noun = noun;
  }

  /** The type as tags have it, such as {@code internet-gateway}. */
  String type() {
    return type;
  }

  String prefix() {
    return prefix;
  }

  String noun() {
    return noun;
  }

  /** Whether the messages of a kind end in a period. */
  private boolean isStored() {
    return this == VOLUME || this == SNAPSHOT;
  }

  /** Returns the kind of an id, or null if its prefix is unknown. */
  static @Nullable Kind of(String id) {
    for (Kind kind : values()) {
      if (id.startsWith(kind.prefix)) {
        return kind;
      }
    }
    return null;
  }

  static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  /** Checks the form of an id. */
  void check(String id) {
    if (!id.startsWith(prefix)) {
      throw malformed(id, " (expecting \"" + prefix + "...\")");
    }
    if (!isHex(id.substring(prefix.length()))) {
      throw malformed(id, "");
    }
  }

  private EngineException malformed(String id, String expected) {
    if (this == VOLUME) {
      return Ec2Errors.invalidValue(
          "Value (" + id + ") for parameter volumeId is invalid. Expected: 'vol-...'.");
    }
    if (this == SNAPSHOT) {
      return Ec2Errors.invalidValue(
          "Value (" + id + ") for parameter snapshotId is invalid. Expected: 'snap-...'.");
    }
    String family = this == SECURITY_GROUP ? "InvalidGroupId" : code;
    return Ec2Errors.of(family + ".Malformed", "Invalid id: \"" + id + "\"" + expected);
  }

  /** The error for ids that do not exist. */
  EngineException notFound(List<String> ids) {
    String all = String.join(", ", ids);
    String message =
        this == IMAGE
            ? "The image id '[" + all + "]' does not exist"
            : ids.size() == 1
                ? "The " + noun + " '" + all + "' does not exist" + (isStored() ? "." : "")
                : "The " + noun + "s '" + all + "' do not exist";
    return Ec2Errors.of(code + ".NotFound", message);
  }
}
