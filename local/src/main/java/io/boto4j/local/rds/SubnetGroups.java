package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DB subnet groups. Subnets are looked up in EC2 where it is emulated, and taken as given else. */
final class SubnetGroups {
  private final RdsState state;
  private final Resources groups;

  SubnetGroups(RdsState state) {
    this.state = state;
    this.groups = state.subnetGroups;
  }

  void register() {
    state.table.read("CreateDBSubnetGroup", this::create);
    state.table.read("DescribeDBSubnetGroups", this::describe);
    state.table.read("ModifyDBSubnetGroup", this::modify);
    state.table.write("DeleteDBSubnetGroup", this::delete);
  }

  private Structure require(@Nullable String nameOrArn) {
    Structure found = nameOrArn == null ? null : groups.find(groups.nameIn(nameOrArn));
    if (found == null) {
      throw RdsErrors.fault(
          "DBSubnetGroupNotFoundFault", "DBSubnetGroup '" + nameOrArn + "' not found.");
    }
    return found;
  }

  /** Returns the VPC and the subnets of ids. Not within a change. */
  private Map<String, Object> subnets(List<String> ids) {
    List<Object> subnets = new ArrayList<>();
    String vpc = "vpc-00000000";
    List<Structure> known = known(ids);
    for (int i = 0; i < ids.size(); i++) {
      String zone = state.context.region() + (char) ('a' + i % 3);
      for (Structure subnet : known) {
        if (ids.get(i).equals(subnet.text("SubnetId"))) {
          zone = String.valueOf(subnet.text("AvailabilityZone"));
          vpc = String.valueOf(subnet.text("VpcId"));
        }
      }
      subnets.add(
          Params.of(
              "SubnetIdentifier", ids.get(i),
              "SubnetAvailabilityZone", Params.of("Name", zone),
              "SubnetOutpost", Params.of(),
              "SubnetStatus", "Active"));
    }
    return Params.of("VpcId", vpc, "Subnets", subnets);
  }

  private List<Structure> known(List<String> ids) {
    try {
      return Structures.of(state.context.call("ec2", "DescribeSubnets", Map.of("SubnetIds", ids)))
          .structures("Subnets");
    } catch (EngineException e) {
      if (e.code().startsWith("InvalidSubnet")) {
        throw RdsErrors.fault("InvalidSubnet", e.serviceMessage());
      }
      return List.of();
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String given = String.valueOf(input.text("DBSubnetGroupName"));
    String name = groups.nameIn(given);
    if (name.equals("default")) {
      throw RdsErrors.invalid("The parameter DBSubnetGroupName must not be \"default\".");
    }
    Map<String, Object> subnets = subnets(input.texts("SubnetIds"));
    Structure made =
        state.table.change(
            () -> {
              if (groups.has(name)) {
                throw RdsErrors.fault(
                    "DBSubnetGroupAlreadyExistsFault",
                    "The DB subnet group '" + name + "' already exists.");
              }
              Map<String, Object> group = new LinkedHashMap<>();
              group.put("DBSubnetGroupName", name);
              group.put(
                  "DBSubnetGroupDescription",
                  String.valueOf(input.text("DBSubnetGroupDescription")));
              group.putAll(subnets);
              group.put("SubnetGroupStatus", "Complete");
              group.put("DBSubnetGroupArn", state.arn("subgrp", name));
              group.put("SupportedNetworkTypes", List.of("IPV4"));
              group.put("TagList", RdsState.tags(input));
              group.put(Resources.LOCAL, Params.of("Id", name));
              groups.put(group);
              return groups.get(name);
            });
    return Params.of("DBSubnetGroup", groups.view(made));
  }

  private Map<String, ?> describe(EngineCall call) {
    String name = call.input().text("DBSubnetGroupName");
    List<Structure> found = name == null ? groups.all() : List.of(require(name));
    return Pages.of(call.input(), "DBSubnetGroups", found, groups::nameOf, groups::view);
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Map<String, Object> subnets = subnets(input.texts("SubnetIds"));
    Structure changed =
        state.table.change(
            () -> {
              Structure group = require(input.text("DBSubnetGroupName"));
              Map<String, Object> changes = new LinkedHashMap<>(subnets);
              RdsState.copy(input, changes, List.of("DBSubnetGroupDescription"));
              return groups.edit(groups.nameOf(group), changes);
            });
    return Params.of("DBSubnetGroup", groups.view(changed));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure group = require(call.input().text("DBSubnetGroupName"));
    String name = groups.nameOf(group);
    boolean used =
        state.instances.all().stream()
                .anyMatch(each -> name.equals(each.text("DBSubnetGroup", "DBSubnetGroupName")))
            || state.clusters.all().stream()
                .anyMatch(each -> name.equals(each.text("DBSubnetGroup")));
    if (used) {
      throw RdsErrors.fault(
          "InvalidDBSubnetGroupStateFault",
          "Cannot delete the subnet group '"
              + name
              + "' because at least one database instance or cluster is still using it.");
    }
    groups.remove(name);
    return Map.of();
  }
}
