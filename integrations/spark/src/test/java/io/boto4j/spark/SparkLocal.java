package io.boto4j.spark;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** The Spark of all test classes, which stays until the JVM ends: its start takes seconds. */
public final class SparkLocal {
  private static final Path EVENTS = temporary("boto4j-spark-events");
  private static final SparkSession SPARK = start();

  private SparkLocal() {}

  private static SparkSession start() {
    return SparkSession.builder()
        .master("local[2,3]") // two threads; a task may fail twice
        .appName("boto4j-spark tests")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.eventLog.enabled", true)
        .config("spark.eventLog.dir", EVENTS.toUri().toString())
        .config("spark.eventLog.compress", false)
        .config("spark.eventLog.rolling.enabled", false)
        .config("spark.sql.warehouse.dir", temporary("boto4j-spark-warehouse").toString())
        .getOrCreate();
  }

  private static Path temporary(String name) {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the session. */
  public static SparkSession session() {
    return SPARK;
  }

  /** Returns the folder of the event log. */
  public static Path events() {
    return EVENTS;
  }

  /** Returns a reader of the format "aws" which calls a local AWS over HTTP. */
  public static DataFrameReader reader(LocalAws aws) {
    return SPARK
        .read()
        .format("aws")
        .option("region", "us-east-1")
        .option("endpointUrl", aws.endpoint().toString())
        .option("sessionFactory", LocalSessions.class.getName());
  }
}
