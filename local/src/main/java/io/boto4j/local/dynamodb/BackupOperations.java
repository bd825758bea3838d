package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Backups, which copy the items of a table, and point-in-time recovery. */
final class BackupOperations {
  private static final String RECOVERY = "PointInTimeRecovery";
  private static final int DAYS = 35;
  private static final int MOST = 100;

  private final Tables tables;
  private final TableSettings settings;
  private final Store store;
  private final MVMap<String, Object> backups;

  BackupOperations(Tables tables, TableSettings settings, EngineContext context) {
    this.tables = tables;
    this.settings = settings;
    this.store = context.store();
    this.backups = store.map("backups");
  }

  private Table table(@Nullable String name) {
    Table table = name == null ? null : tables.find(name);
    if (table == null) {
      throw new EngineException("TableNotFoundException", "Table not found: " + name);
    }
    return table;
  }

  private static String map(String arn) {
    return "backup/" + arn.substring(arn.lastIndexOf('/') + 1);
  }

  Map<String, ?> createBackup(Structure input) {
    Table table = table(input.text("TableName"));
    Instant now = settings.now();
    String id = "0" + now.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 8);
    String arn = settings.arn(table.name()) + "/backup/" + id;
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("BackupArn", arn);
    details.put("BackupName", input.text("BackupName"));
    details.put("BackupSizeBytes", table.bytes());
    details.put("BackupStatus", "AVAILABLE");
    details.put("BackupType", "USER");
    details.put("BackupCreationDateTime", now);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Details", details);
    document.put("Settings", table.settings());
    document.put("ItemCount", table.itemCount());
    store.write(
        () -> {
          tables.save(table, map(arn));
          backups.put(arn, document);
        });
    return Map.of("BackupDetails", details);
  }

  private Map<?, ?> backup(@Nullable String arn) {
    if (arn != null && backups.get(arn) instanceof Map<?, ?> document) {
      return document;
    }
    throw new EngineException("BackupNotFoundException", "Backup not found: " + arn);
  }

  private static Map<String, Object> part(Map<?, ?> document, String name) {
    Map<String, Object> part = new LinkedHashMap<>();
    if (document.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> part.put(String.valueOf(key), value));
    }
    return part;
  }

  private static Map<String, Object> describe(Map<?, ?> document, @Nullable String status) {
    Map<String, Object> details = part(document, "Details");
    if (status != null) {
      details.put("BackupStatus", status);
    }
    Map<String, Object> table = part(document, "Settings");
    Map<String, Object> source = new LinkedHashMap<>();
    for (String member : List.of("TableName", "TableId", "TableArn", "KeySchema")) {
      source.put(member, table.get(member));
    }
    source.put("ProvisionedThroughput", units(table));
    source.put("TableCreationDateTime", table.get("CreationDateTime"));
    source.put("TableSizeBytes", details.get("BackupSizeBytes"));
    source.put("ItemCount", document.get("ItemCount"));
    if (table.get("BillingModeSummary") instanceof Map<?, ?> summary) {
      source.put("BillingMode", summary.get("BillingMode"));
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("BackupDetails", details);
    description.put("SourceTableDetails", source);
    description.put("SourceTableFeatureDetails", features(table));
    return description;
  }

  /** The throughput without the history of its changes. */
  private static Map<String, Object> units(Map<String, Object> settings) {
    Map<String, Object> units = part(settings, "ProvisionedThroughput");
    units.keySet().retainAll(List.of("ReadCapacityUnits", "WriteCapacityUnits"));
    return units;
  }

  private static Map<String, Object> features(Map<String, Object> table) {
    Map<String, Object> features = new LinkedHashMap<>();
    for (String member : List.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
      if (table.get(member) instanceof List<?> indexes) {
        features.put(member, indexes.stream().map(BackupOperations::index).toList());
      }
    }
    if (table.get("StreamSpecification") != null) {
      features.put("StreamDescription", table.get("StreamSpecification"));
    }
    return features;
  }

  private static Map<String, Object> index(Object settings) {
    Map<String, Object> index = part(Map.of("Index", settings), "Index");
    if (index.containsKey("ProvisionedThroughput")) {
      index.put("ProvisionedThroughput", units(index));
    }
    index
        .keySet()
        .retainAll(
            List.of(
                "IndexName",
                "KeySchema",
                "Projection",
                "ProvisionedThroughput",
                "OnDemandThroughput"));
    return index;
  }

  Map<String, ?> describeBackup(Structure input) {
    return Map.of("BackupDescription", describe(backup(input.text("BackupArn")), null));
  }

  Map<String, ?> deleteBackup(Structure input) {
    String arn = String.valueOf(input.text("BackupArn"));
    Map<?, ?> document = backup(arn);
    store.write(
        () -> {
          backups.remove(arn);
          tables.removeSaved(map(arn));
        });
    return Map.of("BackupDescription", describe(document, "DELETED"));
  }

  Map<String, ?> listBackups(Structure input) {
    String name = input.text("TableName");
    String type = input.text("BackupType");
    Instant from = input.instant("TimeRangeLowerBound");
    Instant to = input.instant("TimeRangeUpperBound");
    Integer wanted = input.integer("Limit");
    int limit = wanted == null ? MOST : wanted;
    String start = input.text("ExclusiveStartBackupArn");
    List<Object> summaries = new ArrayList<>();
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("BackupSummaries", summaries);
    String last = null;
    for (Map.Entry<String, Object> entry : backups.entrySet()) {
      Map<String, Object> summary = summary((Map<?, ?>) entry.getValue());
      Instant created =
          summary.get("BackupCreationDateTime") instanceof Instant time ? time : Instant.EPOCH;
      boolean listed =
          (name == null || Tables.nameOf(name).equals(summary.get("TableName")))
              && (type == null || type.equals("ALL") || type.equals("USER"))
              && (from == null || !created.isBefore(from))
              && (to == null || created.isBefore(to))
              && (start == null || entry.getKey().compareTo(start) > 0);
      if (!listed) {
        continue;
      }
      if (summaries.size() == limit) {
        output.put("LastEvaluatedBackupArn", String.valueOf(last));
        break;
      }
      last = entry.getKey();
      summaries.add(summary);
    }
    return output;
  }

  private static Map<String, Object> summary(Map<?, ?> document) {
    Map<String, Object> summary = part(document, "Details");
    Map<String, Object> table = part(document, "Settings");
    for (String member : List.of("TableName", "TableId", "TableArn")) {
      summary.put(member, table.get(member));
    }
    return summary;
  }

  Map<String, ?> restoreTableFromBackup(Structure input) {
    String arn = String.valueOf(input.text("BackupArn"));
    Map<?, ?> document = backup(arn);
    Map<String, Object> source = part(document, "Settings");
    return restore(input, source, arn, map(arn));
  }

  private Map<String, ?> restore(
      Structure input, Map<String, Object> source, @Nullable String backup, String map) {
    String name = input.text("TargetTableName");
    TableInput.checkName(name);
    String target = String.valueOf(name);
    Table restored = tables.create(target, () -> restored(input, source, backup, target), map);
    if (restored == null) {
      throw new EngineException("TableAlreadyExistsException", "Table already exists: " + target);
    }
    return Map.of("TableDescription", settings.describe(restored));
  }

  /** Returns the settings of a restored table: those of its source, except what is not restored. */
  private Map<String, Object> restored(
      Structure input, Map<String, Object> source, @Nullable String backup, String target) {
    Map<String, Object> restored = new LinkedHashMap<>(source);
    for (String member :
        List.of(
            "StreamSpecification",
            "LatestStreamLabel",
            "LatestStreamArn",
            "TimeToLive",
            "Tags",
            "ResourcePolicy",
            "ContributorInsights",
            RECOVERY)) {
      restored.remove(member);
    }
    restored.put("TableName", target);
    restored.put("TableId", UUID.randomUUID().toString());
    restored.put("TableArn", settings.arn(target));
    restored.put("CreationDateTime", settings.now());
    restored.put("DeletionProtectionEnabled", false);
    for (String member : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      List<Object> indexes = new ArrayList<>();
      for (Map<String, Object> index : Table.maps(source, member)) {
        Map<String, Object> copy = new LinkedHashMap<>(index);
        copy.put("IndexArn", settings.arn(target) + "/index/" + index.get("IndexName"));
        indexes.add(copy);
      }
      restored.put(member, indexes);
    }
    String billing = input.text("BillingModeOverride");
    if (billing != null) {
      restored.put("BillingModeSummary", Map.of("BillingMode", billing));
    }
    if (input.structure("ProvisionedThroughputOverride") != null) {
      restored.put(
          "ProvisionedThroughput",
          TableSettings.throughput(input.structure("ProvisionedThroughputOverride")));
    }
    settings.setEncryption(restored, input.structure("SSESpecificationOverride"));
    Map<String, Object> summary = new LinkedHashMap<>();
    if (backup != null) {
      summary.put("SourceBackupArn", backup);
    }
    summary.put("SourceTableArn", source.get("TableArn"));
    summary.put("RestoreDateTime", settings.now());
    summary.put("RestoreInProgress", false);
    restored.put("RestoreSummary", summary);
    return restored;
  }

  Map<String, ?> restoreTableToPointInTime(Structure input) {
    String name =
        input.text("SourceTableName") == null
            ? input.text("SourceTableArn")
            : input.text("SourceTableName");
    Table source = name == null ? null : tables.find(name);
    if (source == null) {
      throw new EngineException("SourceTableNotFoundException", "Source table not found: " + name);
    }
    Instant time = input.instant("RestoreDateTime");
    Instant now = settings.now();
    if (time != null && time.isBefore(now.minusSeconds(1))) {
      throw new EngineException(
          "InvalidRestoreTimeException",
          "boto4j-local restores tables to the present only, not to " + time);
    }
    String map = "restore/" + UUID.randomUUID();
    return store.write(
        () -> {
          tables.save(source, map);
          try {
            return restore(input, source.settings(), null, map);
          } finally {
            tables.removeSaved(map);
          }
        });
  }

  Map<String, ?> updateContinuousBackups(Structure input) {
    Table table = table(input.text("TableName"));
    Structure specification = input.map("PointInTimeRecoverySpecification");
    boolean enable = Boolean.TRUE.equals(specification.bool("PointInTimeRecoveryEnabled"));
    Integer days = specification.integer("RecoveryPeriodInDays");
    tables.change(
        table,
        changed -> {
          if (!enable) {
            changed.remove(RECOVERY);
            return changed;
          }
          Map<String, Object> recovery = part(changed, RECOVERY);
          recovery.putIfAbsent("Since", settings.now());
          if (days != null || !recovery.containsKey("Days")) {
            recovery.put("Days", days == null ? DAYS : days);
          }
          changed.put(RECOVERY, recovery);
          return changed;
        });
    return continuousBackups(table);
  }

  Map<String, ?> describeContinuousBackups(Structure input) {
    return continuousBackups(table(input.text("TableName")));
  }

  private Map<String, ?> continuousBackups(Table table) {
    Map<?, ?> recovery = table.map(RECOVERY);
    Map<String, Object> description = new LinkedHashMap<>();
    if (recovery.get("Since") instanceof Instant since) {
      int days = recovery.get("Days") instanceof Integer number ? number : DAYS;
      Instant oldest = settings.now().minus(Duration.ofDays(days));
      description.put("PointInTimeRecoveryStatus", "ENABLED");
      description.put("RecoveryPeriodInDays", days);
      description.put("EarliestRestorableDateTime", since.isBefore(oldest) ? oldest : since);
      Instant latest = settings.now().minus(Duration.ofMinutes(5));
      description.put("LatestRestorableDateTime", latest.isBefore(since) ? since : latest);
    } else {
      description.put("PointInTimeRecoveryStatus", "DISABLED");
    }
    return Map.of(
        "ContinuousBackupsDescription",
        Map.of(
            "ContinuousBackupsStatus", "ENABLED", "PointInTimeRecoveryDescription", description));
  }
}
