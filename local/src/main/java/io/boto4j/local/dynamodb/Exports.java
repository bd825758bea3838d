package io.boto4j.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.ValueWriter;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.h2.mvstore.Cursor;

/** Exports of whole tables to S3, in the files that DynamoDB writes. */
final class Exports {
  private static final String TABLE_ARN = "TableArn";

  private final Tables tables;
  private final TableSettings settings;
  private final EngineContext context;
  private final Jobs jobs;

  Exports(Tables tables, TableSettings settings, EngineContext context) {
    this.tables = tables;
    this.settings = settings;
    this.context = context;
    this.jobs = new Jobs(context.store(), "Export");
  }

  Map<String, ?> exportTableToPointInTime(Structure input) {
    String arn = String.valueOf(input.text(TABLE_ARN));
    Map<String, Object> before = jobs.withToken(input.text("ClientToken"));
    if (before != null) {
      return Map.of("ExportDescription", before);
    }
    Table table = tables.find(arn);
    if (table == null) {
      throw new EngineException("TableNotFoundException", "Table not found: " + arn);
    }
    if (table.map("PointInTimeRecovery").get("Since") == null) {
      throw new EngineException(
          "PointInTimeRecoveryUnavailableException",
          "Point in time recovery is not enabled for table '" + table.name() + "'");
    }
    checkEmulated(input);
    Map<String, Object> description = describe(input, table);
    Map<String, Object> begun = new LinkedHashMap<>(description);
    write(table, input, description);
    description.put("EndTime", settings.now());
    jobs.put(description);
    begun.put("ExportStatus", "IN_PROGRESS");
    return Map.of("ExportDescription", begun);
  }

  private void checkEmulated(Structure input) {
    Instant time = input.instant("ExportTime");
    if (time != null && time.isBefore(settings.now().minusSeconds(1))) {
      throw new EngineException(
          "InvalidExportTimeException",
          "boto4j-local exports tables as they are now, not as they were at " + time);
    }
    if ("INCREMENTAL_EXPORT".equals(input.text("ExportType"))) {
      throw Failures.validation("boto4j-local does not emulate incremental exports");
    }
    if ("ION".equals(input.text("ExportFormat"))) {
      throw Failures.validation("boto4j-local does not emulate exports in Amazon Ion");
    }
  }

  private Map<String, Object> describe(Structure input, Table table) {
    Map<String, Object> description = new LinkedHashMap<>();
    String id = Jobs.newId(settings.now());
    description.put("ExportArn", settings.arn(table.name()) + "/export/" + id);
    description.put("StartTime", settings.now());
    description.put(TABLE_ARN, settings.arn(table.name()));
    description.put("TableId", table.id());
    description.put("ExportTime", settings.now());
    description.put("S3BucketOwner", context.account());
    description.put("ExportFormat", "DYNAMODB_JSON");
    description.put("ExportType", "FULL_EXPORT");
    description.put("S3SseAlgorithm", "AES256");
    for (String member :
        new String[] {
          "ClientToken", "S3Bucket", "S3BucketOwner", "S3Prefix", "S3SseAlgorithm", "S3SseKmsKeyId"
        }) {
      String value = input.text(member);
      if (value != null) {
        description.put(member, value);
      }
    }
    return description;
  }

  private void write(Table table, Structure input, Map<String, Object> description) {
    String arn = String.valueOf(description.get("ExportArn"));
    String prefix = input.text("S3Prefix");
    String folder =
        (prefix == null || prefix.isEmpty() ? "" : prefix + "/")
            + "AWSDynamoDB/"
            + arn.substring(arn.lastIndexOf('/') + 1);
    Bucket bucket = new Bucket(context, String.valueOf(input.text("S3Bucket")));
    try {
      bucket.put(folder + "/_started", new byte[0]);
      Data data = data(table);
      String file = folder + "/data/" + UUID.randomUUID().toString().replace("-", "") + ".json.gz";
      bucket.put(file, data.bytes());
      description.put("ItemCount", data.count());
      description.put("BilledSizeBytes", table.bytes());
      description.put("ExportManifest", folder + "/manifest-summary.json");
      manifest(
          bucket,
          folder + "/manifest-files",
          Map.of(
              "itemCount", data.count(),
              "md5Checksum", md5(data.bytes()),
              "dataFileS3Key", file));
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("version", "2020-06-30");
      summary.put("exportArn", arn);
      summary.put("startTime", String.valueOf(description.get("StartTime")));
      summary.put("endTime", String.valueOf(settings.now()));
      summary.put("tableArn", description.get(TABLE_ARN));
      summary.put("tableId", description.get("TableId"));
      summary.put("exportTime", String.valueOf(description.get("ExportTime")));
      summary.put("s3Bucket", description.get("S3Bucket"));
      summary.put("manifestFilesS3Key", folder + "/manifest-files.json");
      summary.put("billedSizeBytes", table.bytes());
      summary.put("itemCount", data.count());
      summary.put("outputFormat", "DYNAMODB_JSON");
      summary.put("exportType", "FULL_EXPORT");
      manifest(bucket, folder + "/manifest-summary", summary);
      description.put("ExportStatus", "COMPLETED");
    } catch (EngineException e) {
      description.put("ExportStatus", "FAILED");
      Bucket.describe(e, description);
    }
  }

  private static void manifest(Bucket bucket, String key, Map<String, ?> document) {
    byte[] bytes = (Json.write(document) + "\n").getBytes(UTF_8);
    bucket.put(key + ".json", bytes);
    bucket.put(key + ".md5", md5(bytes).getBytes(UTF_8));
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Data(byte[] bytes, long count) {}

  private static Data data(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long count = 0;
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      Cursor<byte[], Attributes> cursor = table.cursor(null, null, null, false);
      while (cursor.hasNext()) {
        cursor.next();
        gzip.write(ItemText.write(ValueWriter.wire(cursor.getValue())).getBytes(UTF_8));
        gzip.write('\n');
        count++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return new Data(bytes.toByteArray(), count);
  }

  Map<String, ?> describeExport(Structure input) {
    return Map.of("ExportDescription", jobs.get(input.text("ExportArn")));
  }

  Map<String, ?> listExports(Structure input) {
    return jobs.list(input, input.integer("MaxResults"), Exports::summary);
  }

  private static Map<String, Object> summary(Structure export) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String member : new String[] {"ExportArn", "ExportStatus", "ExportType"}) {
      summary.put(member, String.valueOf(export.text(member)));
    }
    return summary;
  }
}
