package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DB security groups, which old accounts have. They protect nothing here, as nothing does. */
final class SecurityGroups {
  private final RdsState state;
  private final Resources groups;

  SecurityGroups(RdsState state) {
    this.state = state;
    this.groups = state.securityGroups;
  }

  void register() {
    state.table.write("CreateDBSecurityGroup", this::create);
    state.table.read("DescribeDBSecurityGroups", this::describe);
    state.table.write("DeleteDBSecurityGroup", this::delete);
    state.table.write("AuthorizeDBSecurityGroupIngress", this::authorize);
    state.table.write("RevokeDBSecurityGroupIngress", this::revoke);
  }

  private Structure require(@Nullable String name) {
    Structure found = groups.find(name);
    if (found == null) {
      throw RdsErrors.fault(
          "DBSecurityGroupNotFoundFault", "Security Group " + name + " not found.");
    }
    return found;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = groups.nameIn(String.valueOf(input.text("DBSecurityGroupName")));
    if (groups.has(name)) {
      throw RdsErrors.fault(
          "DBSecurityGroupAlreadyExistsFault", "Security group " + name + " already exists");
    }
    groups.put(
        Params.of(
            "DBSecurityGroupName",
            name,
            "DBSecurityGroupDescription",
            input.text("DBSecurityGroupDescription"),
            "OwnerId",
            state.context.account(),
            "EC2SecurityGroups",
            List.of(),
            "IPRanges",
            List.of(),
            "DBSecurityGroupArn",
            state.arn("secgrp", name),
            "TagList",
            RdsState.tags(input),
            Resources.LOCAL,
            Params.of("Id", name)));
    return Params.of("DBSecurityGroup", groups.view(groups.get(name)));
  }

  private Map<String, ?> describe(EngineCall call) {
    String name = call.input().text("DBSecurityGroupName");
    List<Structure> found = name == null ? groups.all() : List.of(require(name));
    return Pages.of(call.input(), "DBSecurityGroups", found, groups::nameOf, groups::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    groups.remove(groups.nameOf(require(call.input().text("DBSecurityGroupName"))));
    return Map.of();
  }

  private Map<String, ?> authorize(EngineCall call) {
    Structure input = call.input();
    Structure group = require(input.text("DBSecurityGroupName"));
    List<Object> ranges = new ArrayList<>(group.list("IPRanges"));
    List<Object> others = new ArrayList<>(group.list("EC2SecurityGroups"));
    String range = input.text("CIDRIP");
    if (range == null) {
      others.add(other(input));
    } else {
      Params authorized = Params.of("Status", "authorized", "CIDRIP", range);
      if (group.structures("IPRanges").stream()
          .anyMatch(each -> range.equals(each.text("CIDRIP")))) {
        throw RdsErrors.fault(
            "AuthorizationAlreadyExistsFault", "Authorization already exists: " + range);
      }
      ranges.add(authorized);
    }
    return write(group, ranges, others);
  }

  private static Params other(Structure input) {
    return Params.of(
        "Status", "authorized",
        "EC2SecurityGroupName", input.text("EC2SecurityGroupName"),
        "EC2SecurityGroupId", input.text("EC2SecurityGroupId"),
        "EC2SecurityGroupOwnerId", input.text("EC2SecurityGroupOwnerId"));
  }

  private Map<String, ?> write(Structure group, List<Object> ranges, List<Object> others) {
    Structure changed =
        groups.edit(
            groups.nameOf(group), Params.of("IPRanges", ranges, "EC2SecurityGroups", others));
    return Params.of("DBSecurityGroup", groups.view(changed));
  }

  private Map<String, ?> revoke(EngineCall call) {
    Structure input = call.input();
    Structure group = require(input.text("DBSecurityGroupName"));
    String range = input.text("CIDRIP");
    List<Structure> ranges = new ArrayList<>(group.structures("IPRanges"));
    List<Structure> others = new ArrayList<>(group.structures("EC2SecurityGroups"));
    boolean found =
        range == null
            ? others.removeIf(
                each ->
                    String.valueOf(other(input).get("EC2SecurityGroupName"))
                            .equals(String.valueOf(each.text("EC2SecurityGroupName")))
                        && String.valueOf(other(input).get("EC2SecurityGroupId"))
                            .equals(String.valueOf(each.text("EC2SecurityGroupId"))))
            : ranges.removeIf(each -> range.equals(each.text("CIDRIP")));
    if (!found) {
      throw RdsErrors.fault("AuthorizationNotFoundFault", "Authorization not found: " + range);
    }
    return write(group, new ArrayList<>(ranges), new ArrayList<>(others));
  }
}
