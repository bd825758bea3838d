package io.boto4j.spark.docs;

import io.boto4j.spark.AwsCalls;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The snippets of the page on writing. */
final class WritingPage {
  private WritingPage() {}

  static void items(Dataset<Row> users) {
    users
        .write()
        .format("aws")
        .option("service", "dynamodb")
        .option("table", "users")
        .option("sets", "roles")
        .option("writeCapacityPerSecond", 2000)
        .mode("append")
        .save();
  }

  static void deletion(Dataset<Row> users) {
    users
        .filter("last_login < '2020-01-01'")
        .write()
        .format("aws")
        .option("service", "dynamodb")
        .option("table", "users")
        .option("operation", "DeleteItem")
        .mode("append")
        .save();
  }

  static void files(Dataset<Row> events) {
    events
        .write()
        .format("aws")
        .option("service", "s3")
        .option("bucket", "exports")
        .option("prefix", "events/2026-11-29/")
        .option("fileFormat", "json")
        .option("compression", "gzip")
        .mode("append")
        .save();
  }

  static Dataset<Row> objects(Dataset<Row> pages, String folder) {
    return AwsCalls.of(
            pages.selectExpr("path AS Key", "html AS Body", "'text/html' AS ContentType"))
        .service("s3")
        .operation("PutObject")
        .parameter("Bucket", "website")
        .parameter("IfNoneMatch", "*")
        .id("Key")
        .concurrency(32)
        .run(folder);
  }

  static Dataset<Row> reading(Dataset<Row> instances) {
    return AwsCalls.of(instances.selectExpr("InstanceId"))
        .service("ec2")
        .operation("DescribeInstanceAttribute")
        .parameter("Attribute", "disableApiTermination")
        .id("InstanceId")
        .results()
        .selectExpr("InstanceId", "response.DisableApiTermination.Value AS safe", "error_code");
  }

  static void calls(Dataset<Row> messages) {
    messages
        .write()
        .format("aws")
        .option("service", "sqs")
        .option("operation", "SendMessage")
        .option("param.QueueUrl", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders")
        .option("id", "order_id")
        .option("concurrency", 16)
        .mode("append")
        .save();
  }
}
