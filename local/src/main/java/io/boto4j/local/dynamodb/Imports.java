package io.boto4j.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Imports of new tables from files of DynamoDB JSON in S3. */
final class Imports {
  private static final System.Logger LOG = System.getLogger("io.boto4j.local.dynamodb");
  private static final String PARAMETERS = "TableCreationParameters";

  private final Tables tables;
  private final TableSettings settings;
  private final TableOperations operations;
  private final ItemOperations items;
  private final EngineContext context;
  private final Jobs jobs;

  Imports(
      Tables tables,
      TableSettings settings,
      TableOperations operations,
      ItemOperations items,
      EngineContext context) {
    this.tables = tables;
    this.settings = settings;
    this.operations = operations;
    this.items = items;
    this.context = context;
    this.jobs = new Jobs(context.store(), "Import");
  }

  /** What has been read and stored so far. */
  private static final class Counts {
    private long bytes;
    private long processed;
    private long imported;
  }

  Map<String, ?> importTable(Structure input) {
    Map<String, Object> before = jobs.withToken(input.text("ClientToken"));
    if (before != null) {
      return Map.of("ImportTableDescription", before);
    }
    Structure parameters = input.map(PARAMETERS);
    TableInput.checkCreate(parameters);
    String name = String.valueOf(parameters.text("TableName"));
    if (tables.find(name) != null) {
      throw new EngineException("ResourceInUseException", "Table already exists: " + name);
    }
    checkEmulated(input);
    Map<String, Object> description = describe(input, name);
    Map<String, Object> begun = new LinkedHashMap<>(description);
    run(input, description);
    description.put("EndTime", settings.now());
    jobs.put(description);
    begun.put("ImportStatus", "IN_PROGRESS");
    return Map.of("ImportTableDescription", begun);
  }

  private static void checkEmulated(Structure input) {
    if (!"DYNAMODB_JSON".equals(input.text("InputFormat"))) {
      throw Failures.validation(
          "boto4j-local imports DYNAMODB_JSON only, not " + input.text("InputFormat"));
    }
    if ("ZSTD".equals(input.text("InputCompressionType"))) {
      throw Failures.validation("boto4j-local does not emulate imports compressed with ZSTD");
    }
  }

  private Map<String, Object> describe(Structure input, String name) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("ImportArn", settings.arn(name) + "/import/" + Jobs.newId(settings.now()));
    description.put("TableArn", settings.arn(name));
    description.put("StartTime", settings.now());
    for (String member : List.of("ClientToken", "InputFormat", "InputCompressionType")) {
      String value = input.text(member);
      if (value != null) {
        description.put(member, value);
      }
    }
    description.put("S3BucketSource", TableSettings.plain(input.map("S3BucketSource")));
    description.put(PARAMETERS, TableSettings.plain(input.map(PARAMETERS)));
    return description;
  }

  private void run(Structure input, Map<String, Object> description) {
    Bucket bucket = new Bucket(context, String.valueOf(input.text("S3BucketSource", "S3Bucket")));
    Counts counts = new Counts();
    try {
      List<String> keys = bucket.keys(input.text("S3BucketSource", "S3KeyPrefix"));
      operations.createTable(input.map(PARAMETERS));
      String name = String.valueOf(input.text(PARAMETERS, "TableName"));
      Table table = tables.find(name);
      description.put("TableId", table == null ? UUID.randomUUID().toString() : table.id());
      boolean gzip = "GZIP".equals(input.text("InputCompressionType"));
      for (String key : keys) {
        file(name, bucket.get(key), gzip, counts);
      }
      boolean failed = counts.imported < counts.processed;
      description.put("ImportStatus", failed ? "FAILED" : "COMPLETED");
      if (failed) {
        description.put("FailureCode", "ItemValidationError");
        description.put(
            "FailureMessage",
            "Some of the items failed validation checks. Please check CloudWatch error logs for"
                + " more details.");
      }
    } catch (EngineException e) {
      description.put("ImportStatus", "FAILED");
      Bucket.describe(e, description);
    }
    description.put("ProcessedSizeBytes", counts.bytes);
    description.put("ProcessedItemCount", counts.processed);
    description.put("ImportedItemCount", counts.imported);
    description.put("ErrorCount", counts.processed - counts.imported);
  }

  private void file(String table, byte[] stored, boolean gzip, Counts counts) {
    byte[] bytes;
    try {
      bytes = gzip ? unzipped(stored) : stored;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A file was not imported into " + table, e);
      counts.processed++;
      return;
    }
    counts.bytes += bytes.length;
    for (String document : ItemText.documents(new String(bytes, UTF_8))) {
      counts.processed++;
      try {
        items.putItem(
            Structures.of(Map.of("TableName", table, "Item", ItemText.read(document.strip()))));
        counts.imported++;
      } catch (EngineException | Boto4jException | IllegalArgumentException e) {
        LOG.log(System.Logger.Level.DEBUG, "An item was not imported into " + table, e);
      }
    }
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }

  Map<String, ?> describeImport(Structure input) {
    return Map.of("ImportTableDescription", jobs.get(input.text("ImportArn")));
  }

  Map<String, ?> listImports(Structure input) {
    return jobs.list(input, input.integer("PageSize"), Imports::summary);
  }

  private static Map<String, Object> summary(Structure job) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String member :
        List.of(
            "ImportArn",
            "ImportStatus",
            "TableArn",
            "S3BucketSource",
            "InputFormat",
            "StartTime",
            "EndTime")) {
      Object value = job.get(member);
      if (value != null) {
        summary.put(member, value);
      }
    }
    return summary;
  }
}
