package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.rds.postgres.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state that the parts of the RDS engine share: resources, clock and real databases. */
final class RdsState {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  final EngineContext context;
  final OperationTable table;
  final Duration delay;

  /** The servers, or null if PostgreSQL is not on the class path. */
  final @Nullable Databases databases;

  final Events events;
  final Servers servers;
  final Resources instances;
  final Resources snapshots;
  final Resources clusters;
  final Resources clusterSnapshots;
  final Resources parameterGroups;
  final Resources clusterParameterGroups;
  final Resources optionGroups;
  final Resources subnetGroups;
  final Resources securityGroups;
  final Resources subscriptions;
  final Resources globalClusters;
  final Resources proxies;
  final Resources targetGroups;
  final Resources deployments;
  final Resources shardGroups;
  final Resources exportTasks;
  final Resources automatedBackups;
  final Resources integrations;
  private final Map<String, Resources> byArnType = new LinkedHashMap<>();

  RdsState(EngineContext context, Duration delay, @Nullable Databases databases) {
    this.context = context;
    this.delay = delay;
    this.databases = databases;
    this.table = new OperationTable(context.store());
    this.instances = open("instances", "db", "DBInstanceIdentifier", true);
    this.snapshots = open("snapshots", "snapshot", "DBSnapshotIdentifier", true);
    this.clusters = open("clusters", "cluster", "DBClusterIdentifier", true);
    this.clusterSnapshots =
        open("cluster-snapshots", "cluster-snapshot", "DBClusterSnapshotIdentifier", true);
    this.parameterGroups = open("parameter-groups", "pg", "DBParameterGroupName", false);
    this.clusterParameterGroups =
        open("cluster-parameter-groups", "cluster-pg", "DBClusterParameterGroupName", false);
    this.optionGroups = open("option-groups", "og", "OptionGroupName", false);
    this.subnetGroups = open("subnet-groups", "subgrp", "DBSubnetGroupName", false);
    this.securityGroups = open("security-groups", "secgrp", "DBSecurityGroupName", false);
    this.subscriptions = open("subscriptions", "es", "CustSubscriptionId", false);
    this.globalClusters =
        open("global-clusters", "global-cluster", "GlobalClusterIdentifier", true);
    this.proxies = open("proxies", "db-proxy", "DBProxyName", false);
    this.targetGroups = open("target-groups", "target-group", "DBProxyName", false);
    this.deployments = open("deployments", "deployment", "BlueGreenDeploymentIdentifier", true);
    this.shardGroups = open("shard-groups", "shard-group", "DBShardGroupIdentifier", true);
    this.exportTasks = open("export-tasks", "export", "ExportTaskIdentifier", false);
    this.automatedBackups = open("automated-backups", "auto-backup", "DbiResourceId", false);
    this.integrations = open("integrations", "integration", "IntegrationName", false);
    this.events = new Events(context);
    this.servers = new Servers(this);
  }

  private Resources open(String map, String arnType, String nameMember, boolean describesTags) {
    Resources resources =
        new Resources(context.store().map(map), arnType, nameMember, describesTags);
    byArnType.put(arnType, resources);
    return resources;
  }

  /** Returns the resources of a type of ARN, or null. */
  @Nullable Resources ofArnType(String type) {
    return byArnType.get(type);
  }

  /** The time in milliseconds, as RDS reports it. */
  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String newText(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(context.random().nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  String arn(String type, String name) {
    return "arn:"
        + Partition.of(context.region())
        + ":rds:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + type
        + ":"
        + name;
  }

  /** Returns tags of an input as a plain list. */
  static List<Object> tags(Structure input) {
    List<Object> tags = new ArrayList<>();
    for (Structure tag : input.structures("Tags")) {
      String value = tag.text("Value");
      tags.add(Params.of("Key", tag.text("Key"), "Value", value == null ? "" : value));
    }
    return tags;
  }

  /** Puts members of an input under the same names. */
  static void copy(Structure input, Map<String, Object> into, List<String> members) {
    for (String member : members) {
      Object value = input.get(member);
      if (value != null) {
        into.put(member, value);
      }
    }
  }
}
