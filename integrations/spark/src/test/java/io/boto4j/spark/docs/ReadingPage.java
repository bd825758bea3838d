package io.boto4j.spark.docs;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.spark.ParameterSets;
import io.boto4j.spark.SessionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The snippets of the page. */
final class ReadingPage {
  private final SparkSession spark;

  ReadingPage(SparkSession spark) {
    this.spark = spark;
  }

  Dataset<Row> instances() {
    Dataset<Row> instances =
        spark
            .read()
            .format("aws")
            .option("service", "ec2")
            .option("operation", "DescribeInstances")
            .option("resultKey", "Reservations[].Instances[]")
            .option("regions", "us-east-1,eu-west-1")
            .load();
    return instances
        .filter("InstanceType = 't3.micro'") // sent to EC2 as a filter
        .select("_region", "InstanceId", "State.Name");
  }

  Dataset<Row> typedUsers() {
    return spark
        .read()
        .schema("id STRING, age INT, balance DECIMAL(12,2), address STRUCT<city: STRING>")
        .format("aws")
        .option("service", "dynamodb")
        .option("operation", "Scan")
        .option("param.TableName", "users")
        .option("segments", 64)
        .option("readUnitsPerSecond", 2000)
        .load();
  }

  Dataset<Row> orders() {
    return spark
        .read()
        .format("aws")
        .option("service", "dynamodb")
        .option("operation", "Query")
        .option(
            "parameters",
            "{\"TableName\": \"orders\", \"KeyConditionExpression\": \"customer = :c\","
                + " \"ExpressionAttributeValues\": {\":c\": {\"S\": \"c-17\"}}}")
        .load();
  }

  Dataset<Row> objects() {
    Dataset<Row> objects =
        spark
            .read()
            .format("aws")
            .option("service", "s3")
            .option("operation", "ListObjectsV2")
            .option("param.Bucket", "my-bucket")
            .option("partitions", "prefixes")
            .option("partitionCount", 400)
            .load();
    return objects
        .filter("startswith(Key, 'logs/2026/')") // becomes the parameter Prefix
        .groupBy("StorageClass")
        .sum("Size");
  }

  Dataset<Row> bucketByBucket() {
    Dataset<Row> buckets =
        spark
            .read()
            .format("aws")
            .option("service", "s3")
            .option("operation", "ListBuckets")
            .load();
    return spark
        .read()
        .format("aws")
        .option("service", "s3")
        .option("operation", "ListObjectsV2")
        .option("partitions", ParameterSets.of(buckets.selectExpr("Name AS Bucket")))
        .load();
  }

  Dataset<Row> twoTables() {
    String tables =
        ParameterSets.of(List.of(Map.of("TableName", "users"), Map.of("TableName", "customers")));
    return spark
        .read()
        .schema("id STRING")
        .format("aws")
        .option("service", "dynamodb")
        .option("operation", "Scan")
        .option("partitions", tables)
        .load()
        .select("id", "_parameters");
  }

  Dataset<Row> permissive() {
    return spark
        .read()
        .schema("id STRING, age INT, _corrupt_record STRING")
        .format("aws")
        .option("service", "dynamodb")
        .option("operation", "Scan")
        .option("param.TableName", "users")
        .option("mode", "permissive")
        .load();
  }

  void settings() {
    spark.conf().set("spark.datasource.aws.region", "eu-west-1");
    spark.conf().set("spark.datasource.aws.maxAttempts", "8");
  }

  /** A provider as an application would have one. */
  public static final class VaultCredentials implements CredentialsProvider {
    private final Vault vault;

    /** Creates the provider on an executor. */
    public VaultCredentials(Map<String, String> options) {
      vault = Vault.at(options.getOrDefault("path", "aws/reader"));
    }

    @Override
    public Credentials credentials() {
      return Credentials.of(vault.read("id"), vault.read("secret"));
    }
  }

  /** A factory as an application would have one. */
  public static final class PatientSessions implements SessionFactory {
    @Override
    public Session.Builder builder() {
      return Session.builder().config(c -> c.connectTimeout(Duration.ofSeconds(20)));
    }
  }

  /** What the snippet takes for granted. */
  private record Vault(String path) {
    static Vault at(String path) {
      return new Vault(path);
    }

    String read(String name) {
      return path + "/" + name;
    }
  }
}
