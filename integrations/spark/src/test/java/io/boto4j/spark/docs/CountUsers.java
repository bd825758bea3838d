package io.boto4j.spark.docs;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first program of the page. */
public final class CountUsers {
  private CountUsers() {}

  /** Prints the number of users per city. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("users per city").getOrCreate();
    Dataset<Row> users =
        spark
            .read()
            .format("aws")
            .option("service", "dynamodb")
            .option("operation", "Scan")
            .option("param.TableName", "users")
            .load();
    users.groupBy("address.city").count().show();
  }
}
