package io.boto4j.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Complete calls of the SDK over a socket. */
final class DynamoDbCallsTest {
  private static final String TABLE = "auth-users";
  private static LocalAws aws;
  private static Client dynamodb;

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
    dynamodb = Tables.overSocket(aws);
    createTable();
  }

  @AfterAll
  static void stop() {
    dynamodb.close();
    aws.close();
  }

  private static void createTable() {
    Response created =
        dynamodb.call(
            "CreateTable",
            Map.of(
                "TableName", TABLE,
                "BillingMode", "PAY_PER_REQUEST",
                "AttributeDefinitions",
                    List.of(
                        Map.of("AttributeName", "id", "AttributeType", "S"),
                        Map.of("AttributeName", "mail", "AttributeType", "S")),
                "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                "GlobalSecondaryIndexes",
                    List.of(
                        Map.of(
                            "IndexName", "by-mail",
                            "KeySchema",
                                List.of(Map.of("AttributeName", "mail", "KeyType", "HASH")),
                            "Projection", Map.of("ProjectionType", "ALL")))));
    assertThat(created.structure("TableDescription").text("TableName")).isEqualTo(TABLE);
    assertThat(created.structure("TableDescription").instant("CreationDateTime")).isNotNull();
  }

  private static Map<String, Object> text(String value) {
    return Map.of("S", value);
  }

  private static Map<String, Object> key(String id) {
    return Map.of("id", text(id));
  }

  private static void put(Map<String, Object> item) {
    dynamodb.call("PutItem", Map.of("TableName", TABLE, "Item", item));
  }

  private static Map<String, Object> get(String id) {
    Response answer =
        dynamodb.call(
            "GetItem", Map.of("TableName", TABLE, "Key", key(id), "ConsistentRead", true));
    return answer.map("Item");
  }

  /** Writes a value, reads it back and returns it. */
  private static Structure roundTrip(Map<String, ?> value) {
    put(Map.of("id", text("round-trip"), "value", value));
    return (Structure) get("round-trip").get("value");
  }

  @Test
  void describeTable_created_isActive() {
    Structure table = dynamodb.call("DescribeTable", Map.of("TableName", TABLE)).structure("Table");

    assertThat(table.text("TableStatus")).isEqualTo("ACTIVE");
    assertThat(table.structures("GlobalSecondaryIndexes").get(0).text("IndexName"))
        .isEqualTo("by-mail");
    assertThat(dynamodb.call("list_tables").list("TableNames")).contains(TABLE);
  }

  @Test
  void getItem_absent_hasNoItem() {
    Response answer = dynamodb.call("GetItem", Map.of("TableName", TABLE, "Key", key("nobody")));

    assertThat(answer).doesNotContainKey("Item");
    assertThat(answer.map("Item")).isEmpty();
    assertThat(answer.metadata().requestId()).isNotBlank();
    assertThat(answer.metadata().statusCode()).isEqualTo(200);
  }

  @Test
  void putItem_conditionFails_isThatError() {
    put(Map.of("id", text("taken"), "note", text("first")));

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () ->
                dynamodb.call(
                    "PutItem",
                    Map.of(
                        "TableName",
                        TABLE,
                        "Item",
                        key("taken"),
                        "ConditionExpression",
                        "attribute_not_exists(id)",
                        "ReturnValuesOnConditionCheckFailure",
                        "ALL_OLD")));

    assertThat(e.is("ConditionalCheckFailedException")).isTrue();
    assertThat(e.is("ResourceNotFoundException")).isFalse();
    assertThat(e.statusCode()).isEqualTo(400);
    assertThat(e.isThrottling()).isFalse();
    assertThat(e.requestId()).isNotBlank();
    assertThat(e.attempts()).hasSize(1);
    assertThat(e)
        .hasMessage(
            "An error occurred (ConditionalCheckFailedException) when calling the PutItem"
                + " operation: The conditional request failed");
    assertThat(e.response().map("Item")).containsEntry("note", text("first"));
  }

  @Test
  void call_noSuchTable_isThatError() {
    assertThatThrownBy(
            () -> dynamodb.call("GetItem", Map.of("TableName", "no-table", "Key", key("x"))))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("ResourceNotFoundException")).isTrue());
  }

  @Test
  void query_byIndex_findsTheItem() {
    put(Map.of("id", text("q1"), "mail", text("ann@example.com")));
    put(Map.of("id", text("q2"), "mail", text("bob@example.com")));

    Response answer =
        dynamodb.call(
            "Query",
            Map.of(
                "TableName",
                TABLE,
                "IndexName",
                "by-mail",
                "KeyConditionExpression",
                "#mail = :mail",
                "ExpressionAttributeNames",
                Map.of("#mail", "mail"),
                "ExpressionAttributeValues",
                Map.of(":mail", text("ann@example.com"))));

    assertThat(answer.integer("Count")).isEqualTo(1);
    assertThat(answer.list("Items"))
        .singleElement()
        .isEqualTo(Map.of("id", text("q1"), "mail", text("ann@example.com")));
  }

  @Test
  void scan_pageByPage_meetsEveryItemOnce() {
    List<Object> puts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      puts.add(
          Map.of("PutRequest", Map.of("Item", Map.of("id", text("s" + i), "wave", text("y")))));
    }
    Response written = dynamodb.call("BatchWriteItem", Map.of("RequestItems", Map.of(TABLE, puts)));
    assertThat(written.map("UnprocessedItems")).isEmpty();

    Set<Object> ids = new HashSet<>();
    Map<String, Object> start = null;
    int pages = 0;
    do {
      Map<String, Object> params = new HashMap<>();
      params.put("TableName", TABLE);
      params.put("Limit", 4);
      params.put("FilterExpression", "wave = :y");
      params.put("ExpressionAttributeValues", Map.of(":y", text("y")));
      if (start != null) {
        params.put("ExclusiveStartKey", start);
      }
      Response page = dynamodb.call("Scan", params);
      for (Object item : page.list("Items")) {
        assertThat(ids.add(((Map<?, ?>) item).get("id"))).isTrue();
      }
      start = page.structure("LastEvaluatedKey");
      pages++;
    } while (start != null);

    assertThat(ids).hasSize(25);
    assertThat(pages).isGreaterThan(6);
  }

  @Test
  void updateItem_expression_givesTheNewValues() {
    put(Map.of("id", text("u"), "count", Map.of("N", "41"), "gone", Map.of("BOOL", true)));

    Response answer =
        dynamodb.call(
            "UpdateItem",
            Map.of(
                "TableName",
                TABLE,
                "Key",
                key("u"),
                "UpdateExpression",
                "ADD #count :one REMOVE gone SET tags = :tags",
                "ExpressionAttributeNames",
                Map.of("#count", "count"),
                "ExpressionAttributeValues",
                Map.of(":one", Map.of("N", "1"), ":tags", Map.of("SS", Set.of("a", "b"))),
                "ReturnValues",
                "ALL_NEW"));

    Map<String, Object> item = answer.map("Attributes");
    assertThat(item).containsOnlyKeys("id", "count", "tags");
    assertThat(item).containsEntry("count", Map.of("N", "42"));
    assertThat(((Structure) item.get("tags")).list("SS")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void attributeValues_ofEveryType_comeBack() {
    assertThat(roundTrip(text(""))).isEqualTo(text(""));
    assertThat(roundTrip(Map.of("N", "-1.50E3"))).isEqualTo(Map.of("N", "-1500"));
    assertThat(roundTrip(Map.of("BOOL", false))).isEqualTo(Map.of("BOOL", false));
    assertThat(roundTrip(Map.of("NULL", true))).isEqualTo(Map.of("NULL", true));
    assertThat(roundTrip(Map.of("SS", List.of("a"))).list("SS")).containsExactly("a");
    assertThat(roundTrip(Map.of("NS", new String[] {"1", "2.5"})).list("NS"))
        .containsExactlyInAnyOrder("1", "2.5");
    assertThat(roundTrip(Map.of("L", List.of()))).isEqualTo(Map.of("L", List.of()));
    assertThat(roundTrip(Map.of("M", Map.of()))).isEqualTo(Map.of("M", Map.of()));
    assertThat(roundTrip(Map.of("L", List.of(text("a"), Map.of("L", List.of(Map.of("N", "1")))))))
        .isEqualTo(Map.of("L", List.of(text("a"), Map.of("L", List.of(Map.of("N", "1"))))));
    assertThat(roundTrip(Map.of("M", Map.of("x", Map.of("M", Map.of("y", text("z")))))))
        .isEqualTo(Map.of("M", Map.of("x", Map.of("M", Map.of("y", text("z"))))));
  }

  @Test
  void binaryValues_howeverPassed_comeBack() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(roundTrip(Map.of("B", all)).bytes("B")).isEqualTo(all);
    assertThat(roundTrip(Map.of("B", ByteBuffer.wrap(all, 3, 5).slice())).bytes("B"))
        .containsExactly(3, 4, 5, 6, 7);
    assertThat(roundTrip(Map.of("B", "\u00fc")).bytes("B"))
        .isEqualTo("\u00fc".getBytes(StandardCharsets.UTF_8));
    assertThat(roundTrip(Map.of("BS", List.of(new byte[] {1}, new byte[] {2, 3}))).list("BS"))
        .containsExactlyInAnyOrder(new byte[] {1}, new byte[] {2, 3});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\u00e4\u00f6\u00fc\u00df",
        "\u65e5\u672c\u8a9e",
        "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69",
        "\u202eright\u202c to left",
        "a\u0000b\u0001\u001f\u007f\u0085",
        "\"\\/\b\f\n\r\t",
        "</script>&amp;",
        "\u2028\u2029\ufeff\ufffe\uffff"
      })
  void text_ofAnyScript_comesBack(String value) {
    assertThat(roundTrip(text(value)).text("S")).isEqualTo(value);
    put(Map.of("id", text("names"), "n" + value, text("x")));
    assertThat(get("names")).containsKey("n" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00b", "\ude00\ud83d"})
  void text_loneSurrogate_neverBreaksTheRequest(String value) {
    Structure stored;
    try {
      stored = roundTrip(text(value));
    } catch (ServiceException e) {
      // The service may refuse text that has no UTF-8 form.
      assertThat(e.statusCode()).isEqualTo(400);
      return;
    }
    assertThat(stored.text("S")).hasSize(value.length());
  }

  @Test
  void numbers_of38Digits_comeBackExactly() {
    BigDecimal digits = new BigDecimal("1234567890123456789.0123456789012345678");

    Structure stored = roundTrip(Map.of("N", digits.toPlainString()));

    assertThat(new BigDecimal(stored.text("N"))).isEqualByComparingTo(digits);
  }

  @Test
  void item_of300Kilobytes_comesBack() {
    String large = "\u00fcx".repeat(100_000);

    assertThat(roundTrip(text(large)).text("S")).isEqualTo(large);
  }

  @Test
  void deleteItem_returningOldValues_givesThem() {
    put(Map.of("id", text("d"), "a", text("b")));

    Response answer =
        dynamodb.call(
            "delete_item", Map.of("TableName", TABLE, "Key", key("d"), "ReturnValues", "ALL_OLD"));

    assertThat(answer.map("Attributes")).containsEntry("a", text("b"));
    assertThat(get("d")).isEmpty();
  }

  @Test
  void transactWriteItems_cancelled_tellsWhy() {
    put(Map.of("id", text("t")));
    Map<String, Object> refused =
        Map.of(
            "Put",
            Map.of(
                "TableName",
                TABLE,
                "Item",
                key("t"),
                "ConditionExpression",
                "attribute_not_exists(id)"));

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> dynamodb.call("TransactWriteItems", Map.of("TransactItems", List.of(refused))));

    assertThat(e.is("TransactionCanceledException")).isTrue();
    assertThat(e.response().structures("CancellationReasons").get(0).text("Code"))
        .isEqualTo("ConditionalCheckFailed");
  }
}
