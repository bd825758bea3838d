package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The members of a DB cluster that an input sets, under the names that descriptions have. */
final class ClusterSettings {
  private static final List<String> SAME =
      List.of(
          "AllocatedStorage",
          "AvailabilityZones",
          "BackupRetentionPeriod",
          "CharacterSetName",
          "DatabaseName",
          "Engine",
          "EngineVersion",
          "Port",
          "MasterUsername",
          "PreferredBackupWindow",
          "StorageEncrypted",
          "KmsKeyId",
          "BacktrackWindow",
          "EngineMode",
          "DBClusterInstanceClass",
          "StorageType",
          "Iops",
          "PubliclyAccessible",
          "AutoMinorVersionUpgrade",
          "DeletionProtection",
          "GlobalClusterIdentifier",
          "CopyTagsToSnapshot",
          "NetworkType",
          "MonitoringInterval",
          "MonitoringRoleArn",
          "DatabaseInsightsMode",
          "PerformanceInsightsKMSKeyId",
          "PerformanceInsightsRetentionPeriod",
          "ReplicationSourceIdentifier",
          "ClusterScalabilityType",
          "EngineLifecycleSupport",
          "DBSystemId",
          "AwsBackupRecoveryPointArn");

  private static final Map<String, String> RENAMED =
      Map.of(
          "EnableIAMDatabaseAuthentication", "IAMDatabaseAuthenticationEnabled",
          "EnablePerformanceInsights", "PerformanceInsightsEnabled",
          "EnableCloudwatchLogsExports", "EnabledCloudwatchLogsExports",
          "EnableGlobalWriteForwarding", "GlobalWriteForwardingRequested",
          "DBClusterParameterGroupName", "DBClusterParameterGroup",
          "ServerlessV2ScalingConfiguration", "ServerlessV2ScalingConfiguration");

  /** Members of descriptions that another cluster like it has, too. */
  static final Set<String> ARE_COPIED = copied();

  private ClusterSettings() {}

  private static Set<String> copied() {
    Set<String> copied = new HashSet<>(SAME);
    copied.addAll(RENAMED.values());
    copied.addAll(
        List.of(
            "DBSubnetGroup",
            "PreferredMaintenanceWindow",
            "ScalingConfigurationInfo",
            "VpcSecurityGroups"));
    copied.removeAll(
        List.of("GlobalClusterIdentifier", "ReplicationSourceIdentifier", "DeletionProtection"));
    return copied;
  }

  /** Returns the members that an input sets. */
  static Map<String, Object> read(Structure input) {
    Map<String, Object> settings = new LinkedHashMap<>();
    RdsState.copy(input, settings, SAME);
    RENAMED.forEach(
        (from, to) -> {
          Object value = input.get(from);
          if (value != null) {
            settings.put(to, value);
          }
        });
    String window = input.text("PreferredMaintenanceWindow");
    if (window != null) {
      settings.put("PreferredMaintenanceWindow", Windows.maintenance(window));
    }
    if (!input.texts("VpcSecurityGroupIds").isEmpty()) {
      settings.put(
          "VpcSecurityGroups",
          InstanceSettings.vpcSecurityGroups(input.texts("VpcSecurityGroupIds")));
    }
    String subnets = input.text("DBSubnetGroupName");
    if (subnets != null) {
      settings.put("DBSubnetGroup", subnets.toLowerCase(Locale.ROOT));
    }
    Structure scaling = input.structure("ScalingConfiguration");
    if (scaling != null) {
      settings.put("ScalingConfigurationInfo", scaling);
    }
    List<Object> domains = InstanceSettings.domains(input);
    if (!domains.isEmpty()) {
      settings.put("DomainMemberships", domains);
    }
    return settings;
  }

  /** Returns settings of a cluster or of the snapshot of one, for another cluster like it. */
  static Map<String, Object> of(Structure source) {
    Map<String, Object> settings = new LinkedHashMap<>();
    source.forEach(
        (member, value) -> {
          if (ARE_COPIED.contains(member)) {
            settings.put(member, value);
          }
        });
    return settings;
  }

  /** Returns the default scaling of Aurora Serverless v1. */
  static Params defaultScaling() {
    return Params.of(
        "MinCapacity", 1,
        "MaxCapacity", 16,
        "AutoPause", true,
        "SecondsUntilAutoPause", 300,
        "TimeoutAction", "RollbackCapacityChange",
        "SecondsBeforeTimeout", 300);
  }
}
