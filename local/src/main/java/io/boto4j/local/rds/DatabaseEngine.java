package io.boto4j.local.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A database engine of RDS: its port, licence and versions.
 *
 * @param name the name, such as {@code postgres}
 * @param description the name for people
 * @param port the usual port
 * @param license the licence model
 * @param forClusters whether DB clusters can have it
 * @param versions versions, newest last
 */
record DatabaseEngine(
    String name,
    String description,
    int port,
    String license,
    boolean forClusters,
    List<String> versions) {
  private static final String OPEN = "general-public-license";
  private static final String POSTGRESQL = "postgresql-license";
  private static final String OWN = "bring-your-own-license";
  private static final String INCLUDED = "license-included";

  private static final List<String> POSTGRES_VERSIONS =
      List.of(
          "11.22", "12.22", "13.20", "13.22", "14.17", "14.19", "15.12", "15.14", "16.8", "16.10",
          "17.4", "17.6");
  private static final List<String> MYSQL_VERSIONS =
      List.of("5.7.44", "8.0.41", "8.0.42", "8.0.43", "8.4.5", "8.4.6");
  private static final List<String> ORACLE_VERSIONS =
      List.of("19.0.0.0.ru-2025-04.rur-2025-04.r1", "19.0.0.0.ru-2025-07.rur-2025-07.r1");
  private static final List<String> ORACLE_CDB_VERSIONS =
      List.of("19.0.0.0.ru-2025-07.rur-2025-07.r1", "21.0.0.0.ru-2025-07.rur-2025-07.r1");
  private static final List<String> SQLSERVER_VERSIONS =
      List.of(
          "13.00.6460.7.v1",
          "14.00.3500.1.v1",
          "15.00.4435.7.v1",
          "16.00.4205.1.v1",
          "16.00.4210.1.v1");

  static final List<DatabaseEngine> ALL =
      List.of(
          new DatabaseEngine(
              "aurora-mysql",
              "Aurora MySQL",
              3306,
              OPEN,
              true,
              List.of(
                  "5.7.mysql_aurora.2.12.5", "8.0.mysql_aurora.3.08.2", "8.0.mysql_aurora.3.10.0")),
          new DatabaseEngine(
              "aurora-postgresql",
              "Aurora (PostgreSQL)",
              5432,
              POSTGRESQL,
              true,
              List.of("12.22", "13.20", "14.17", "15.12", "16.8", "16.9", "17.4", "17.5")),
          new DatabaseEngine(
              "custom-oracle-ee", "Oracle Database EE (custom)", 1521, OWN, false, List.of()),
          new DatabaseEngine(
              "custom-oracle-ee-cdb",
              "Oracle Database EE CDB (custom)",
              1521,
              OWN,
              false,
              List.of()),
          new DatabaseEngine(
              "custom-sqlserver-ee", "SQL Server EE (custom)", 1433, OWN, false, List.of()),
          new DatabaseEngine(
              "custom-sqlserver-se", "SQL Server SE (custom)", 1433, OWN, false, List.of()),
          new DatabaseEngine(
              "custom-sqlserver-web", "SQL Server Web (custom)", 1433, OWN, false, List.of()),
          new DatabaseEngine(
              "db2-ae",
              "IBM Db2 Advanced Edition",
              50000,
              OWN,
              false,
              List.of("11.5.9.0.sb00063198.r1")),
          new DatabaseEngine(
              "db2-se",
              "IBM Db2 Standard Edition",
              50000,
              OWN,
              false,
              List.of("11.5.9.0.sb00063198.r1")),
          new DatabaseEngine(
              "mariadb",
              "MariaDB Community Edition",
              3306,
              OPEN,
              false,
              List.of("10.5.29", "10.6.22", "10.11.13", "11.4.7", "11.8.3")),
          new DatabaseEngine("mysql", "MySQL Community Edition", 3306, OPEN, true, MYSQL_VERSIONS),
          new DatabaseEngine(
              "neptune", "Neptune", 8182, "amazon-license", true, List.of("1.3.4.0", "1.4.5.1")),
          new DatabaseEngine(
              "oracle-ee", "Oracle Database Enterprise Edition", 1521, OWN, false, ORACLE_VERSIONS),
          new DatabaseEngine(
              "oracle-ee-cdb",
              "Oracle Database Enterprise Edition (CDB)",
              1521,
              OWN,
              false,
              ORACLE_CDB_VERSIONS),
          new DatabaseEngine(
              "oracle-se2",
              "Oracle Database Standard Edition 2",
              1521,
              INCLUDED,
              false,
              ORACLE_VERSIONS),
          new DatabaseEngine(
              "oracle-se2-cdb",
              "Oracle Database Standard Edition 2 (CDB)",
              1521,
              INCLUDED,
              false,
              ORACLE_CDB_VERSIONS),
          new DatabaseEngine("postgres", "PostgreSQL", 5432, POSTGRESQL, true, POSTGRES_VERSIONS),
          new DatabaseEngine(
              "sqlserver-ee",
              "Microsoft SQL Server Enterprise Edition",
              1433,
              INCLUDED,
              false,
              SQLSERVER_VERSIONS),
          new DatabaseEngine(
              "sqlserver-ex",
              "Microsoft SQL Server Express Edition",
              1433,
              INCLUDED,
              false,
              SQLSERVER_VERSIONS),
          new DatabaseEngine(
              "sqlserver-se",
              "Microsoft SQL Server Standard Edition",
              1433,
              INCLUDED,
              false,
              SQLSERVER_VERSIONS),
          new DatabaseEngine(
              "sqlserver-web",
              "Microsoft SQL Server Web Edition",
              1433,
              INCLUDED,
              false,
              SQLSERVER_VERSIONS));

  static @Nullable DatabaseEngine find(@Nullable String name) {
    for (DatabaseEngine engine : ALL) {
      if (name != null && engine.name.equals(name.toLowerCase(Locale.ROOT))) {
        return engine;
      }
    }
    return null;
  }

  /** The version of whoever names none. */
  String defaultVersion() {
    return versions.isEmpty() ? "1.0" : versions.get(versions.size() - 1);
  }

  /** The full version for a major one, such as 16.10 for 16, or the text itself. */
  String version(@Nullable String wanted) {
    if (wanted == null) {
      return defaultVersion();
    }
    String found = wanted;
    for (String version : versions) {
      if (version.equals(wanted)) {
        return version;
      }
      if (version.startsWith(wanted + ".")) {
        found = version;
      }
    }
    return found;
  }

  /** The major version, such as 17 of postgres 17.6, and 8.0 of mysql 8.0.43. */
  String major(String version) {
    String[] parts = version.split("\\.", -1);
    int count = majorParts(parts[0]);
    return String.join(".", List.of(parts).subList(0, Math.min(count, parts.length)));
  }

  private int majorParts(String first) {
    if (name.contains("postgres")) {
      return first.length() > 1 ? 1 : 2;
    }
    return name.contains("oracle") ? 1 : 2;
  }

  /** The family of parameter groups, such as {@code postgres17} or {@code mysql8.0}. */
  String family(String version) {
    String major = major(version);
    if (name.startsWith("sqlserver")) {
      return name + "-" + major.replaceAll("0$", "");
    }
    if (name.contains("oracle") || name.startsWith("db2")) {
      return name + "-" + major;
    }
    return name + major;
  }

  /** The major versions. */
  List<String> majors() {
    List<String> majors = new ArrayList<>();
    for (String version : versions) {
      if (!majors.contains(major(version))) {
        majors.add(major(version));
      }
    }
    return majors;
  }

  boolean isAurora() {
    return name.startsWith("aurora");
  }
}
