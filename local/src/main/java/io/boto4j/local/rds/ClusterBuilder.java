package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes DB clusters from settings, with the defaults and checks of RDS. */
final class ClusterBuilder {
  private static final long LONGEST_BACKTRACK = 259200;
  private static final int SHORTEST_PASSWORD = 8;
  private static final String BACKUP = "01:37-02:07";
  private static final String MAINTENANCE = "wed:02:40-wed:03:10";

  private final RdsState state;

  ClusterBuilder(RdsState state) {
    this.state = state;
  }

  /** Checks settings of a new cluster. */
  boolean check(String name, Map<String, Object> given) {
    Structure settings = Structures.of(given);
    if (state.clusters.has(name)) {
      throw RdsErrors.fault("DBClusterAlreadyExistsFault", "DB Cluster already exists");
    }
    DatabaseEngine engine = engine(settings.text("Engine"));
    Long backtrack = settings.longInteger("BacktrackWindow");
    if (backtrack != null && backtrack != 0) {
      if (!engine.name().equals("aurora-mysql")) {
        throw RdsErrors.invalid(
            "Backtrack is not enabled for the " + family(engine.name()) + " engine.");
      }
      if (backtrack < 0 || backtrack > LONGEST_BACKTRACK) {
        throw RdsErrors.invalid(
            "The specified value ("
                + backtrack
                + ") is not a valid Backtrack Window. Allowed values are within the range of 0 to"
                + " 259200");
      }
    }
    if (Boolean.TRUE.equals(settings.bool("IAMDatabaseAuthenticationEnabled"))
        && !engine.isAurora()) {
      throw RdsErrors.combination(
          "IAM Authentication is currently not supported by Multi-AZ DB clusters.");
    }
    checkGroups(settings, engine);
    Windows.check(
        Objects.requireNonNullElse(settings.text("PreferredMaintenanceWindow"), MAINTENANCE),
        settings.text("PreferredBackupWindow"));
    return true;
  }

  private static String family(String engine) {
    return engine.contains("postgres") ? "postgres" : engine;
  }

  private static DatabaseEngine engine(@Nullable String name) {
    DatabaseEngine engine = DatabaseEngine.find(name);
    if (engine == null || !engine.forClusters()) {
      throw RdsErrors.invalid(
          "Engine '"
              + name
              + "' is not supported to satisfy constraint: Member must satisfy enum value set: "
              + DatabaseEngine.ALL.stream()
                  .filter(DatabaseEngine::forClusters)
                  .map(DatabaseEngine::name)
                  .toList());
    }
    return engine;
  }

  /** Checks that the groups that settings name exist. */
  void checkGroups(Structure settings, DatabaseEngine engine) {
    String parameters = settings.text("DBClusterParameterGroup");
    if (parameters != null
        && !parameters.startsWith("default." + engine.name())
        && !state.clusterParameterGroups.has(parameters)) {
      throw RdsErrors.fault(
          "DBClusterParameterGroupNotFoundFault",
          "DBClusterParameterGroup not found: " + parameters);
    }
    String subnets = settings.text("DBSubnetGroup");
    if (subnets != null && !subnets.equals("default") && !state.subnetGroups.has(subnets)) {
      throw RdsErrors.fault(
          "DBSubnetGroupNotFoundFault", "DBSubnetGroup '" + subnets + "' not found.");
    }
  }

  /** Checks the master user of a new cluster, unless the cluster is a copy of another one. */
  static void checkUser(Structure input) {
    boolean has =
        input.text("GlobalClusterIdentifier") != null
            || input.text("ReplicationSourceIdentifier") != null
            || "neptune".equals(input.text("Engine"));
    if (has) {
      return;
    }
    if (input.text("MasterUsername") == null) {
      throw RdsErrors.blank("MasterUsername");
    }
    if (!Boolean.TRUE.equals(input.bool("ManageMasterUserPassword"))) {
      checkPassword(input.text("MasterUserPassword"));
    }
  }

  static void checkPassword(@Nullable String password) {
    if (password == null || password.isEmpty()) {
      throw RdsErrors.blank("MasterUserPassword");
    }
    if (password.length() < SHORTEST_PASSWORD) {
      throw RdsErrors.invalid(
          "The parameter MasterUserPassword is not a valid password because it is shorter than 8"
              + " characters.");
    }
  }

  /**
   * Makes a cluster, without a state.
   *
   * @param id the new id
   * @param port the port of the endpoint
   */
  Map<String, Object> build(String name, String id, Map<String, Object> given, int port) {
    Structure settings = Structures.of(given);
    DatabaseEngine engine = engine(settings.text("Engine"));
    String real = state.servers.version(engine.name());
    String wanted = settings.text("EngineVersion");
    String version = wanted == null && real != null ? real : engine.version(wanted);
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("DBClusterIdentifier", name);
    made.putAll(defaults());
    made.putAll(given);
    made.put("EngineVersion", version);
    made.put("Port", port);
    made.putIfAbsent("DBClusterParameterGroup", "default." + engine.family(version));
    made.put("Status", "creating");
    made.put("ClusterCreateTime", state.now());
    made.put("EarliestRestorableTime", state.now());
    made.put("DbClusterResourceId", id);
    made.put("DBClusterArn", state.arn("cluster", name));
    boolean isReal = state.servers.areReal(engine.name());
    String zone = state.newText(12).toLowerCase(Locale.ROOT);
    made.put("Endpoint", isReal ? Servers.ADDRESS : host(name, "cluster-", zone));
    made.put("ReaderEndpoint", isReal ? Servers.ADDRESS : host(name, "cluster-ro-", zone));
    made.put("HostedZoneId", "Z" + state.newText(13));
    made.putIfAbsent("AllocatedStorage", engine.isAurora() ? 1 : 100);
    if (engine.name().equals("aurora-mysql")) {
      made.putIfAbsent("BacktrackWindow", 0L);
    }
    boolean serverless = "serverless".equals(made.get("EngineMode"));
    if (serverless) {
      made.putIfAbsent("ScalingConfigurationInfo", ClusterSettings.defaultScaling());
      made.put("Capacity", 0);
    }
    // Only Serverless v1 of a known version takes the setting; elsewhere RDS ignores it.
    made.put(
        "HttpEndpointEnabled",
        serverless
            && takesHttp(engine.name(), version)
            && Boolean.TRUE.equals(settings.bool(Resources.LOCAL + "HttpEndpoint")));
    made.remove(Resources.LOCAL + "HttpEndpoint");
    made.put(
        "DBClusterOptionGroupMemberships",
        List.of(
            Params.of(
                "DBClusterOptionGroupName",
                "default:" + engine.name() + "-" + engine.major(version).replace('.', '-'),
                "Status",
                "in-sync")));
    made.put(Resources.LOCAL, Params.of("Id", id, "Real", isReal));
    return made;
  }

  /** Whether Serverless v1 of a version has the Data API. */
  private static boolean takesHttp(String engine, String version) {
    return engine.equals("aurora-postgresql")
        ? version.matches("(10|11|13)\\..*")
        : version.matches("(5\\.[67]|2)\\..*");
  }

  private String host(String name, String kind, String zone) {
    return name + "." + kind + zone + "." + state.context.region() + ".rds.amazonaws.com";
  }

  private Map<String, Object> defaults() {
    String region = state.context.region();
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("ActivityStreamStatus", "stopped");
    defaults.put("AssociatedRoles", List.of());
    defaults.put("AutoMinorVersionUpgrade", true);
    defaults.put("AvailabilityZones", List.of(region + "a", region + "b", region + "c"));
    defaults.put("BackupRetentionPeriod", 1);
    defaults.put("CopyTagsToSnapshot", false);
    defaults.put("CrossAccountClone", false);
    defaults.put("DBClusterMembers", List.of());
    defaults.put("DBSubnetGroup", "default");
    defaults.put("DeletionProtection", false);
    defaults.put("DomainMemberships", List.of());
    defaults.put("EnabledCloudwatchLogsExports", List.of());
    defaults.put("EngineMode", "provisioned");
    defaults.put("IAMDatabaseAuthenticationEnabled", false);
    defaults.put("MultiAZ", false);
    defaults.put("NetworkType", "IPV4");
    defaults.put("PreferredBackupWindow", BACKUP);
    defaults.put("PreferredMaintenanceWindow", MAINTENANCE);
    defaults.put("ReadReplicaIdentifiers", List.of());
    defaults.put("StorageEncrypted", false);
    defaults.put("TagList", List.of());
    defaults.put("VpcSecurityGroups", InstanceSettings.vpcSecurityGroups(List.of("sg-00000000")));
    return defaults;
  }
}
