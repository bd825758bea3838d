package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.FailOnce;
import io.boto4j.spark.LocalSessions;
import io.boto4j.spark.SparkLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What tests of writing share. */
final class Writing {
  static final SparkSession SPARK = SparkLocal.session();

  private Writing() {}

  /** Returns the options of a session for a local AWS. */
  static Map<String, String> session(LocalAws aws) {
    return Map.of(
        "region",
        "us-east-1",
        "endpointUrl",
        aws.endpoint().toString(),
        "sessionFactory",
        LocalSessions.class.getName());
  }

  /** Returns a writer that adds with the format "aws". */
  static DataFrameWriter<Row> writer(Dataset<Row> rows, LocalAws aws) {
    return rows.write().format("aws").options(session(aws)).mode("append");
  }

  /** Creates a table with a key of text. */
  static Table table(LocalAws aws, String name) {
    return table(aws, name, "S");
  }

  /** Creates a table with a key of a type. */
  static Table table(LocalAws aws, String name, String type) {
    Client dynamodb = aws.session().client("dynamodb");
    dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName",
            name,
            "KeySchema",
            List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "id", "AttributeType", type)),
            "BillingMode",
            "PAY_PER_REQUEST"));
    return Table.of(dynamodb, name);
  }

  /** Returns the items of a table by the text of their keys. */
  static Map<String, Structure> items(Table table) {
    Map<String, Structure> items = new TreeMap<>();
    for (Structure item : table.scan()) {
      items.put(String.valueOf(item.get("id")), item);
    }
    return items;
  }

  /** Returns rows with the columns id and value, with ids 0 to one less than the number. */
  static Dataset<Row> rows(int number, int partitions) {
    return SPARK
        .range(0, number, 1, partitions)
        .selectExpr("cast(id as string) id", "id * 10 value");
  }

  /**
   * Returns the same rows, whose first attempt to read a given row fails, as if its task had been
   * killed.
   */
  static Dataset<Row> failingOnce(Dataset<Row> rows, String id, String name) {
    FailOnce.register(SPARK, name, id);
    List<String> columns = new ArrayList<>(List.of(name + "(id) id"));
    for (String column : rows.columns()) {
      if (!column.equals("id")) {
        columns.add(column);
      }
    }
    return rows.selectExpr(columns.toArray(String[]::new));
  }
}
