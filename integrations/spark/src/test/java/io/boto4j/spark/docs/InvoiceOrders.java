package io.boto4j.spark.docs;

import io.boto4j.spark.AwsCalls;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first program of the page. */
final class InvoiceOrders {
  private InvoiceOrders() {}

  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("invoices").getOrCreate();
    Dataset<Row> orders =
        spark
            .read()
            .json(arguments[0])
            .selectExpr("order_id", "to_json(struct(order_id, total)) AS Payload");
    Dataset<Row> results =
        AwsCalls.of(orders)
            .service("lambda")
            .operation("Invoke")
            .parameter("FunctionName", "invoice")
            .id("order_id")
            .concurrency(16)
            .requestsPerSecond(200)
            .run(arguments[1]);
    results.where("error_code IS NOT NULL").select("order_id", "error_code").show();
    results.selectExpr("order_id", "CAST(response.Payload AS STRING) AS invoice").show();
  }
}
