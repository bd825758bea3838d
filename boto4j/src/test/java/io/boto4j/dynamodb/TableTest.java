package io.boto4j.dynamodb;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a table sends, and what it makes of answers. */
final class TableTest {
  private final FakeTable fake = new FakeTable();
  private final Table table = fake.table();

  private static Map<String, ?> raw(int sk) {
    return Map.of("pk", Map.of("S", "p"), "sk", Map.of("N", String.valueOf(sk)));
  }

  private static Map<String, ?> page(Integer lastKey, Map<?, ?>... items) {
    Params page = Params.of("Items", List.of(items), "Count", items.length, "ScannedCount", 9);
    return lastKey == null ? page : page.with("LastEvaluatedKey", raw(lastKey));
  }

  @Test
  void get_options_areSent() {
    assertThat(table.get(Params.of("pk", "p", "sk", 1), o -> o.consistent().attributes("a.b")))
        .isEmpty();
    assertThat(fake.last())
        .isEqualTo(
            Map.of(
                "TableName",
                "tab",
                "Key",
                raw(1),
                "ConsistentRead",
                true,
                "ProjectionExpression",
                "#n0.#n1",
                "ExpressionAttributeNames",
                Map.of("#n0", "a", "#n1", "b")));
  }

  @Test
  void put_onCondition_asksForTheItem() {
    table.put(Params.of("pk", "p", "sk", 1), o -> o.when(attr("pk").notExists()).returnOld());

    assertThat(fake.last().get("ConditionExpression")).isEqualTo("attribute_not_exists(#n0)");
    assertThat(fake.last().get("ReturnValuesOnConditionCheckFailure")).isEqualTo("ALL_OLD");
    assertThat(fake.last().get("ReturnValues")).isEqualTo("ALL_OLD");
    assertThat(table.put(Params.of("pk", "p", "sk", 1))).isEmpty();
    assertThat(fake.last()).containsOnlyKeys("TableName", "Item");
  }

  @Test
  void query_everyOption_isSent() {
    Query<Structure> query =
        table
            .query(key("pk").eq("p"))
            .index("by-mail")
            .filter(attr("a").gt(1))
            .filter(attr("b").exists())
            .attributes("c", "d[0]")
            .consistent()
            .descending()
            .startKey(Map.of("pk", "p", "sk", 3))
            .pageSize(10);
    assertThat(fake.operations()).isEmpty();
    assertThat(query.list()).isEmpty();

    assertThat(fake.last())
        .isEqualTo(
            Params.of(
                "TableName",
                "tab",
                "IndexName",
                "by-mail",
                "FilterExpression",
                "(#n0 > :v0 AND attribute_exists(#n1))",
                "KeyConditionExpression",
                "#n2 = :v1",
                "ProjectionExpression",
                "#n3, #n4[0]",
                "ExpressionAttributeNames",
                Map.of("#n0", "a", "#n1", "b", "#n2", "pk", "#n3", "c", "#n4", "d"),
                "ExpressionAttributeValues",
                Map.of(":v0", Map.of("N", "1"), ":v1", Map.of("S", "p")),
                "ConsistentRead",
                true,
                "ScanIndexForward",
                false,
                "ExclusiveStartKey",
                raw(3),
                "Limit",
                10L));
  }

  @Test
  void query_pages_areRequestedWhenNeeded() {
    fake.answer(page(1, raw(1))).answer(page(2)).answer(page(null, raw(3)));
    Iterator<Structure> items = table.query(key("pk").eq("p")).iterator();

    assertThat(items.next().integer("sk")).isEqualTo(1);
    assertThat(fake.operations()).hasSize(1);
    assertThat(items.next().integer("sk")).isEqualTo(3);
    assertThat(fake.operations()).hasSize(3);
    assertThat(items.hasNext()).isFalse();
    assertThat(fake.last().get("ExclusiveStartKey")).isEqualTo(raw(2));
  }

  @Test
  void query_limit_doesNotReadMoreThanItReturns() {
    fake.answer(page(2, raw(1), raw(2))).answer(page(3, raw(3)));
    List<Structure> items = table.query(key("pk").eq("p")).limit(3).list();

    assertThat(items).hasSize(3);
    assertThat(fake.inputs().get(0).get("Limit")).isEqualTo(3L);
    assertThat(fake.inputs().get(1).get("Limit")).isEqualTo(1L);
    assertThat(fake.operations()).hasSize(2);
  }

  @Test
  void page_cutByALimit_continuesAfterItsLastItem() {
    fake.answer(page(5, raw(1), raw(2), raw(3)));
    Page<Structure> page =
        table.query(key("pk").eq("p")).filter(attr("a").exists()).limit(2).page();

    assertThat(fake.last()).doesNotContainKey("Limit");
    assertThat(page.items()).hasSize(2);
    assertThat(page.nextKey()).isEqualTo(Map.of("pk", "p", "sk", 2));
    assertThat(page.scannedCount()).isEqualTo(9);

    fake.answer(page(null, raw(1), raw(2), raw(3)));
    Page<Structure> last =
        table.query(key("pk").eq("p")).filter(attr("a").exists()).limit(2).page();
    assertThat(last.nextKey()).isEqualTo(Map.of("pk", "p", "sk", 2));
    assertThat(fake.operations()).endsWith("DescribeTable");

    fake.answer(page(null, Map.of("x", Map.of("N", "1")), raw(2)));
    Page<Structure> projected = table.scan().filter(attr("a").exists()).limit(1).page();
    assertThatThrownBy(projected::nextKey)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without the key attribute pk");
  }

  @Test
  void first_one_readsOne() {
    fake.answer(page(1, raw(1)));
    assertThat(table.query(key("pk").eq("p")).first().orElseThrow().integer("sk")).isEqualTo(1);
    assertThat(fake.last().get("Limit")).isEqualTo(1L);
    assertThat(table.scan().first()).isEmpty();
  }

  @Test
  void count_pages_areAdded() {
    fake.answer(Params.of("Count", 3, "LastEvaluatedKey", raw(1))).answer(Params.of("Count", 4));
    assertThat(table.count()).isEqualTo(7);
    assertThat(fake.last().get("Select")).isEqualTo("COUNT");
    assertThat(fake.last().get("ExclusiveStartKey")).isEqualTo(raw(1));
  }

  @Test
  void scan_segments_readEachToItsEnd() {
    for (int i = 0; i < 6; i++) {
      int each = i;
      fake.answer(
          input ->
              input.containsKey("ExclusiveStartKey")
                  ? page(null, raw(each))
                  : page(each, raw(each)));
    }
    Set<Object> found = new java.util.HashSet<>();
    table.scan().segments(3).forEach(item -> found.add(item.get("sk")));

    assertThat(found).hasSize(6);
    assertThat(fake.inputs())
        .allSatisfy(input -> assertThat(input.get("TotalSegments")).isEqualTo(3));
    assertThat(fake.inputs().stream().map(input -> input.get("Segment")).distinct()).hasSize(3);
  }

  @Test
  void scan_segmentThatFails_endsTheScan() {
    fake.error("Scan", "ResourceNotFoundException", Map.of());
    assertThatThrownBy(() -> table.scan().segments(4).list())
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("ResourceNotFoundException");
  }

  @Test
  void batchGet_unprocessed_areReadAgainInOrder() {
    fake.answer(
            input ->
                Map.of(
                    "Responses", Map.of("tab", List.of(raw(3))),
                    "UnprocessedKeys", Map.of("tab", Map.of("Keys", List.of(raw(1))))))
        .answer(Map.of("Responses", Map.of("tab", List.of(raw(1)))));
    BatchItems<Structure> found =
        table.batchGet(
            List.of(
                Params.of("pk", "p", "sk", 1),
                Params.of("pk", "p", "sk", 2),
                Params.of("sk", 3, "pk", "p")));

    assertThat(found.items()).extracting(item -> item.integer("sk")).containsExactly(1, 3);
    assertThat(found.missing())
        .containsExactly(io.boto4j.Structures.of(Map.of("pk", "p", "sk", 2)));
    assertThat(fake.pauses()).hasSize(1);
  }

  @Test
  void batchGet_projection_hasTheKeyOnlyIfAskedFor() {
    fake.answer(
        Map.of(
            "Responses",
            Map.of("tab", List.of(Params.of("pk", Map.of("S", "p"), "a", Map.of("N", "1"))))));
    BatchItems<Structure> found =
        table.batchGet(List.of(Map.of("pk", "p")), o -> o.attributes("a"));

    Map<?, ?> ofTable = (Map<?, ?>) ((Map<?, ?>) fake.last().get("RequestItems")).get("tab");
    assertThat(ofTable.get("ProjectionExpression")).isEqualTo("#n0, #n1");
    assertThat(found.items()).containsExactly(io.boto4j.Structures.of(Map.of("a", 1)));
  }

  @Test
  void batchGet_forEverUnprocessed_isAnErrorWithTheKeys() {
    for (int i = 0; i < 10; i++) {
      fake.answer(input -> Map.of("UnprocessedKeys", input.get("RequestItems")));
    }
    List<Map<String, ?>> keys = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      keys.add(Params.of("pk", "p", "sk", i));
    }
    BatchGetException e = catchThrowableOfType(BatchGetException.class, () -> table.batchGet(keys));
    assertThat(e.unreadKeys()).hasSize(150);
    assertThat(fake.operations()).hasSize(10);
  }

  @Test
  void versioned_put_incrementsAndChecks() {
    Table versioned = table.versioned("version");

    versioned.put(Params.of("pk", "p", "sk", 1));
    assertThat(fake.last().get("ConditionExpression")).isEqualTo("attribute_not_exists(#n0)");
    assertThat(((Map<?, ?>) fake.last().get("Item")).get("version")).isEqualTo(Map.of("N", "1"));
    versioned.put(Params.of("pk", "p", "sk", 1, "version", 3));
    assertThat(fake.last().get("ConditionExpression")).isEqualTo("#n0 = :v0");
    assertThat(fake.last().get("ExpressionAttributeValues"))
        .isEqualTo(Map.of(":v0", Map.of("N", "3")));
    assertThat(((Map<?, ?>) fake.last().get("Item")).get("version")).isEqualTo(Map.of("N", "4"));
    assertThatThrownBy(() -> versioned.put(Params.of("pk", "p", "sk", 1, "version", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The version attribute version must be a whole number");
  }

  @Test
  void versioned_updateAndDelete_checkOnRequest() {
    Table versioned = table.versioned("version");

    versioned.update("pk", "p", "sk", 1).set("a", 1).version(3).run();
    assertThat(fake.last().get("UpdateExpression"))
        .isEqualTo("SET #n0 = if_not_exists(#n1, :v0) + :v1, #n2 = :v2");
    assertThat(fake.last().get("ConditionExpression")).isEqualTo("#n3 = :v3");
    versioned.delete(Params.of("pk", "p", "sk", 1), o -> o.version(3));
    assertThat(fake.last().get("ConditionExpression")).isEqualTo("#n0 = :v0");
    assertThatThrownBy(() -> table.update("pk", "p").version(1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> table.delete(Map.of("pk", "p"), o -> o.version(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void execute_statement_isSentAtOnceAndPagesLater() {
    fake.answer(Map.of("Items", List.of(raw(1)), "NextToken", "next"))
        .answer(Map.of("Items", List.of(raw(2))));
    StatementResult result = table.execute("SELECT * FROM t WHERE a = ? AND b = ?", 1, null);

    assertThat(fake.operations()).hasSize(1);
    assertThat(fake.last().get("Parameters"))
        .isEqualTo(List.of(Map.of("N", "1"), Map.of("NULL", true)));
    assertThat(result.list()).extracting(item -> item.integer("sk")).containsExactly(1, 2);
    assertThat(fake.last().get("NextToken")).isEqualTo("next");
    table.execute("DELETE FROM t");
    assertThat(fake.last()).containsOnlyKeys("Statement");
  }

  @Test
  void transaction_cancelled_hasPlainReasons() {
    fake.error(
        "TransactWriteItems",
        "TransactionCanceledException",
        Map.of(
            "CancellationReasons",
            List.of(
                Map.of("Code", "None"), Map.of("Code", "ConditionalCheckFailed", "Item", raw(7)))));
    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () ->
                table
                    .transaction()
                    .delete(Params.of("pk", "p", "sk", 1))
                    .check(Params.of("pk", "p", "sk", 7), attr("a").exists())
                    .token("once")
                    .run());

    assertThat(
            e.response().structures("CancellationReasons").get(1).structure("Item").integer("sk"))
        .isEqualTo(7);
    assertThat(fake.last().get("ClientRequestToken")).isEqualTo("once");
  }

  @Test
  void transactionGet_missing_isEmpty() {
    fake.answer(Map.of("Responses", List.of(Map.of("Item", raw(1)), Map.of())));
    assertThat(
            table
                .transactionGet()
                .get(Params.of("pk", "p", "sk", 1), o -> o.attributes("sk"))
                .get("pk", "q")
                .run())
        .extracting(item -> item.map(i -> i.integer("sk")).orElse(null))
        .containsExactly(1, null);
  }

  @Test
  void toString_hasNoValues() {
    assertThat(table.query(key("pk").eq("secret")).index("i")).hasToString("Query[tab, i]");
    assertThat(table.update("pk", "secret")).hasToString("TableUpdate[tab]");
    assertThat(table.toString()).startsWith("Table[tab, Client[dynamodb");
  }
}
