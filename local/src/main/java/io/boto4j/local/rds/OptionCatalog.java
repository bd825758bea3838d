package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that option groups of an engine can have, without their settings. */
final class OptionCatalog {
  /**
   * An option.
   *
   * @param engines the beginning of the names of engines
   * @param name the name
   * @param description the name for people
   * @param port the usual port, or null
   * @param isPersistent whether it stays as long as instances are in the group
   */
  private record Option(
      String engines,
      String name,
      String description,
      @Nullable Integer port,
      boolean isPersistent) {
    Option(String engines, String name, String description) {
      this(engines, name, description, null, false);
    }
  }

  private static final String ORACLE = "oracle";
  private static final String SQL_SERVER = "sqlserver";

  private static final List<Option> OPTIONS =
      List.of(
          new Option("mysql", "MARIADB_AUDIT_PLUGIN", "MariaDB Audit Plugin"),
          new Option("mysql", "MEMCACHED", "Innodb Memcached for MySQL", 11211, false),
          new Option("mariadb", "MARIADB_AUDIT_PLUGIN", "MariaDB Audit Plugin"),
          new Option(ORACLE, "APEX", "Oracle Application Express Runtime Environment"),
          new Option(ORACLE, "APEX-DEV", "Oracle Application Express Development Environment"),
          new Option(ORACLE, "JVM", "Oracle Java Virtual Machine"),
          new Option(ORACLE, "NATIVE_NETWORK_ENCRYPTION", "Oracle Native Network Encryption"),
          new Option(ORACLE, "OEM", "Oracle Enterprise Manager Database Express", 5500, false),
          new Option(ORACLE, "S3_INTEGRATION", "Amazon S3 Integration"),
          new Option(ORACLE, "SSL", "Oracle Secure Sockets Layer", 2484, false),
          new Option(ORACLE, "STATSPACK", "Oracle Statspack"),
          new Option(ORACLE, "Timezone", "Change time zone", null, true),
          new Option("oracle-ee", "TDE", "Oracle Advanced Security - TDE", null, true),
          new Option(SQL_SERVER, "SQLSERVER_AUDIT", "SQL Server Audit"),
          new Option(SQL_SERVER, "SQLSERVER_BACKUP_RESTORE", "SQL Server Backup Restore"),
          new Option("sqlserver-ee", "TDE", "SQL Server - Transparent Data Encryption"));

  private final RdsState state;

  OptionCatalog(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("DescribeOptionGroupOptions", this::describe);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String version = input.text("MajorEngineVersion");
    DatabaseEngine engine = OptionGroups.engine(input.text("EngineName"));
    if (version != null) {
      OptionGroups.checkMajor(engine, version);
    }
    List<Params> found = new ArrayList<>();
    for (String major : version == null ? engine.majors() : List.of(version)) {
      for (Option option : OPTIONS) {
        if (engine.name().startsWith(option.engines())) {
          found.add(view(option, engine.name(), major));
        }
      }
    }
    return Pages.numbered(input, "OptionGroupOptions", found);
  }

  private static Params view(Option option, String engine, String major) {
    return Params.of(
        "Name",
        option.name(),
        "Description",
        option.description(),
        "EngineName",
        engine,
        "MajorEngineVersion",
        major,
        "PortRequired",
        option.port() != null,
        "DefaultPort",
        option.port(),
        "OptionsDependedOn",
        option.name().equals("APEX-DEV") ? List.of("APEX") : List.of(),
        "OptionsConflictsWith",
        List.of(),
        "Persistent",
        option.isPersistent(),
        "Permanent",
        false,
        "RequiresAutoMinorEngineVersionUpgrade",
        false,
        "VpcOnly",
        false,
        "OptionGroupOptionSettings",
        List.of());
  }
}
