package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.engine.EngineContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settings of tables: created from requests, and described in answers. */
final class TableSettings {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** The members of the answer of {@code DescribeTable} that are stored as they are. */
  private static final List<String> DESCRIBED =
      List.of(
          "AttributeDefinitions",
          "TableName",
          "KeySchema",
          "TableStatus",
          "CreationDateTime",
          "ProvisionedThroughput",
          "TableArn",
          "TableId",
          "BillingModeSummary",
          "StreamSpecification",
          "LatestStreamLabel",
          "LatestStreamArn",
          "RestoreSummary",
          "SSEDescription",
          "TableClassSummary",
          "DeletionProtectionEnabled",
          "OnDemandThroughput",
          "WarmThroughput");

  private final EngineContext context;

  TableSettings(EngineContext context) {
    this.context = context;
  }

  String arn(String table) {
    return "arn:aws:dynamodb:" + context.region() + ":" + context.account() + ":table/" + table;
  }

  Map<String, Object> create(Structure input) {
    String name = String.valueOf(input.text("TableName"));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("TableName", name);
    settings.put("TableId", UUID.randomUUID().toString());
    settings.put("TableArn", arn(name));
    settings.put("TableStatus", "ACTIVE");
    settings.put("CreationDateTime", now());
    settings.put("KeySchema", plain(input.list("KeySchema")));
    settings.put("AttributeDefinitions", plain(input.list("AttributeDefinitions")));
    boolean onDemand = "PAY_PER_REQUEST".equals(input.text("BillingMode"));
    settings.put(
        "BillingModeSummary", Map.of("BillingMode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED"));
    settings.put("ProvisionedThroughput", throughput(input.structure("ProvisionedThroughput")));
    settings.put("WarmThroughput", warm(input));
    List<Object> global = new ArrayList<>();
    input.structures("GlobalSecondaryIndexes").forEach(index -> global.add(global(name, index)));
    settings.put("GlobalSecondaryIndexes", global);
    List<Object> local = new ArrayList<>();
    input.structures("LocalSecondaryIndexes").forEach(index -> local.add(local(name, index)));
    settings.put("LocalSecondaryIndexes", local);
    setStream(settings, input.structure("StreamSpecification"));
    setEncryption(settings, input.structure("SSESpecification"));
    if (input.text("TableClass") != null) {
      settings.put("TableClassSummary", Map.of("TableClass", input.text("TableClass")));
    }
    settings.put(
        "DeletionProtectionEnabled", Boolean.TRUE.equals(input.bool("DeletionProtectionEnabled")));
    if (input.structure("OnDemandThroughput") != null) {
      settings.put("OnDemandThroughput", plain(input.map("OnDemandThroughput")));
    }
    settings.put("Tags", plain(input.list("Tags")));
    return settings;
  }

  /** Returns the time in milliseconds, as answers have it. */
  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Copies a part of a request, so that it can be stored. */
  static Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach(
          (name, each) -> {
            if (each != null) {
              copy.put(String.valueOf(name), plain(each));
            }
          });
      return copy;
    }
    if (value instanceof Iterable<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(plain(each)));
      return copy;
    }
    return value == null ? Map.of() : value;
  }

  static Map<String, Object> throughput(@Nullable Structure throughput) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Long read = throughput == null ? null : throughput.longInteger("ReadCapacityUnits");
    Long write = throughput == null ? null : throughput.longInteger("WriteCapacityUnits");
    settings.put("NumberOfDecreasesToday", 0L);
    settings.put("ReadCapacityUnits", read == null ? 0L : read);
    settings.put("WriteCapacityUnits", write == null ? 0L : write);
    return settings;
  }

  static Map<String, Object> warm(Structure input) {
    Structure throughput = input.structure("ProvisionedThroughput");
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("ReadUnitsPerSecond", warm(input, "Read", throughput, 12_000L));
    settings.put("WriteUnitsPerSecond", warm(input, "Write", throughput, 4_000L));
    settings.put("Status", "ACTIVE");
    return settings;
  }

  private static long warm(
      Structure input, String kind, @Nullable Structure throughput, long onDemand) {
    Long warm = input.longInteger("WarmThroughput", kind + "UnitsPerSecond");
    if (warm != null) {
      return warm;
    }
    Long units = throughput == null ? null : throughput.longInteger(kind + "CapacityUnits");
    return units == null ? onDemand : units;
  }

  Map<String, Object> global(String table, Structure index) {
    Map<String, Object> settings = local(table, index);
    settings.put("IndexStatus", "ACTIVE");
    settings.put("ProvisionedThroughput", throughput(index.structure("ProvisionedThroughput")));
    settings.put("WarmThroughput", warm(index));
    if (index.structure("OnDemandThroughput") != null) {
      settings.put("OnDemandThroughput", plain(index.map("OnDemandThroughput")));
    }
    return settings;
  }

  private Map<String, Object> local(String table, Structure index) {
    String name = String.valueOf(index.text("IndexName"));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("IndexName", name);
    settings.put("KeySchema", plain(index.list("KeySchema")));
    settings.put("Projection", plain(index.map("Projection")));
    settings.put("IndexArn", arn(table) + "/index/" + name);
    return settings;
  }

  void setStream(Map<String, Object> settings, @Nullable Structure specification) {
    if (specification == null) {
      return;
    }
    if (!Boolean.TRUE.equals(specification.bool("StreamEnabled"))) {
      settings.remove("StreamSpecification");
      return;
    }
    String label = LABEL.format(now());
    settings.put("StreamSpecification", plain(specification));
    settings.put("LatestStreamLabel", label);
    settings.put(
        "LatestStreamArn", arn(String.valueOf(settings.get("TableName"))) + "/stream/" + label);
  }

  void setEncryption(Map<String, Object> settings, @Nullable Structure specification) {
    if (specification == null) {
      return;
    }
    if (!Boolean.TRUE.equals(specification.bool("Enabled"))) {
      settings.remove("SSEDescription");
      return;
    }
    String key = specification.text("KMSMasterKeyId");
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("Status", "ENABLED");
    description.put("SSEType", "KMS");
    description.put(
        "KMSMasterKeyArn",
        key == null
            ? "arn:aws:kms:" + context.region() + ":" + context.account() + ":alias/aws/dynamodb"
            : key);
    settings.put("SSEDescription", description);
  }

  /** Returns the {@code TableDescription}. */
  Map<String, Object> describe(Table table) {
    Map<String, Object> settings = table.settings();
    Map<String, Object> description = new LinkedHashMap<>();
    for (String member : DESCRIBED) {
      Object value = settings.get(member);
      if (value != null) {
        description.put(member, value);
      }
    }
    description.put("TableSizeBytes", table.bytes());
    description.put("ItemCount", table.itemCount());
    for (String member : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      List<Object> indexes = new ArrayList<>();
      for (Map<String, Object> each : Table.maps(settings, member)) {
        indexes.add(describe(table, each));
      }
      description.put(member, indexes);
    }
    return description;
  }

  private static Map<String, Object> describe(Table table, Map<String, Object> settings) {
    Map<String, Object> description = new LinkedHashMap<>(settings);
    Index index = table.index(String.valueOf(settings.get("IndexName")));
    if (index != null) {
      long count = Table.entryCount(index);
      description.put("ItemCount", count);
      description.put("IndexSizeBytes", count == 0 ? 0L : Table.entryBytes(index));
    }
    return description;
  }
}
