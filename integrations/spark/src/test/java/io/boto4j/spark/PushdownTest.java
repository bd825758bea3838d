package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that become parameters return what Spark's own filters return. */
final class PushdownTest {
  private static LocalAws aws;

  @BeforeAll
  static void fill() {
    aws = LocalAws.start();
    Client dynamodb = aws.session().client("dynamodb");
    for (String table : List.of("texts", "numbers")) {
      dynamodb.call(
          "CreateTable",
          Params.of(
              "TableName",
              table,
              "KeySchema",
              List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
              "BillingMode",
              "PAY_PER_REQUEST"));
    }
    List<Object> values = new ArrayList<>(List.of("5", 5, true, "true", "abc", "", "-1", -1));
    values.addAll(List.of(100, "100", List.of(1), "[1]", Map.of("a", 1), "{\"a\":1}", 0.5));
    put(dynamodb, "texts", values);
    put(
        dynamodb,
        "numbers",
        List.of(0, 1, new BigDecimal("1.10"), -1, 99, new BigDecimal("99.99")));
  }

  private static void put(Client dynamodb, String table, List<Object> values) {
    Table target = Table.of(dynamodb, table);
    target.put(Params.of("id", "none"));
    for (int i = 0; i < values.size(); i++) {
      target.put(Params.of("id", "i" + i, "v", values.get(i)));
    }
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  private static List<String> ids(String table, String schema, String filter, boolean pushdown) {
    Dataset<Row> rows =
        SparkLocal.reader(aws)
            .schema(schema)
            .option("service", "dynamodb")
            .option("operation", "Scan")
            .option("param.TableName", table)
            .option("check", "false")
            .option("segments", 1)
            .option("pushdown", pushdown)
            .load();
    return rows.filter(filter).select("id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v = '5'",
        "v = 'abc'",
        "v = 'true'",
        "v = '-1'",
        "v = '100'",
        "v = '[1]'",
        "v = ''",
        "v = '{\"a\":1}'",
        "v IN ('5', 'abc')",
        "v IN ('abc', 'x')",
        "v > '1'",
        "v <> 'abc'",
        "v IS NULL",
        "v IS NOT NULL",
        "v = 'abc' OR v = '5'",
        "v = 'abc' OR id = 'none'",
        "v <=> NULL",
        "v LIKE 'a%'",
        "NOT (v = 'abc')",
        "id = 'i4' AND v = 'abc'"
      })
  void texts_areFilteredAsBySparkAlone(String filter) {
    assertThat(ids("texts", "id STRING, v STRING", filter, true))
        .containsExactlyInAnyOrderElementsOf(ids("texts", "id STRING, v STRING", filter, false));
  }

  @Test
  void halfOfAnOr_leavesNothingInTheExpressions() {
    aws.journal().clear();
    String filter = "(v = 'abc' OR v = '5') AND id = 'i4'";
    assertThat(ids("texts", "id STRING, v STRING", filter, true)).containsExactly("i4");
    assertThat(aws.journal().calls("dynamodb", "Scan"))
        .singleElement()
        .satisfies(
            scan ->
                assertThat(scan.input().map("ExpressionAttributeValues").toJson())
                    .isEqualTo("{\":boto4jF0\":{\"S\":\"i4\"}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v = 1",
        "v = 1.1",
        "v > 1",
        "v >= 1.10",
        "v < 0",
        "v <= 99",
        "v IN (0, 99.99, 7)",
        "v = 1 OR v = 99",
        "v = 1 OR id = 'none'",
        "v IS NULL",
        "v <> 1",
        "v > 0 AND v < 99.995"
      })
  void numbers_areFilteredAsBySparkAlone(String filter) {
    assertThat(ids("numbers", "id STRING, v DECIMAL(10,2)", filter, true))
        .containsExactlyInAnyOrderElementsOf(
            ids("numbers", "id STRING, v DECIMAL(10,2)", filter, false));
  }
}
