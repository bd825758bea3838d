package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The rules of security groups. */
final class GroupRules {
  /** The members that make two rules the same. */
  private static final List<String> IDENTITY =
      List.of(
          "IpProtocol",
          "FromPort",
          "ToPort",
          "CidrIpv4",
          "CidrIpv6",
          "PrefixListId",
          "ReferencedGroupInfo");

  private static final Filters FILTERS =
      new Filters().on("group-id", "GroupId").on("security-group-rule-id", "SecurityGroupRuleId");
  private static final int MOST = 60;

  private final Ec2State state;
  private final SecurityGroups groups;
  private final RuleInput rules;

  GroupRules(Ec2State state, SecurityGroups groups) {
    this.state = state;
    this.groups = groups;
    this.rules = new RuleInput(state.context, groups);
  }

  void register() {
    state.table.write("AuthorizeSecurityGroupIngress", call -> authorize(call, false));
    state.table.write("AuthorizeSecurityGroupEgress", call -> authorize(call, true));
    state.table.write("RevokeSecurityGroupIngress", call -> revoke(call, false));
    state.table.write("RevokeSecurityGroupEgress", call -> revoke(call, true));
    state.table.write(
        "UpdateSecurityGroupRuleDescriptionsIngress", call -> describeAgain(call, false));
    state.table.write(
        "UpdateSecurityGroupRuleDescriptionsEgress", call -> describeAgain(call, true));
    state.table.write("ModifySecurityGroupRules", this::modify);
    state.table.read(
        "DescribeSecurityGroupRules",
        call ->
            state.describe(
                call,
                Kind.SECURITY_GROUP_RULE,
                "SecurityGroupRuleIds",
                "SecurityGroupRules",
                FILTERS));
  }

  private static boolean isSame(Structure stored, Params rule) {
    return IDENTITY.stream()
        .allMatch(member -> Objects.equals(stored.get(member), rule.get(member)));
  }

  private List<Structure> same(String group, Params rule, boolean isEgress) {
    return groups.rules(group).stream()
        .filter(each -> Boolean.TRUE.equals(each.bool("IsEgress")) == isEgress)
        .filter(each -> isSame(each, rule))
        .toList();
  }

  private static EngineException duplicate(Params rule) {
    Object peer = rule.get("CidrIpv4");
    for (String member : List.of("CidrIpv6", "PrefixListId")) {
      peer = peer == null ? rule.get(member) : peer;
    }
    if (rule.get("ReferencedGroupInfo") instanceof Map<?, ?> group) {
      peer = group.get("GroupId");
    }
    String protocol = String.valueOf(rule.get("IpProtocol"));
    String range =
        protocol.equals("-1")
            ? "ALL"
            : protocol.toUpperCase(Locale.ROOT)
                + ", from port: "
                + rule.get("FromPort")
                + ", to port: "
                + rule.get("ToPort");
    return Ec2Errors.of(
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: " + peer + ", " + range + ", ALLOW\" already exists");
  }

  private List<Params> given(EngineCall call) {
    List<Params> given = rules.read(call.input());
    if (given.isEmpty()) {
      throw Ec2Errors.missing("ipPermissions");
    }
    return given;
  }

  private Map<String, ?> authorize(EngineCall call, boolean isEgress) {
    String group = Resources.id(groups.require(call.input()));
    List<Params> given = given(call);
    Map<String, String> tags = Tags.only(call.input(), Kind.SECURITY_GROUP_RULE);
    for (int i = 0; i < given.size(); i++) {
      Params rule = given.get(i);
      if (!same(group, rule, isEgress).isEmpty()) {
        throw duplicate(rule);
      }
      if (given.subList(0, i).stream()
          .anyMatch(other -> other.without("Description").equals(rule.without("Description")))) {
        throw Ec2Errors.invalidValue("The same permission must not appear multiple times");
      }
    }
    long before =
        groups.rules(group).stream()
            .filter(each -> Boolean.TRUE.equals(each.bool("IsEgress")) == isEgress)
            .count();
    if (before + given.size() > MOST) {
      throw Ec2Errors.of(
          "RulesPerSecurityGroupLimitExceeded",
          "The maximum number of rules per security group has been reached.");
    }
    List<Params> added = new ArrayList<>();
    for (Params rule : given) {
      added.add(state.view(groups.addRule(group, isEgress, rule, tags)));
    }
    return Params.of("Return", true, "SecurityGroupRules", added);
  }

  private Map<String, ?> revoke(EngineCall call, boolean isEgress) {
    Structure input = call.input();
    String group = Resources.id(groups.require(input));
    List<Structure> gone = new ArrayList<>();
    for (Structure rule :
        state.of(Kind.SECURITY_GROUP_RULE).require(input.texts("SecurityGroupRuleIds"))) {
      if (!group.equals(rule.text("GroupId"))
          || Boolean.TRUE.equals(rule.bool("IsEgress")) != isEgress) {
        throw notFound();
      }
      gone.add(rule);
    }
    if (gone.isEmpty()) {
      for (Params rule : given(call)) {
        List<Structure> same = same(group, rule, isEgress);
        if (same.isEmpty()) {
          throw notFound();
        }
        gone.addAll(same);
      }
    }
    List<Params> revoked = new ArrayList<>();
    for (Structure rule : gone) {
      String id = Resources.id(rule);
      state.remove(Kind.SECURITY_GROUP_RULE, id);
      Object peer = rule.get("ReferencedGroupInfo");
      revoked.add(
          Params.of("SecurityGroupRuleId", id, "GroupId", group, "IsEgress", isEgress)
              .with("IpProtocol", rule.text("IpProtocol"))
              .with("FromPort", rule.integer("FromPort"))
              .with("ToPort", rule.integer("ToPort"))
              .with("CidrIpv4", rule.text("CidrIpv4"))
              .with("CidrIpv6", rule.text("CidrIpv6"))
              .with("PrefixListId", rule.text("PrefixListId"))
              .with(
                  "ReferencedGroupId",
                  peer == null ? null : rule.text("ReferencedGroupInfo", "GroupId"))
              .with("Description", rule.text("Description")));
    }
    return Params.of("Return", true, "RevokedSecurityGroupRules", revoked);
  }

  private static EngineException notFound() {
    return Ec2Errors.of(
        "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
  }

  private Map<String, ?> describeAgain(EngineCall call, boolean isEgress) {
    Structure input = call.input();
    String group = Resources.id(groups.require(input));
    for (Structure each : input.structures("SecurityGroupRuleDescriptions")) {
      Structure rule = state.of(Kind.SECURITY_GROUP_RULE).require(each.text("SecurityGroupRuleId"));
      state
          .of(Kind.SECURITY_GROUP_RULE)
          .edit(Resources.id(rule), "Description", each.text("Description"));
    }
    for (Params rule : rules.read(input)) {
      List<Structure> same = same(group, rule, isEgress);
      if (same.isEmpty()) {
        throw notFound();
      }
      state
          .of(Kind.SECURITY_GROUP_RULE)
          .edit(Resources.id(same.get(0)), "Description", rule.get("Description"));
    }
    return Params.of("Return", true);
  }

  private Map<String, ?> modify(EngineCall call) {
    String group = Resources.id(groups.require(call.input()));
    for (Structure change : call.input().structures("SecurityGroupRules")) {
      Structure rule =
          state.of(Kind.SECURITY_GROUP_RULE).require(change.text("SecurityGroupRuleId"));
      Structure wanted = change.structure("SecurityGroupRule");
      if (wanted == null || !group.equals(rule.text("GroupId"))) {
        throw notFound();
      }
      Params changed = rules.one(wanted);
      for (String member : IDENTITY) {
        state.of(Kind.SECURITY_GROUP_RULE).edit(Resources.id(rule), member, changed.get(member));
      }
      state
          .of(Kind.SECURITY_GROUP_RULE)
          .edit(Resources.id(rule), "Description", changed.get("Description"));
    }
    return Params.of("Return", true);
  }
}
