package io.boto4j.spark.bench;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.dynamodb.BatchWriter;
import io.boto4j.dynamodb.Table;
import io.boto4j.spark.LocalSessions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Exports the items of a DynamoDB table to Parquet and imports them into another one with Spark,
 * and does the same with one thread: a paginator, and a batch writer.
 */
public final class ExportBenchmark {
  private static final String SCHEMA =
      "id STRING, number BIGINT, name STRING, price DECIMAL(12,2), active BOOLEAN,"
          + " tags ARRAY<STRING>, address STRUCT<street: STRING, city: STRING>";

  private static final int CITIES = 500;
  private static final int CENTS = 100;

  private static final int WARM_UP_ITEMS = 5_000;

  private final long items;
  private final Server server;
  private final Client dynamodb;
  private final SparkSession spark;
  private final Path folder;

  private ExportBenchmark(long items, Server server, SparkSession spark, Path folder) {
    this.items = items;
    this.server = server;
    this.spark = spark;
    this.folder = folder;
    this.dynamodb =
        Session.builder()
            .environment(Map.of())
            .home(folder)
            .region("us-east-1")
            .credentials(Credentials.of("AKIAIOSFODNN7SPARKTS", "benchmark"))
            .build()
            .client("dynamodb", c -> c.endpointUrl(server.endpoint()));
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of items, and the delay of each call in milliseconds
   * @throws Exception if anything fails
   */
  public static void main(String[] arguments) throws Exception {
    long items = Long.parseLong(arguments[0]);
    Path folder = Files.createTempDirectory("boto4j-spark-benchmark");
    try (Server server = Server.start("8g", Integer.parseInt(arguments[1]));
        SparkSession spark = spark(folder)) {
      new ExportBenchmark(items, server, spark, folder).run();
    }
  }

  private static SparkSession spark(Path folder) {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", folder.toString())
        .getOrCreate();
  }

  /** The four steps on a few items first, so that the figures are not those of loading classes. */
  private void warmUp() throws IOException {
    createTable("warm");
    createTable("warm-copy");
    fill("warm", WARM_UP_ITEMS);
    exportOneThread("warm");
    exportSpark("warm");
    importSpark("warm", "warm-copy");
  }

  private void run() throws Exception {
    warmUp();
    createTable("source");
    createTable("copy");
    Meter meter = new Meter(server, items);
    double writes = meter.measure("import, one thread, BatchWriter", () -> fill("source", items));
    double reads = meter.measure("export, one thread, paginator", () -> exportOneThread("source"));
    double exported =
        meter.measure("export, Spark local[2], 4 segments", () -> exportSpark("source"));
    double imported = meter.measure("import, Spark local[2]", () -> importSpark("source", "copy"));
    System.out.printf(
        Locale.ROOT,
        "Spark is %.2f times as fast at exporting, and %.2f times at importing.%n",
        exported / reads,
        imported / writes);
    check();
  }

  private void createTable(String name) {
    dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName",
            name,
            "KeySchema",
            List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
            "BillingMode",
            "PAY_PER_REQUEST"));
  }

  private long fill(String table, long number) {
    try (BatchWriter batch = Table.of(dynamodb, table).batchWriter()) {
      for (long i = 0; i < number; i++) {
        batch.put(item(i));
      }
    }
    return number;
  }

  private static Params item(long number) {
    return Params.of(
        "id",
        "item-" + number,
        "number",
        number,
        "name",
        "The name of item " + number,
        "price",
        BigDecimal.valueOf(number % (CENTS * CENTS), 2),
        "active",
        number % 2 == 0,
        "tags",
        List.of("tag-" + number % CENTS, "all"),
        "address",
        Map.of("street", number + " Main Street", "city", "City " + number % CITIES));
  }

  private long exportOneThread(String table) throws IOException {
    long lines = 0;
    try (BufferedWriter file =
        Files.newBufferedWriter(folder.resolve(table + ".json"), StandardCharsets.UTF_8)) {
      for (Structure item : Table.of(dynamodb, table).scan()) {
        file.write(Json.write(item));
        file.newLine();
        lines++;
      }
    }
    return lines;
  }

  private Map<String, String> session() {
    return Map.of(
        "service",
        "dynamodb",
        "region",
        "us-east-1",
        "endpointUrl",
        server.endpoint(),
        "sessionFactory",
        LocalSessions.class.getName());
  }

  private String exportSpark(String table) {
    Dataset<Row> source =
        spark
            .read()
            .format("aws")
            .schema(SCHEMA)
            .options(session())
            .option("operation", "Scan")
            .option("param.TableName", table)
            .option("segments", 4)
            .load();
    source.write().parquet(parquet(table));
    return table;
  }

  private String parquet(String table) {
    return folder.resolve(table).toString();
  }

  private String importSpark(String table, String copy) {
    spark
        .read()
        .parquet(parquet(table))
        .write()
        .format("aws")
        .options(session())
        .option("table", copy)
        .mode("append")
        .save();
    return copy;
  }

  /** Compares the two tables by their numbers of items, and a sample of items. */
  private void check() {
    Dataset<Row> exported = spark.read().parquet(parquet("source"));
    long copied = Table.of(dynamodb, "copy").count();
    if (exported.count() != items || copied != items) {
      throw new IllegalStateException(
          "Of " + items + " items " + exported.count() + " were exported, " + copied + " imported");
    }
    String id = "item-" + items / 2;
    Structure before = Table.of(dynamodb, "source").get("id", id).orElseThrow();
    Structure after = Table.of(dynamodb, "copy").get("id", id).orElseThrow();
    if (!before.equals(after)) {
      throw new IllegalStateException("The copy of " + before + " is " + after);
    }
    System.out.println("All " + items + " items were exported and imported.");
  }
}
