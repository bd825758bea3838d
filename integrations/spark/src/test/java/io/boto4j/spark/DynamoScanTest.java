package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.dynamodb.BatchWriter;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.Journal;
import io.boto4j.local.LocalAws;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DynamoScanTest {
  private static final int USERS = 200;
  private static LocalAws aws;

  @BeforeAll
  static void fill() {
    aws = LocalAws.start();
    Client dynamodb = aws.session().client("dynamodb");
    create(dynamodb, "users");
    create(dynamodb, "mixed");
    try (BatchWriter batch = Table.of(dynamodb, "users").batchWriter()) {
      for (int i = 0; i < USERS; i++) {
        batch.put(
            Params.of(
                "id",
                "u" + i,
                "age",
                i,
                "balance",
                new BigDecimal("12.50"),
                "active",
                i % 2 == 0,
                "photo",
                new byte[] {1, 2, (byte) i},
                "tags",
                Set.of("a", "b"),
                "address",
                Map.of("city", "Bern", "zip", 3000),
                "visits",
                List.of(1, 2, 3)));
      }
    }
    Table mixed = Table.of(dynamodb, "mixed");
    mixed.put(Params.of("id", "good", "age", 5));
    mixed.put(Params.of("id", "bad", "age", "five"));
  }

  private static void create(Client dynamodb, String table) {
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

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void clear() {
    aws.faults().clear();
    aws.journal().clear();
  }

  private static DataFrameReader scan(String table) {
    return SparkLocal.reader(aws)
        .option("service", "dynamodb")
        .option("operation", "Scan")
        .option("param.TableName", table);
  }

  private static List<Structure> scans() {
    return aws.journal().calls("dynamodb", "Scan").stream().map(Journal.Entry::input).toList();
  }

  @Test
  void scan_withoutSchema_hasNativeTypesFromASample() {
    Dataset<Row> users = scan("users").load();
    assertThat(users.schema().toDDL().replace(" NOT NULL", ""))
        .isEqualTo(
            "active BOOLEAN,address STRUCT<city: STRING, zip: BIGINT>,age BIGINT,balance"
                + " DECIMAL(38,20),id STRING,photo BINARY,tags ARRAY<STRING>,visits ARRAY<BIGINT>");
    Row row = users.filter("id = 'u7'").first();
    assertThat(row.getLong(row.fieldIndex("age"))).isEqualTo(7);
    assertThat(row.getDecimal(row.fieldIndex("balance"))).isEqualByComparingTo("12.5");
    assertThat((byte[]) row.getAs("photo")).containsExactly(1, 2, 7);
    assertThat(row.<Row>getAs("address").getString(0)).isEqualTo("Bern");
    assertThat(row.<Long>getList(row.fieldIndex("visits"))).containsExactly(1L, 2L, 3L);
    assertThat(row.<String>getList(row.fieldIndex("tags"))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void scan_inSegments_readsEachItemOnce() {
    Dataset<Row> ids = scan("users").schema("id STRING, age INT").option("segments", 5).load();
    assertThat(ids.rdd().getNumPartitions()).isEqualTo(5);
    assertThat(ids.collectAsList()).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(scans().stream().filter(s -> s.get("TotalSegments") != null))
        .extracting(s -> s.integer("Segment") + " of " + s.integer("TotalSegments"))
        .contains("0 of 5", "1 of 5", "2 of 5", "3 of 5", "4 of 5");
  }

  @Test
  void columns_andFilters_becomeExpressions() {
    Dataset<Row> old =
        scan("users")
            .schema("id STRING, age INT, active BOOLEAN")
            .option("check", "false")
            .option("segments", 1)
            .load()
            .filter("age >= 190 AND active")
            .select("age");
    assertThat(old.as(Encoders.INT()).collectAsList())
        .containsExactlyInAnyOrder(190, 192, 194, 196, 198);
    assertThat(scans()).hasSize(1);
    Structure scan = scans().get(0);
    assertThat(scan.text("FilterExpression")).contains(">=").contains(" AND ");
    assertThat(scan.text("ProjectionExpression")).isNotEmpty();
    assertThat(scan.map("ExpressionAttributeNames").values()).contains("age", "id", "active");
    assertThat(scan.map("ExpressionAttributeNames").values()).doesNotContain("photo");
  }

  @Test
  void ownFilterExpression_isKeptBesideThePushedOne() {
    long count =
        scan("users")
            .schema("id STRING, age INT")
            .option("param.FilterExpression", "#a < :five OR #a > :last")
            .option("param.ExpressionAttributeNames", "{\"#a\":\"age\"}")
            .option(
                "param.ExpressionAttributeValues",
                "{\":five\":{\"N\":\"5\"},\":last\":{\"N\":\"197\"}}")
            .load()
            .filter("age <> 3 AND age < 199")
            .count();
    assertThat(count).isEqualTo(5);
  }

  @Test
  void count_asksForTheCountAlone() {
    assertThat(scan("users").schema("id STRING").option("check", "false").load().count())
        .isEqualTo(USERS);
    assertThat(scans()).isNotEmpty().allMatch(scan -> "COUNT".equals(scan.text("Select")));
  }

  @Test
  void limit_makesSmallPages() {
    assertThat(
            scan("users")
                .schema("id STRING")
                .option("check", "false")
                .load()
                .limit(3)
                .collectAsList())
        .hasSize(3);
    assertThat(scans())
        .isNotEmpty()
        .allMatch(scan -> Integer.valueOf(3).equals(scan.integer("Limit")));
  }

  @Test
  void misfit_failsTheJobWithTableKeyColumnAndAdvice() {
    Dataset<Row> mixed = scan("mixed").schema("id STRING, age INT").load();
    assertThatThrownBy(mixed::collectAsList)
        .hasStackTraceContaining("dynamodb.Scan failed for the partition with ")
        .hasStackTraceContaining("\"TableName\":\"mixed\"")
        .hasStackTraceContaining(
            "An item does not fit the schema: the column 'age' is INT, but the value is text (item"
                + " id=\"bad\"). Give a schema in which this column has another type, such as"
                + " STRING, or set the option mode=permissive");
  }

  @Test
  void misfit_inPermissiveMode_isNullWithTheItemBeside() {
    List<Row> rows =
        scan("mixed")
            .schema("id STRING, age INT, _corrupt_record STRING")
            .option("mode", "permissive")
            .load()
            .orderBy("id")
            .collectAsList();
    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[bad,null,{\"age\":\"five\",\"id\":\"bad\"}]", "[good,5,null]");
  }

  @Test
  void mixedTypes_withoutSchema_areText() {
    assertThat(scan("mixed").load().orderBy("id").select("age").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("five", "5");
  }

  @Test
  void query_withKeyCondition_readsOnePartitionKey() {
    Dataset<Row> one =
        SparkLocal.reader(aws)
            .option("service", "dynamodb")
            .option("operation", "query")
            .option(
                "parameters",
                "{\"TableName\":\"users\",\"KeyConditionExpression\":\"id = :id\","
                    + "\"ExpressionAttributeValues\":{\":id\":{\"S\":\"u42\"}}}")
            .load();
    assertThat(one.filter("id = 'u42'").select("age").first().getLong(0)).isEqualTo(42);
  }

  @Test
  void consistentRead_isAParameterOfEverySegment() {
    assertThat(
            scan("users").schema("id STRING").option("param.ConsistentRead", "true").load().count())
        .isEqualTo(USERS);
    assertThat(scans())
        .isNotEmpty()
        .allMatch(scan -> Boolean.TRUE.equals(scan.bool("ConsistentRead")));
  }

  @Test
  void attribute_withTheNameOfAHiddenColumn_wins() {
    Client dynamodb = aws.session().client("dynamodb");
    create(dynamodb, "places");
    Table.of(dynamodb, "places").put(Params.of("id", "p", "_region", "Alps"));
    assertThat(scan("places").load().select("_region", "_parameters").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[Alps,{\"TableName\":\"places\"}]");
  }

  @Test
  void raw_attributeValues_areAvailableToo() {
    Dataset<Row> raw = scan("users").option("native", "false").load();
    assertThat(raw.select(functions.expr("value['id'].S")).limit(1).count()).isEqualTo(1);
    assertThat(raw.schema().fieldNames()).containsExactly("value");
  }

  @Test
  void emptySample_asksForASchema() {
    create(aws.session().client("dynamodb"), "empty");
    assertThatThrownBy(() -> scan("empty").load())
        .hasMessageContaining("returns no item to derive the schema from")
        .hasMessageContaining("spark.read().schema(");
    assertThat(scan("empty").schema("id STRING").load().count()).isZero();
  }

  @Test
  void throttling_isRetriedWithinTheTask() {
    aws.faults().throttle("dynamodb", 0.2);
    Dataset<Row> users =
        scan("users")
            .schema("id STRING, age INT")
            .option("check", "false")
            .option("maxAttempts", 10)
            .option("segments", 8)
            .load();
    assertThat(users.collectAsList()).hasSize(USERS);
  }

  @Test
  void readUnits_areAskedForAndPaidAfterEachPage() {
    Params firstPage =
        Params.of("TableName", "users", "Limit", 100, "ReturnConsumedCapacity", "TOTAL");
    Double page =
        aws.session()
            .client("dynamodb")
            .call("Scan", firstPage)
            .real("ConsumedCapacity", "CapacityUnits");
    aws.journal().clear();
    long begin = System.nanoTime();
    assertThat(
            scan("users")
                .schema("id STRING")
                .option("check", "false")
                .option("segments", 1)
                .option("readUnitsPerSecond", page)
                .option("param.Limit", 100)
                .load()
                .select("id")
                .collectAsList())
        .hasSize(USERS);
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertThat(scans())
        .hasSize(3)
        .allMatch(scan -> "TOTAL".equals(scan.text("ReturnConsumedCapacity")));
    // The bucket pays for the first page, and the third request waits for the second.
    assertThat(seconds).isGreaterThan(0.8);
  }
}
