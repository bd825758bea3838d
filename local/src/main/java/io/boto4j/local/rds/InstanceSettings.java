package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a DB instance that an input sets, under the names that descriptions have. */
final class InstanceSettings {
  /** Members that inputs and descriptions have under the same name. */
  private static final List<String> SAME =
      List.of(
          "AllocatedStorage",
          "DBInstanceClass",
          "Engine",
          "EngineVersion",
          "MasterUsername",
          "DBName",
          "AvailabilityZone",
          "PreferredBackupWindow",
          "BackupRetentionPeriod",
          "MultiAZ",
          "AutoMinorVersionUpgrade",
          "LicenseModel",
          "Iops",
          "StorageThroughput",
          "CharacterSetName",
          "NcharCharacterSetName",
          "PubliclyAccessible",
          "DBClusterIdentifier",
          "StorageType",
          "TdeCredentialArn",
          "StorageEncrypted",
          "KmsKeyId",
          "CopyTagsToSnapshot",
          "MonitoringInterval",
          "MonitoringRoleArn",
          "PromotionTier",
          "Timezone",
          "DatabaseInsightsMode",
          "PerformanceInsightsKMSKeyId",
          "PerformanceInsightsRetentionPeriod",
          "ProcessorFeatures",
          "DeletionProtection",
          "MaxAllocatedStorage",
          "NetworkType",
          "BackupTarget",
          "CustomIamInstanceProfile",
          "DBSystemId",
          "CACertificateIdentifier",
          "MultiTenant",
          "DedicatedLogVolume",
          "EngineLifecycleSupport",
          "ReplicaMode",
          "AutomationMode",
          "AwsBackupRecoveryPointArn");

  private static final Map<String, String> RENAMED =
      Map.of(
          "EnableIAMDatabaseAuthentication", "IAMDatabaseAuthenticationEnabled",
          "EnablePerformanceInsights", "PerformanceInsightsEnabled",
          "EnableCloudwatchLogsExports", "EnabledCloudwatchLogsExports",
          "EnableCustomerOwnedIp", "CustomerOwnedIpEnabled");

  /** Members of descriptions that another instance like it has, too. */
  static final Set<String> ARE_COPIED = copied();

  private InstanceSettings() {}

  private static Set<String> copied() {
    Set<String> copied = new HashSet<>(SAME);
    copied.addAll(RENAMED.values());
    copied.addAll(
        List.of(
            "DBParameterGroups",
            "DBSecurityGroups",
            "DBSubnetGroup",
            "DomainMemberships",
            "OptionGroupMemberships",
            "PreferredMaintenanceWindow",
            "VpcSecurityGroups"));
    copied.remove("DBClusterIdentifier");
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
    String cluster = input.text("DBClusterIdentifier");
    if (cluster != null) {
      settings.put("DBClusterIdentifier", cluster.toLowerCase(Locale.ROOT));
    }
    if (input.text("PreferredMaintenanceWindow") != null) {
      settings.put(
          "PreferredMaintenanceWindow",
          Windows.maintenance(input.text("PreferredMaintenanceWindow")));
    }
    if (input.containsKey("VpcSecurityGroupIds") && !input.texts("VpcSecurityGroupIds").isEmpty()) {
      settings.put("VpcSecurityGroups", vpcSecurityGroups(input.texts("VpcSecurityGroupIds")));
    }
    if (!input.list("DBSecurityGroups").isEmpty()) {
      List<Object> groups = new ArrayList<>();
      for (String group : input.texts("DBSecurityGroups")) {
        groups.add(Params.of("DBSecurityGroupName", group, "Status", "active"));
      }
      settings.put("DBSecurityGroups", groups);
    }
    if (input.text("DBParameterGroupName") != null) {
      settings.put("DBParameterGroups", parameterGroup(input.text("DBParameterGroupName")));
    }
    if (input.text("OptionGroupName") != null) {
      settings.put("OptionGroupMemberships", optionGroup(input.text("OptionGroupName")));
    }
    String subnets = input.text("DBSubnetGroupName");
    if (subnets != null) {
      settings.put(
          "DBSubnetGroup", Params.of("DBSubnetGroupName", subnets.toLowerCase(Locale.ROOT)));
    }
    List<Object> domains = domains(input);
    if (!domains.isEmpty()) {
      settings.put("DomainMemberships", domains);
    }
    return settings;
  }

  static List<Object> vpcSecurityGroups(List<String> ids) {
    List<Object> groups = new ArrayList<>();
    for (String id : ids) {
      groups.add(Params.of("VpcSecurityGroupId", id, "Status", "active"));
    }
    return groups;
  }

  static List<Object> parameterGroup(@Nullable String name) {
    return List.of(Params.of("DBParameterGroupName", name, "ParameterApplyStatus", "in-sync"));
  }

  static List<Object> optionGroup(@Nullable String name) {
    return List.of(Params.of("OptionGroupName", name, "Status", "in-sync"));
  }

  /** Returns the directory that an input joins, if any. */
  static List<Object> domains(Structure input) {
    String domain = input.text("Domain");
    if (domain == null
        && input.text("DomainIAMRoleName") == null
        && input.text("DomainOu") == null
        && input.text("DomainFqdn") == null) {
      return List.of();
    }
    String role = input.text("DomainIAMRoleName");
    return List.of(
        Params.of(
            "Domain", domain,
            "Status", "active",
            "FQDN", input.text("DomainFqdn"),
            "IAMRoleName", role == null ? "rds-directory-service-access-role" : role,
            "OU", input.text("DomainOu"),
            "AuthSecretArn", input.text("DomainAuthSecretArn"),
            "DnsIps", input.list("DomainDnsIps")));
  }
}
