package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes DB instances from settings, with the defaults and checks of RDS. */
final class InstanceBuilder {
  private static final int DEFAULT_STORAGE = 20;
  private static final String CERTIFICATE = "rds-ca-rsa2048-g1";

  private final RdsState state;

  InstanceBuilder(RdsState state) {
    this.state = state;
  }

  /** Checks settings of a new instance. */
  boolean check(String name, Map<String, Object> given) {
    Structure settings = Structures.of(given);
    if (state.instances.has(name)) {
      throw RdsErrors.fault("DBInstanceAlreadyExistsFault", "DB instance already exists");
    }
    DatabaseEngine engine = engine(settings.text("Engine"));
    Structure cluster = cluster(settings);
    if (cluster != null && !engine.name().equals(cluster.text("Engine"))) {
      throw RdsErrors.combination(
          "The engine name requested for your DB instance ("
              + engine.name()
              + ") doesn't match the engine name of your DB cluster ("
              + cluster.text("Engine")
              + ").");
    }
    if (cluster != null && "serverless".equals(cluster.text("EngineMode"))) {
      throw RdsErrors.invalid("Instances cannot be added to Aurora Serverless clusters.");
    }
    checkGroups(settings, engine);
    checkMonitoring(settings);
    checkStorage(settings);
    Windows.check(
        Windows.maintenance(settings.text("PreferredMaintenanceWindow")),
        settings.text("PreferredBackupWindow"));
    return true;
  }

  /** Returns an engine that exists. */
  static DatabaseEngine engine(@Nullable String name) {
    DatabaseEngine engine = DatabaseEngine.find(name);
    if (engine == null) {
      throw RdsErrors.invalid(
          "Value "
              + name
              + " for parameter Engine is invalid. Reason: engine "
              + name
              + " not supported");
    }
    return engine;
  }

  private @Nullable Structure cluster(Structure settings) {
    String name = settings.text("DBClusterIdentifier");
    Structure cluster = state.clusters.find(name);
    if (name != null && cluster == null) {
      throw RdsErrors.fault(
          "DBClusterNotFoundFault",
          "The source cluster could not be found or cannot be accessed: " + name);
    }
    return cluster;
  }

  /** Checks that the groups that settings name exist. */
  void checkGroups(Structure settings, DatabaseEngine engine) {
    for (Structure group : settings.structures("DBParameterGroups")) {
      String name = String.valueOf(group.text("DBParameterGroupName"));
      if (!name.startsWith("default." + engine.name()) && !state.parameterGroups.has(name)) {
        throw RdsErrors.fault(
            "DBParameterGroupNotFoundFault", "DBParameterGroup not found: " + name);
      }
    }
    for (Structure group : settings.structures("OptionGroupMemberships")) {
      String name = String.valueOf(group.text("OptionGroupName"));
      if (!name.startsWith("default:") && !state.optionGroups.has(name)) {
        throw RdsErrors.fault(
            "OptionGroupNotFoundFault", "Specified OptionGroupName: " + name + " not found.");
      }
    }
    String subnets = settings.text("DBSubnetGroup", "DBSubnetGroupName");
    if (subnets != null && !subnets.equals("default") && !state.subnetGroups.has(subnets)) {
      throw RdsErrors.fault(
          "DBSubnetGroupNotFoundFault", "DBSubnetGroup '" + subnets + "' not found.");
    }
  }

  private static void checkMonitoring(Structure settings) {
    Integer interval = settings.integer("MonitoringInterval");
    String role = settings.text("MonitoringRoleArn");
    if (role != null && (interval == null || interval == 0)) {
      throw RdsErrors.combination(
          "You must specify a MonitoringInterval value other than 0 when you specify a"
              + " MonitoringRoleARN value.");
    }
    if (role == null && interval != null && interval != 0) {
      throw RdsErrors.combination(
          "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other"
              + " than 0.");
    }
  }

  static void checkStorage(Structure settings) {
    Integer most = settings.integer("MaxAllocatedStorage");
    int now = Objects.requireNonNullElse(settings.integer("AllocatedStorage"), DEFAULT_STORAGE);
    if (most != null && most < now) {
      throw RdsErrors.combination("Max storage size must be greater than storage size");
    }
  }

  /**
   * Makes an instance, without a state.
   *
   * @param id the new id
   * @param given the settings
   * @param port the port of the endpoint
   */
  Map<String, Object> build(String name, String id, Map<String, Object> given, int port) {
    Structure settings = Structures.of(given);
    DatabaseEngine engine = engine(settings.text("Engine"));
    Structure cluster = cluster(settings);
    String real = state.servers.version(engine.name());
    String wanted = settings.text("EngineVersion");
    String version =
        cluster != null
            ? String.valueOf(cluster.text("EngineVersion"))
            : wanted == null && real != null ? real : engine.version(wanted);
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("DBInstanceIdentifier", name);
    made.putAll(defaults(settings));
    made.putAll(given);
    made.put("Engine", engine.name());
    made.put("EngineVersion", version);
    made.putIfAbsent("LicenseModel", engine.license());
    made.putIfAbsent(
        "DBParameterGroups", InstanceSettings.parameterGroup("default." + engine.family(version)));
    made.putIfAbsent(
        "OptionGroupMemberships",
        InstanceSettings.optionGroup(
            "default:" + engine.name() + "-" + engine.major(version).replace('.', '-')));
    made.put("DBInstanceStatus", "creating");
    made.put("InstanceCreateTime", state.now());
    made.put("DbiResourceId", id);
    made.put("DBInstanceArn", state.arn("db", name));
    made.put("DbInstancePort", port);
    made.put(
        "Endpoint",
        Params.of("Address", Servers.ADDRESS, "Port", port, "HostedZoneId", "Z00000000LOCAL"));
    made.put(
        "CertificateDetails",
        Params.of(
            "CAIdentifier",
            made.get("CACertificateIdentifier"),
            "ValidTill",
            ZonedDateTime.ofInstant(state.now(), ZoneOffset.UTC).plusYears(1).toInstant()));
    if (cluster != null) {
      made.put("AllocatedStorage", engine.isAurora() ? 1 : made.get("AllocatedStorage"));
      made.putIfAbsent("PromotionTier", 1);
    }
    made.put(
        Resources.LOCAL,
        Params.of("Id", id, "Real", cluster == null && state.servers.areReal(engine.name())));
    return made;
  }

  private Map<String, Object> defaults(Structure settings) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("AllocatedStorage", DEFAULT_STORAGE);
    defaults.put("AutoMinorVersionUpgrade", true);
    defaults.put("AvailabilityZone", state.context.region() + "a");
    defaults.put("BackupRetentionPeriod", 1);
    defaults.put("BackupTarget", "region");
    defaults.put("CACertificateIdentifier", CERTIFICATE);
    defaults.put("CopyTagsToSnapshot", false);
    defaults.put("CustomerOwnedIpEnabled", false);
    defaults.put("DBSecurityGroups", List.of());
    defaults.put("DatabaseInsightsMode", "standard");
    defaults.put("DedicatedLogVolume", false);
    defaults.put("DeletionProtection", false);
    defaults.put("DomainMemberships", List.of());
    defaults.put("EnabledCloudwatchLogsExports", List.of());
    defaults.put("IAMDatabaseAuthenticationEnabled", false);
    defaults.put("AssociatedRoles", List.of());
    defaults.put("MonitoringInterval", 0);
    defaults.put("MultiAZ", false);
    defaults.put("NetworkType", "IPV4");
    defaults.put("PendingModifiedValues", Map.of());
    defaults.put("PerformanceInsightsEnabled", false);
    defaults.put("PreferredBackupWindow", Windows.BACKUP);
    defaults.put("PreferredMaintenanceWindow", Windows.MAINTENANCE);
    defaults.put("PubliclyAccessible", settings.text("DBSubnetGroup", "DBSubnetGroupName") == null);
    defaults.put("ReadReplicaDBInstanceIdentifiers", List.of());
    defaults.put("StorageEncrypted", false);
    defaults.put("StorageThroughput", 0);
    defaults.put("StorageType", settings.integer("Iops") == null ? "gp2" : "io1");
    defaults.put("TagList", List.of());
    defaults.put("VpcSecurityGroups", InstanceSettings.vpcSecurityGroups(List.of("sg-00000000")));
    return defaults;
  }
}
