package io.boto4j.dynamodb;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DocumentsTest {
  private static final Map<String, ?> RAW_ITEM =
      Map.of("pk", Map.of("S", "p"), "n", Map.of("L", List.of(Map.of("N", "1.5"))));

  private final FakeTable fake = new FakeTable();
  private final Client documents = Documents.of(fake.client());

  private Map<String, ?> sent(String operation, Map<String, ?> parameters) {
    documents.call(operation, parameters);
    return fake.last();
  }

  @Test
  void call_items_arePlainBothWays() {
    fake.answer(Map.of("Item", RAW_ITEM));
    Map<String, Object> key = new LinkedHashMap<>(Map.of("pk", "p"));
    Response response = documents.call("GetItem", Map.of("TableName", "tab", "Key", key));

    assertThat(fake.last().get("Key")).isEqualTo(Map.of("pk", Map.of("S", "p")));
    assertThat(key).isEqualTo(Map.of("pk", "p"));
    assertThat(response.structure("Item").text("pk")).isEqualTo("p");
    assertThat(response.search("Item.n[0]")).isEqualTo(new BigDecimal("1.5"));
    assertThat(response.metadata().statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> response.text("Itm")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void call_conditions_haveTheLastNumbersOnKeys() {
    Map<String, ?> sent =
        sent(
            "Query",
            Params.of(
                "TableName", "tab",
                "KeyConditionExpression", key("k").eq("x").and(key("r").gt(3)),
                "FilterExpression", attr("f").eq(1),
                "ExpressionAttributeNames", Map.of("#x", "y"),
                "ExpressionAttributeValues", Map.of(":q", 5)));

    assertThat(sent.get("KeyConditionExpression")).isEqualTo("(#n1 = :v1 AND #n2 > :v2)");
    assertThat(sent.get("FilterExpression")).isEqualTo("#n0 = :v0");
    assertThat(sent.get("ExpressionAttributeNames"))
        .isEqualTo(Map.of("#x", "y", "#n0", "f", "#n1", "k", "#n2", "r"));
    assertThat(sent.get("ExpressionAttributeValues"))
        .isEqualTo(
            Map.of(
                ":q", Map.of("N", "5"),
                ":v0", Map.of("N", "1"),
                ":v1", Map.of("S", "x"),
                ":v2", Map.of("N", "3")));
  }

  @Test
  void call_placeholdersOfTheCaller_areNeverReplaced() {
    Map<String, ?> sent =
        sent(
            "UpdateItem",
            Params.of(
                "TableName", "tab",
                "Key", Map.of("pk", "p"),
                "UpdateExpression", "SET #n0 = :v0, #n2 = :v1",
                "ConditionExpression", attr("a").eq(1).and(attr("b").eq(2)),
                "ExpressionAttributeNames", Map.of("#n0", "mine", "#n2", "too"),
                "ExpressionAttributeValues", Map.of(":v0", "x", ":v1", "y")));

    assertThat(sent.get("ConditionExpression")).isEqualTo("(#n1 = :v2 AND #n3 = :v3)");
    assertThat(sent.get("ExpressionAttributeNames"))
        .isEqualTo(Map.of("#n0", "mine", "#n2", "too", "#n1", "a", "#n3", "b"));
    Map<?, ?> values = (Map<?, ?>) sent.get("ExpressionAttributeValues");
    assertThat(values).hasSize(4);
    assertThat(values.get(":v0")).isEqualTo(Map.of("S", "x"));
  }

  @Test
  void call_transaction_hasNamesBesideItsExpressions() {
    Map<String, ?> sent =
        sent(
            "TransactWriteItems",
            Map.of(
                "TransactItems",
                List.of(
                    Map.of(
                        "Put",
                        Map.of(
                            "TableName", "tab",
                            "Item", Map.of("pk", "p"),
                            "ConditionExpression", attr("pk").notExists())),
                    Map.of(
                        "Update",
                        Map.of(
                            "TableName", "tab",
                            "Key", Map.of("pk", "q"),
                            "UpdateExpression", new Update().add("n", 1).when(attr("n").lt(9)))))));

    List<?> items = (List<?>) sent.get("TransactItems");
    Map<?, ?> put = (Map<?, ?>) ((Map<?, ?>) items.get(0)).get("Put");
    Map<?, ?> update = (Map<?, ?>) ((Map<?, ?>) items.get(1)).get("Update");
    assertThat(put.get("ConditionExpression")).isEqualTo("attribute_not_exists(#n0)");
    assertThat(put.get("ExpressionAttributeNames")).isEqualTo(Map.of("#n0", "pk"));
    assertThat(put.containsKey("ExpressionAttributeValues")).isFalse();
    assertThat(update.get("UpdateExpression")).isEqualTo("ADD #n0 :v0");
    assertThat(update.get("ConditionExpression")).isEqualTo("#n1 < :v1");
    assertThat(update.get("ExpressionAttributeValues"))
        .isEqualTo(Map.of(":v0", Map.of("N", "1"), ":v1", Map.of("N", "9")));
  }

  @Test
  void call_projectionOfPaths_hasGeneratedNames() {
    Map<String, ?> sent =
        sent(
            "GetItem",
            Map.of(
                "TableName", "tab",
                "Key", Map.of("pk", "p"),
                "ProjectionExpression", List.of("a.b[1]", Attr.path("c.d"))));

    assertThat(sent.get("ProjectionExpression")).isEqualTo("#n0.#n1[1], #n2");
    assertThat(sent.get("ExpressionAttributeNames"))
        .isEqualTo(Map.of("#n0", "a", "#n1", "b", "#n2", "c.d"));
  }

  @Test
  void call_batches_arePlainBothWays() {
    fake.answer(
        input ->
            Map.of(
                "Responses", Map.of("tab", List.of(RAW_ITEM)),
                "UnprocessedKeys", input.get("RequestItems")));
    Response response =
        documents.call(
            "BatchGetItem",
            Map.of("RequestItems", Map.of("tab", Map.of("Keys", List.of(Map.of("pk", "p"))))));

    assertThat(response.structures("Responses", "tab").get(0).text("pk")).isEqualTo("p");
    Object unprocessed = response.get("UnprocessedKeys");
    assertThat(unprocessed).isEqualTo(Map.of("tab", Map.of("Keys", List.of(Map.of("pk", "p")))));
    documents.call("BatchGetItem", Map.of("RequestItems", unprocessed));
    assertThat(fake.last()).isEqualTo(fake.inputs().get(0));
  }

  @Test
  void call_statements_takePlainParameters() {
    fake.answer(Map.of("Items", List.of(RAW_ITEM)));
    Response response =
        documents.call(
            "ExecuteStatement",
            Map.of("Statement", "SELECT ?", "Parameters", Arrays.asList("a", null, List.of(1))));

    assertThat(fake.last().get("Parameters"))
        .isEqualTo(
            List.of(
                Map.of("S", "a"), Map.of("NULL", true), Map.of("L", List.of(Map.of("N", "1")))));
    assertThat(response.structures("Items").get(0).text("pk")).isEqualTo("p");
  }

  @Test
  void call_paginator_passesKeysOn() {
    Map<String, ?> lastKey = Map.of("pk", Map.of("B", new byte[] {1}), "sk", Map.of("N", "1.50"));
    fake.answer(Map.of("Items", List.of(RAW_ITEM), "LastEvaluatedKey", lastKey))
        .answer(Map.of("Items", List.of(RAW_ITEM)));

    assertThat(documents.paginator("Scan").pages(Map.of("TableName", "tab")).items()).hasSize(2);
    Map<?, ?> startKey = (Map<?, ?>) fake.last().get("ExclusiveStartKey");
    assertThat(((Map<?, ?>) startKey.get("sk")).get("N")).isEqualTo("1.50");
    assertThat((byte[]) ((Map<?, ?>) startKey.get("pk")).get("B")).containsExactly(1);
  }

  @Test
  void call_errors_havePlainItems() {
    fake.error("PutItem", "ConditionalCheckFailedException", Map.of("Item", RAW_ITEM));
    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> documents.call("PutItem", Map.of("TableName", "tab", "Item", Map.of("pk", "p"))));

    assertThat(e.is("ConditionalCheckFailedException")).isTrue();
    assertThat(e.response().structure("Item").text("pk")).isEqualTo("p");
    assertThat(e.response().structure("Error").text("Message")).isEqualTo("no");
    assertThat(e).hasMessageContaining("when calling the PutItem operation: no");
    assertThat(e.statusCode()).isEqualTo(400);
  }

  @Test
  void call_whatDoesNotFit_isLeftForTheReport() {
    assertThatThrownBy(
            () -> documents.call("GetItem", Map.of("TableName", "tab", "Key", "p", "Kee", 1)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Kee")
        .hasMessageContaining("Key");
    assertThatThrownBy(
            () -> documents.call("GetItem", Map.of("TableName", attr("a").eq(1), "Key", Map.of())))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(
            () ->
                documents.call(
                    "PutItem",
                    Map.of("TableName", "tab", "Item", Map.of("a", List.of(Double.NaN)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Item.a[0]: DynamoDB has no number NaN");
    assertThat(fake.operations()).isEmpty();
  }

  @Test
  void call_serializedValues_areSentAsTheyAre() {
    Map<String, ?> sent =
        sent(
            "PutItem",
            Map.of(
                "TableName",
                "tab",
                "Item",
                Map.of("a", AttributeValues.serialize("x"), "b", Map.of("S", "y"))));

    assertThat(sent.get("Item"))
        .isEqualTo(Map.of("a", Map.of("S", "x"), "b", Map.of("M", Map.of("S", Map.of("S", "y")))));
  }

  record Item(String pk, int n) {}

  @Test
  void call_records_areItems() {
    assertThat(sent("PutItem", Map.of("TableName", "tab", "Item", new Item("p", 1))).get("Item"))
        .isEqualTo(Map.of("pk", Map.of("S", "p"), "n", Map.of("N", "1")));
  }

  @Test
  void table_ofAClientWithDocuments_convertsOnce() {
    Table table = Table.of(documents, "tab");
    fake.answer(Map.of("Item", RAW_ITEM))
        .error("UpdateItem", "ConditionalCheckFailedException", Map.of("Item", RAW_ITEM));

    Optional<Structure> item = table.get("pk", "p");
    assertThat(item.orElseThrow().text("pk")).isEqualTo("p");
    assertThat(fake.last().get("Key")).isEqualTo(Map.of("pk", Map.of("S", "p")));
    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> table.update("pk", "p").set("a", 1).when(attr("b").exists()).run());
    assertThat(e.response().structure("Item").text("pk")).isEqualTo("p");
  }

  @Test
  void of_otherServices_isRefused() {
    Client s3 = fake.client().session().client("s3");
    assertThatThrownBy(() -> Documents.of(s3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Documents need a client of DynamoDB, not of s3");
    Documents.of(fake.client().session().client("dynamodbstreams"));
  }

  @Test
  void client_itself_staysRaw() {
    fake.answer(Map.of("Item", RAW_ITEM));
    Response response =
        fake.client()
            .call("GetItem", Map.of("TableName", "tab", "Key", Map.of("pk", Map.of("S", "p"))));
    assertThat(response.get("Item")).isEqualTo(RAW_ITEM);
  }
}
