package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The catalog: engine versions and the classes of instances that can be ordered. The lists are
 * short; RDS has many more.
 */
final class EngineVersions {
  private static final List<String> CLASSES =
      List.of(
          "db.t3.micro",
          "db.t3.small",
          "db.t3.medium",
          "db.t4g.micro",
          "db.t4g.small",
          "db.t4g.medium",
          "db.m5.large",
          "db.m6g.large",
          "db.m6i.large",
          "db.m7g.large",
          "db.r5.large",
          "db.r6g.large",
          "db.r6i.large",
          "db.r7g.large");

  private final RdsState state;

  EngineVersions(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("DescribeDBEngineVersions", this::describe);
    state.table.read("DescribeOrderableDBInstanceOptions", this::options);
  }

  private List<String> versions(DatabaseEngine engine) {
    List<String> versions = new ArrayList<>(engine.versions());
    String real = state.servers.version(engine.name());
    if (real != null && !versions.contains(real)) {
      versions.add(real);
    }
    return versions;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("Engine");
    String wanted = input.text("EngineVersion");
    String family = input.text("DBParameterGroupFamily");
    boolean defaults = Boolean.TRUE.equals(input.bool("DefaultOnly"));
    List<Object> found = new ArrayList<>();
    for (DatabaseEngine engine : DatabaseEngine.ALL) {
      List<String> versions = versions(engine);
      for (String version : versions) {
        boolean isDefault = version.equals(versions.get(versions.size() - 1));
        if ((name == null || name.equals(engine.name()))
            && (wanted == null || version.equals(wanted) || version.startsWith(wanted + "."))
            && (family == null || family.equals(engine.family(version)))
            && (!defaults || isDefault || wanted != null)) {
          found.add(version(engine, version, versions));
        }
      }
    }
    return Pages.numbered(input, "DBEngineVersions", found);
  }

  private Params version(DatabaseEngine engine, String version, List<String> versions) {
    List<Object> targets = new ArrayList<>();
    for (String newer : versions.subList(versions.indexOf(version) + 1, versions.size())) {
      targets.add(
          Params.of(
              "Engine",
              engine.name(),
              "EngineVersion",
              newer,
              "Description",
              engine.description() + " " + newer,
              "AutoUpgrade",
              false,
              "IsMajorVersionUpgrade",
              !engine.major(newer).equals(engine.major(version))));
    }
    return Params.of(
        "Engine",
        engine.name(),
        "MajorEngineVersion",
        engine.major(version),
        "EngineVersion",
        version,
        "DBParameterGroupFamily",
        engine.family(version),
        "DBEngineDescription",
        engine.description(),
        "DBEngineVersionDescription",
        engine.description() + " " + version,
        "ValidUpgradeTarget",
        targets,
        "ExportableLogTypes",
        List.of(),
        "SupportsLogExportsToCloudwatchLogs",
        false,
        "SupportsReadReplica",
        true,
        "SupportedFeatureNames",
        List.of(),
        "Status",
        "available",
        "SupportsParallelQuery",
        false,
        "SupportsGlobalDatabases",
        engine.isAurora(),
        "SupportedEngineModes",
        engine.isAurora() ? List.of("provisioned") : List.of());
  }

  private Map<String, ?> options(EngineCall call) {
    Structure input = call.input();
    String name = input.text("Engine");
    DatabaseEngine engine = DatabaseEngine.find(name);
    if (engine == null) {
      throw RdsErrors.invalid("Invalid DB engine: " + name);
    }
    String version = input.text("EngineVersion");
    String size = input.text("DBInstanceClass");
    List<Object> found = new ArrayList<>();
    for (String each : versions(engine)) {
      for (String type : CLASSES) {
        if ((version == null || version.equals(each)) && (size == null || size.equals(type))) {
          for (String storage :
              engine.isAurora() ? List.of("aurora") : List.of("gp2", "gp3", "io1")) {
            found.add(option(engine, each, type, storage));
          }
        }
      }
    }
    return Pages.numbered(input, "OrderableDBInstanceOptions", found);
  }

  private Params option(DatabaseEngine engine, String version, String type, String storage) {
    String region = state.context.region();
    boolean aurora = engine.isAurora();
    return Params.of(
        "Engine",
        engine.name(),
        "EngineVersion",
        version,
        "DBInstanceClass",
        type,
        "LicenseModel",
        engine.license(),
        "AvailabilityZones",
        List.of(
            Params.of("Name", region + "a"),
            Params.of("Name", region + "b"),
            Params.of("Name", region + "c")),
        "MultiAZCapable",
        !aurora,
        "ReadReplicaCapable",
        true,
        "Vpc",
        true,
        "SupportsStorageEncryption",
        true,
        "StorageType",
        storage,
        "SupportsIops",
        storage.equals("io1") || storage.equals("gp3"),
        "SupportsEnhancedMonitoring",
        true,
        "SupportsIAMDatabaseAuthentication",
        true,
        "SupportsPerformanceInsights",
        true,
        "MinStorageSize",
        aurora ? null : storage.equals("io1") ? 100 : 20,
        "MaxStorageSize",
        aurora ? null : 65536,
        "AvailableProcessorFeatures",
        List.of(),
        "SupportedEngineModes",
        aurora ? List.of("provisioned") : List.of(),
        "SupportsStorageAutoscaling",
        !aurora,
        "SupportsKerberosAuthentication",
        false,
        "OutpostCapable",
        false,
        "SupportedNetworkTypes",
        List.of("IPV4"),
        "SupportsGlobalDatabases",
        aurora,
        "SupportsClusters",
        engine.forClusters(),
        "SupportsStorageThroughput",
        storage.equals("gp3"));
  }
}
