package io.boto4j.spark.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Structure;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.FailOnce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DynamoDbWriteTest {
  private static LocalAws aws;

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  private static DataFrameWriter<Row> writer(Dataset<Row> rows, String table) {
    return Writing.writer(rows, aws).option("service", "dynamodb").option("table", table);
  }

  @Test
  void put_columnsOfAllTypes_becomeNativeTypes() {
    Table table = Writing.table(aws, "types");
    Dataset<Row> rows =
        Writing.SPARK.sql(
            "select 'a' id, 7L whole, cast(2.50 as decimal(20,6)) exact, 0.1D half, true flag,"
                + " X'0102' bytes, array('x', null) list, map('k', 1) map,"
                + " named_struct('name', 'n', 'none', cast(null as string)) struct,"
                + " date'2026-01-02' day, timestamp'2026-01-02T03:04:05Z' at, cast(null as int) gone");

    writer(rows, "types").save();

    Structure item = Writing.items(table).get("a");
    assertThat(item.get("whole")).isEqualTo(7);
    assertThat(item.get("exact")).isEqualTo(new BigDecimal("2.5"));
    assertThat(item.get("half")).isEqualTo(new BigDecimal("0.1"));
    assertThat(item.get("flag")).isEqualTo(true);
    assertThat((byte[]) item.get("bytes")).containsExactly(1, 2);
    assertThat(item.list("list")).containsExactly("x", null);
    assertThat(item.get("map")).isEqualTo(Map.of("k", 1));
    assertThat(item.get("struct")).isEqualTo(Map.of("name", "n"));
    assertThat(item.get("day")).isEqualTo("2026-01-02");
    assertThat(item.get("at")).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(item).doesNotContainKey("gone");
  }

  @Test
  void put_withOptions_writesSetsNullsAndSeconds() {
    Table table = Writing.table(aws, "options");
    Dataset<Row> rows =
        Writing.SPARK.sql(
            "select 'a' id, array('x', 'y', 'x') tags, named_struct('roles', array(1, 2)) profile,"
                + " timestamp'1970-01-01T00:01:00.9Z' expires, cast(null as int) gone");

    writer(rows, "options")
        .option("sets", "tags, profile.roles")
        .option("nulls", "null")
        .option("timestamps", "epochSeconds")
        .save();

    Structure item = Writing.items(table).get("a");
    assertThat(item.get("tags")).isEqualTo(Set.of("x", "y"));
    assertThat(item.get("profile")).isEqualTo(Map.of("roles", Set.of(1, 2)));
    assertThat(item.get("expires")).isEqualTo(60);
    assertThat(item).containsEntry("gone", null);
  }

  @Test
  void put_moreRowsThanABatch_writesEachOnce() {
    Table table = Writing.table(aws, "many");

    writer(Writing.rows(203, 3), "many").save();

    Map<String, Structure> items = Writing.items(table);
    assertThat(items).hasSize(203);
    assertThat(items.get("202").get("value")).isEqualTo(2020);
  }

  @Test
  void put_equalKeysInABatch_keepsTheLast() {
    Table table = Writing.table(aws, "equal");
    Dataset<Row> rows = Writing.rows(20, 1).selectExpr("'same' id", "value");

    writer(rows, "equal").save();

    assertThat(Writing.items(table).get("same").get("value")).isEqualTo(190);
  }

  @Test
  void put_taskKilledInTheMiddle_writesAllRows() {
    Table table = Writing.table(aws, "killed");
    Dataset<Row> rows = Writing.failingOnce(Writing.rows(200, 2), "60", "kill_put");

    writer(rows, "killed").save();

    assertThat(FailOnce.hasFailed("kill_put")).isTrue();
    Map<String, Structure> items = Writing.items(table);
    assertThat(items).hasSize(200);
    assertThat(items.get("60").get("value")).isEqualTo(600);
  }

  @Test
  void put_unprocessedItems_areSentAgain() {
    List<Object> written = new CopyOnWriteArrayList<>();
    try (LocalAws busy =
        LocalAws.builder()
            .on("dynamodb", "BatchWriteItem", call -> processThree(call.input(), written))
            .start()) {
      Writing.table(busy, "busy");

      Writing.writer(Writing.rows(10, 1), busy)
          .option("service", "dynamodb")
          .option("table", "busy")
          .save();
    }

    assertThat(written).hasSize(10).doesNotHaveDuplicates();
  }

  private static Map<String, ?> processThree(Structure input, List<Object> written) {
    List<?> requests = (List<?>) input.map("RequestItems").get("busy");
    int processed = Math.min(3, requests.size());
    written.addAll(requests.subList(0, processed));
    List<?> rest = requests.subList(processed, requests.size());
    return Map.of("UnprocessedItems", rest.isEmpty() ? Map.of() : Map.of("busy", rest));
  }

  @Test
  void write_withoutTable_asksForIt() {
    assertThatThrownBy(
            () -> Writing.writer(Writing.rows(5, 1), aws).option("service", "dynamodb").save())
        .hasMessageContaining("needs the option 'table'");
  }

  @Test
  void put_serverErrors_areRetried() {
    Table table = Writing.table(aws, "errors");
    aws.faults().fail("dynamodb", 1.0, 2);
    try {
      writer(Writing.rows(30, 1), "errors").save();
    } finally {
      aws.faults().clear();
    }

    assertThat(Writing.items(table)).hasSize(30);
  }

  @Test
  void put_itemTooBig_namesItsKeyAndAttribute() {
    Writing.table(aws, "big");
    Dataset<Row> rows = Writing.rows(1, 1).selectExpr("'huge' id", "repeat('x', 500000) text");

    assertThatThrownBy(() -> writer(rows, "big").save())
        .rootCause()
        .hasMessageContaining("The item for table big has 500")
        .hasMessageContaining("text");
    assertThatThrownBy(() -> writer(rows, "big").save())
        .hasMessageContaining("The row with the key {id=huge} cannot be written to table big");
  }

  @Test
  void delete_rowsWithKeys_removesTheirItems() {
    Table table = Writing.table(aws, "deleted");
    writer(Writing.rows(40, 2), "deleted").save();

    writer(Writing.rows(30, 2), "deleted").option("operation", "DeleteItem").save();

    assertThat(Writing.items(table)).hasSize(10);
  }

  @Test
  void write_withoutKeyColumn_failsBeforeTheJob() {
    Table table = Writing.table(aws, "keyless");
    Dataset<Row> rows = Writing.rows(5, 1).withColumnRenamed("id", "ident");

    assertThatThrownBy(() -> writer(rows, "keyless").save())
        .hasMessageContaining("Table keyless has the key attribute id")
        .hasMessageContaining("The columns are: ident, value.");
    assertThat(Writing.items(table)).isEmpty();
  }

  @Test
  void write_keyOfAnotherType_failsBeforeTheJob() {
    Writing.table(aws, "numbers", "N");

    assertThatThrownBy(() -> writer(Writing.rows(5, 1), "numbers").save())
        .hasMessageContaining("The column id is a key of table numbers with the type N")
        .hasMessageContaining("has the type string. Cast it to a number");
  }

  @Test
  void write_unknownTable_suggestsANearName() {
    Writing.table(aws, "customers");

    assertThatThrownBy(() -> writer(Writing.rows(5, 1), "custmers").save())
        .hasMessageContaining("There is no table custmers in region us-east-1.")
        .hasMessageContaining("customers");
  }

  @Test
  void write_misspelledOption_suggestsANearName() {
    assertThatThrownBy(() -> writer(Writing.rows(5, 1), "any").option("timestamp", "iso").save())
        .hasMessageContaining("The writer of dynamodb has no option 'timestamp'")
        .hasMessageContaining("timestamps");
  }

  @Test
  void write_setThatIsNoArray_isRefused() {
    Writing.table(aws, "nosets");

    assertThatThrownBy(() -> writer(Writing.rows(5, 1), "nosets").option("sets", "value").save())
        .hasMessageContaining("names value, which is not a column with an array");
  }

  @Test
  void write_typeWithoutForm_isRefused() {
    Writing.table(aws, "intervals");
    Dataset<Row> rows = Writing.rows(1, 1).selectExpr("id", "interval 3 days period");

    assertThatThrownBy(() -> writer(rows, "intervals").save())
        .hasMessageContaining("The column period has the type interval day");
  }

  @Test
  void overwrite_isRefusedWithTheReason() {
    Writing.table(aws, "kept");

    assertThatThrownBy(() -> writer(Writing.rows(5, 1), "kept").mode("overwrite").save())
        .hasMessageContaining("would delete all items of a DynamoDB table");
  }

  @Test
  void write_twoAttemptsOfATask_leaveTheItemsOfOne() throws Exception {
    Table table = Writing.table(aws, "twice");
    List<Row> rows = Writing.rows(60, 1).collectAsList();
    DynamoDbWriterFactory factory = Attempts.dynamoDb(aws, "twice", Writing.rows(1, 1).schema());

    Attempts.interleave(factory, Writing.rows(1, 1).schema(), rows);

    Map<String, Structure> items = Writing.items(table);
    assertThat(items).hasSize(60);
    assertThat(items.get("59").get("value")).isEqualTo(590);
  }
}
