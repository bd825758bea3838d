package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rules from requests: one rule for each peer of each permission. */
final class RuleInput {
  private static final Map<String, String> PROTOCOLS =
      Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");
  private static final String ALL = "-1";

  private final EngineContext context;
  private final SecurityGroups groups;

  RuleInput(EngineContext context, SecurityGroups groups) {
    this.context = context;
    this.groups = groups;
  }

  /** The rules of a request that has permissions, or the members of one permission. */
  List<Params> read(Structure input) {
    List<Params> rules = new ArrayList<>();
    for (Structure permission : input.structures("IpPermissions")) {
      Params range = range(permission);
      int before = rules.size();
      for (Structure each : permission.structures("IpRanges")) {
        rules.add(described(range.with("CidrIpv4", ipv4(each.text("CidrIp"))), each));
      }
      for (Structure each : permission.structures("Ipv6Ranges")) {
        rules.add(described(range.with("CidrIpv6", each.text("CidrIpv6")), each));
      }
      for (Structure each : permission.structures("PrefixListIds")) {
        rules.add(described(range.with("PrefixListId", each.text("PrefixListId")), each));
      }
      for (Structure each : permission.structures("UserIdGroupPairs")) {
        rules.add(described(range.with("ReferencedGroupInfo", pair(each)), each));
      }
      if (rules.size() == before) {
        throw Ec2Errors.missing("ipPermissions.ipRanges");
      }
    }
    if (rules.isEmpty() && input.text("SourceSecurityGroupName") != null) {
      Structure source = groups.byName(String.valueOf(input.text("SourceSecurityGroupName")));
      rules.add(
          Params.of("IpProtocol", ALL, "FromPort", -1, "ToPort", -1)
              .with(
                  "ReferencedGroupInfo",
                  Params.of("GroupId", Resources.id(source), "UserId", context.account())));
    } else if (rules.isEmpty() && input.text("CidrIp") != null) {
      rules.add(range(input).with("CidrIpv4", ipv4(input.text("CidrIp"))));
    }
    return rules;
  }

  /** The rule of a request that changes one. */
  Params one(Structure rule) {
    Params read = range(rule).with("Description", rule.text("Description"));
    String group = rule.text("ReferencedGroupId");
    if (rule.text("CidrIpv4") != null) {
      return read.with("CidrIpv4", ipv4(rule.text("CidrIpv4")));
    }
    if (group != null) {
      return read.with(
          "ReferencedGroupInfo", Params.of("GroupId", group, "UserId", context.account()));
    }
    return read.with("CidrIpv6", rule.text("CidrIpv6"))
        .with("PrefixListId", rule.text("PrefixListId"));
  }

  private static Params described(Params rule, Structure peer) {
    return rule.with("Description", peer.text("Description"));
  }

  private static Params range(Structure permission) {
    String given = permission.text("IpProtocol");
    if (given == null) {
      throw Ec2Errors.missing("ipProtocol");
    }
    String lower = given.toLowerCase(Locale.ROOT);
    String protocol = PROTOCOLS.getOrDefault(lower, lower);
    boolean isNumber = protocol.matches("-1|\\d{1,3}");
    if (!isNumber && !PROTOCOLS.containsValue(protocol)) {
      throw Ec2Errors.invalidValue(
          "Invalid value '" + given + "' for IP protocol. Unknown protocol.");
    }
    if (isNumber) {
      return Params.of("IpProtocol", protocol, "FromPort", -1, "ToPort", -1);
    }
    Integer from = permission.integer("FromPort");
    Integer to = permission.integer("ToPort");
    if (protocol.startsWith("icmp")) {
      return Params.of(
          "IpProtocol", protocol,
          "FromPort", Objects.requireNonNullElse(from, -1),
          "ToPort", Objects.requireNonNullElse(to, -1));
    }
    checkPorts(from, to);
    return Params.of("IpProtocol", protocol, "FromPort", from, "ToPort", to);
  }

  private static void checkPorts(@Nullable Integer from, @Nullable Integer to) {
    if (from == null || to == null) {
      throw Ec2Errors.invalidValue(
          "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
    }
    for (int port : new int[] {from, to}) {
      if (port < 0 || port > 65535) {
        throw Ec2Errors.invalidValue("TCP/UDP port (" + port + ") out of range");
      }
    }
    if (from > to) {
      throw Ec2Errors.invalidValue("Invalid TCP/UDP port range (" + from + "-" + to + ")");
    }
  }

  private static String ipv4(@Nullable String text) {
    Cidr cidr = Cidr.parse(text);
    if (cidr == null) {
      throw Ec2Errors.invalidValue("CIDR block " + text + " is malformed");
    }
    return cidr.toString();
  }

  private Map<String, Object> pair(Structure pair) {
    String id = pair.text("GroupId");
    String name = pair.text("GroupName");
    String user = Objects.requireNonNullElse(pair.text("UserId"), context.account());
    Map<String, Object> info = new LinkedHashMap<>();
    if (user.equals(context.account())) {
      info.put("GroupId", Resources.id(groups.require(pair)));
    } else {
      info.put("GroupId", String.valueOf(id == null ? name : id));
    }
    info.put("UserId", user);
    return info;
  }
}
