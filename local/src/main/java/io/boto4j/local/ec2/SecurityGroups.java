package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Security groups. Their rules are resources of their own: {@link GroupRules}. */
final class SecurityGroups {
  private static final Pattern TEXT =
      Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");
  private static final Filters FILTERS = filters();

  private final Ec2State state;

  SecurityGroups(Ec2State state) {
    this.state = state;
  }

  private static Filters filters() {
    Filters filters =
        new Filters()
            .on("description", "Description")
            .on("group-id", "GroupId")
            .on("group-name", "GroupName")
            .on("owner-id", "OwnerId")
            .on("vpc-id", "VpcId");
    for (String side : List.of("", "egress.")) {
      String prefix = side + "ip-permission.";
      String list = side.isEmpty() ? "IpPermissions[]" : "IpPermissionsEgress[]";
      filters
          .on(prefix + "cidr", list + ".IpRanges[].CidrIp")
          .on(prefix + "ipv6-cidr", list + ".Ipv6Ranges[].CidrIpv6")
          .on(prefix + "from-port", list + ".FromPort")
          .on(prefix + "to-port", list + ".ToPort")
          .on(prefix + "protocol", list + ".IpProtocol")
          .on(prefix + "group-id", list + ".UserIdGroupPairs[].GroupId")
          .on(prefix + "prefix-list-id", list + ".PrefixListIds[].PrefixListId")
          .on(prefix + "user-id", list + ".UserIdGroupPairs[].UserId");
    }
    return filters;
  }

  void register() {
    state.table.read("DescribeSecurityGroups", this::describe);
    state.table.write("CreateSecurityGroup", this::create);
    state.table.write("DeleteSecurityGroup", this::delete);
  }

  /** Adds a group, which allows all traffic to leave. A default group lets its members in. */
  String add(String vpc, String name, String description, Map<String, String> tags) {
    String id = state.newId(Kind.SECURITY_GROUP);
    state.add(
        Kind.SECURITY_GROUP,
        id,
        Params.of(
            "GroupId", id,
            "GroupName", name,
            "Description", description,
            "OwnerId", state.context.account(),
            "VpcId", vpc,
            "SecurityGroupArn", state.arn("security-group/" + id)));
    state.tags.put(id, tags);
    Params everything = Params.of("IpProtocol", "-1", "FromPort", -1, "ToPort", -1);
    addRule(id, true, everything.with("CidrIpv4", "0.0.0.0/0"), Map.of());
    if (name.equals("default")) {
      Params self = Params.of("GroupId", id, "UserId", state.context.account());
      addRule(id, false, everything.with("ReferencedGroupInfo", self), Map.of());
    }
    return id;
  }

  Structure addRule(
      String group, boolean isEgress, Map<String, ?> members, Map<String, String> tags) {
    String id = state.newId(Kind.SECURITY_GROUP_RULE);
    Structure rule =
        state.add(
            Kind.SECURITY_GROUP_RULE,
            id,
            Params.of(
                    "SecurityGroupRuleId", id,
                    "GroupId", group,
                    "GroupOwnerId", state.context.account(),
                    "IsEgress", isEgress,
                    "SecurityGroupRuleArn", state.arn("security-group-rule/" + id))
                .withAll(members));
    state.tags.put(id, tags);
    return rule;
  }

  List<Structure> rules(String group) {
    return state.of(Kind.SECURITY_GROUP_RULE).all(rule -> group.equals(rule.text("GroupId")));
  }

  /** The group of an id, or of a name in the default VPC. */
  Structure require(Structure input) {
    String id = input.text("GroupId");
    String name = input.text("GroupName");
    if (id != null) {
      return state.of(Kind.SECURITY_GROUP).require(id);
    }
    if (name == null) {
      throw Ec2Errors.missing("groupName or groupId");
    }
    return byName(name);
  }

  Structure byName(String name) {
    Structure vpc = Networks.defaultVpc(state);
    List<Structure> found =
        state
            .of(Kind.SECURITY_GROUP)
            .all(
                group ->
                    name.equals(group.text("GroupName"))
                        && vpc != null
                        && Resources.id(vpc).equals(group.text("VpcId")));
    if (found.isEmpty()) {
      throw Ec2Errors.of(
          "InvalidGroup.NotFound",
          "The security group '"
              + name
              + "' does not exist"
              + (vpc == null ? "" : " in default VPC '" + Resources.id(vpc) + "'"));
    }
    return found.get(0);
  }

  private Params view(Structure group) {
    List<Structure> rules = rules(Resources.id(group));
    return state
        .view(group)
        .with("IpPermissions", permissions(rules, false))
        .with("IpPermissionsEgress", permissions(rules, true));
  }

  private static List<Params> permissions(List<Structure> rules, boolean isEgress) {
    Map<Params, Map<String, List<Params>>> all = new LinkedHashMap<>();
    for (Structure rule : rules) {
      if (Boolean.TRUE.equals(rule.bool("IsEgress")) != isEgress) {
        continue;
      }
      Params range = Params.of("IpProtocol", rule.text("IpProtocol"));
      if (!"-1".equals(rule.text("IpProtocol"))) {
        range =
            range.with("FromPort", rule.integer("FromPort")).with("ToPort", rule.integer("ToPort"));
      }
      String list = "UserIdGroupPairs";
      Params peer = Params.copyOf(rule.map("ReferencedGroupInfo"));
      if (rule.text("CidrIpv4") != null) {
        list = "IpRanges";
        peer = Params.of("CidrIp", rule.text("CidrIpv4"));
      } else if (rule.text("CidrIpv6") != null) {
        list = "Ipv6Ranges";
        peer = Params.of("CidrIpv6", rule.text("CidrIpv6"));
      } else if (rule.text("PrefixListId") != null) {
        list = "PrefixListIds";
        peer = Params.of("PrefixListId", rule.text("PrefixListId"));
      }
      Map<String, List<Params>> peers = all.computeIfAbsent(range, key -> new LinkedHashMap<>());
      peers
          .computeIfAbsent(list, key -> new ArrayList<>())
          .add(peer.with("Description", rule.text("Description")));
    }
    List<Params> permissions = new ArrayList<>();
    all.forEach(
        (range, peers) -> {
          Params permission = range;
          for (String list :
              List.of("IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs")) {
            permission = permission.with(list, peers.getOrDefault(list, List.of()));
          }
          permissions.add(permission);
        });
    return permissions;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<String> ids = input.texts("GroupIds");
    List<String> names = input.texts("GroupNames");
    List<Structure> groups = new ArrayList<>();
    if (ids.isEmpty() && names.isEmpty()) {
      groups.addAll(state.of(Kind.SECURITY_GROUP).all());
    }
    groups.addAll(state.of(Kind.SECURITY_GROUP).require(ids));
    names.forEach(name -> groups.add(byName(name)));
    List<Structure> found = new ArrayList<>();
    groups.forEach(group -> found.add(Structures.of(view(group))));
    return Pages.of(input, "SecurityGroups", FILTERS.apply(input, found));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("GroupName"));
    String description = String.valueOf(input.text("Description"));
    Map<String, String> tags = Tags.only(input, Kind.SECURITY_GROUP);
    if (name.startsWith("sg-")) {
      throw Ec2Errors.invalidValue("Group names may not be in the format sg-*");
    }
    if (!TEXT.matcher(name).matches()) {
      throw Ec2Errors.invalidValue(
          "Value ("
              + name
              + ") for parameter GroupName is invalid. Character sets beyond ASCII are not"
              + " supported.");
    }
    if (description.isEmpty()) {
      throw Ec2Errors.missing("GroupDescription");
    }
    if (!TEXT.matcher(description).matches()) {
      throw Ec2Errors.invalidValue(
          "Value ("
              + description
              + ") for parameter GroupDescription is invalid. Character sets beyond ASCII are not"
              + " supported.");
    }
    Structure vpc =
        input.text("VpcId") == null
            ? Networks.defaultVpc(state)
            : state.of(Kind.VPC).require(input.text("VpcId"));
    if (vpc == null) {
      throw Ec2Errors.of(
          "VPCIdNotSpecified",
          "No default VPC for this user. GroupName is only supported for EC2-Classic and default"
              + " VPC.");
    }
    String vpcId = Resources.id(vpc);
    if (name.equals("default")) {
      throw Ec2Errors.of(
          "InvalidParameterValue", "Cannot use reserved security group name: default");
    }
    boolean taken =
        state
            .of(Kind.SECURITY_GROUP)
            .any(
                group -> vpcId.equals(group.text("VpcId")) && name.equals(group.text("GroupName")));
    if (taken) {
      throw Ec2Errors.of(
          "InvalidGroup.Duplicate",
          "The security group '" + name + "' already exists for VPC '" + vpcId + "'");
    }
    String id = add(vpcId, name, description, tags);
    return Params.of("GroupId", id, "SecurityGroupArn", state.arn("security-group/" + id))
        .withAll(state.tags.member(id));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure group = require(call.input());
    String id = Resources.id(group);
    if ("default".equals(group.text("GroupName"))) {
      throw Ec2Errors.of(
          "CannotDelete",
          "the specified group: \"" + id + "\" name: \"default\" cannot be deleted by a user");
    }
    boolean used =
        state
                .of(Kind.INSTANCE)
                .any(
                    instance ->
                        !InstanceStates.isGone(instance)
                            && instance.structures("SecurityGroups").stream()
                                .anyMatch(each -> id.equals(each.text("GroupId"))))
            || state
                .of(Kind.SECURITY_GROUP_RULE)
                .any(
                    rule ->
                        id.equals(rule.text("ReferencedGroupInfo", "GroupId"))
                            && !Objects.equals(rule.text("GroupId"), id));
    if (used) {
      throw Ec2Errors.of("DependencyViolation", "resource " + id + " has a dependent object");
    }
    remove(id);
    return Params.of("Return", true, "GroupId", id);
  }

  void remove(String id) {
    for (Structure rule : rules(id)) {
      state.remove(Kind.SECURITY_GROUP_RULE, Resources.id(rule));
    }
    state.remove(Kind.SECURITY_GROUP, id);
  }
}
