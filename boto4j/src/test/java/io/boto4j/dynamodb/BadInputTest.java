package io.boto4j.dynamodb;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Params;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each is an error that names the place, and nothing is sent. */
final class BadInputTest {
  private final FakeTable fake = new FakeTable();
  private final Table table = fake.table();

  record User(String pk, int sk, @Nullable String name) {}

  private static void refused(ThrowingCallable code, String message) {
    assertThatThrownBy(code).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @AfterEach
  void nothing_isSent() {
    assertThat(fake.operations()).doesNotContain("PutItem", "UpdateItem", "DeleteItem", "Query");
    assertThat(fake.operations()).doesNotContain("BatchGetItem", "TransactWriteItems", "Scan");
  }

  @Test
  void number_beyond38Digits_namesTheAttribute() {
    BigInteger number = new BigInteger("1234567890".repeat(4));
    refused(
        () -> table.put(Params.of("pk", "p", "scores", List.of(1, number))),
        "scores[1]: The number "
            + number
            + " has 39 significant digits: DynamoDB stores at most 38. Round it, or store a"
            + " string");
    refused(
        () -> table.get("pk", number),
        "Key: pk: The number "
            + number
            + " has 39 significant digits: DynamoDB stores at most 38. Round it, or store a"
            + " string");
    assertThatThrownBy(() -> table.update("pk", "p").add("n", number).run())
        .hasMessageStartingWith("n: The number");
  }

  @Test
  void key_empty_namesTheAttribute() {
    refused(() -> table.get("pk", ""), "The key attribute pk is empty");
    refused(() -> table.update("pk", "p", "sk", new byte[0]), "The key attribute sk is empty");
    refused(() -> table.delete(Map.of()), "The key has no attributes");
    refused(
        () -> table.get(Collections.singletonMap("pk", null)),
        "The key attribute pk is of type NULL: it must be a string, a number or bytes");
    refused(
        () -> table.query(key("pk").eq("p")).startKey(Map.of("pk", "")),
        "The key attribute pk is empty");
    refused(
        () -> table.keyed("pk", "sk").put(Params.of("pk", "", "sk", 1)),
        "The key attribute pk is empty");
    refused(() -> table.put(Map.of()), "The item for table tab is empty");
  }

  @Test
  void keys_twiceInABatch_nameTheirPositions() {
    refused(
        () -> table.batchGet("pk", List.of("a", "b", "a")), "keys[2] is the same key as keys[0]");
    refused(
        () ->
            table.batchGet(
                List.of(
                    Params.of("pk", "p", "sk", 1),
                    Params.of("sk", new java.math.BigDecimal("1.0"), "pk", "p"))),
        "keys[1] is the same key as keys[0]");
    refused(() -> table.batchGet("pk", List.of("a", "")), "keys[1]: The key attribute pk is empty");
    Transaction transaction = table.transaction().delete(Map.of("pk", "a"));
    refused(
        () -> transaction.update(Map.of("pk", "a"), u -> u.set("x", 1)),
        "Action 2 of the transaction (Update) has the same key in table tab as action 1");
  }

  @Test
  void transaction_over100Actions_isRefused() {
    Transaction transaction = table.transaction();
    TransactionGet reads = table.transactionGet();
    for (int i = 0; i < 100; i++) {
      transaction.delete(Map.of("pk", "p" + i));
      reads.get("pk", "p" + i);
    }
    refused(() -> transaction.delete(Map.of("pk", "x")), "A transaction has at most 100 actions");
    refused(() -> reads.get("pk", "x"), "A transaction has at most 100 reads");
    assertThatThrownBy(() -> table.transaction().run()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> table.transactionGet().run())
        .isInstanceOf(IllegalStateException.class);
    refused(
        () -> table.transaction().update(Map.of("pk", "a"), u -> u.when(attr("x").exists())),
        "The update in a transaction has no actions; check(…) is a condition alone");
  }

  @Test
  void item_over400Kb_namesTheLargestAttribute() {
    refused(
        () -> table.put(Params.of("pk", "p", "sk", 1, "text", "x".repeat(500_000))),
        "The item for table tab has 500011 bytes, names included; DynamoDB stores at most 409600."
            + " The largest attribute is text (500000 bytes)");
    assertThatThrownBy(() -> table.transaction().put(Map.of("pk", "p", "b", new byte[500_000])))
        .hasMessageContaining("The largest attribute is b");
  }

  @Test
  void index_thatDoesNotExist_isRefusedOnceTheTableIsKnown() {
    table.describe();
    refused(
        () -> table.query(key("x").eq(1)).index("nope").list(),
        "Table tab has no index nope; it has by-mail");
    refused(
        () -> table.scan().index("nope").count(), "Table tab has no index nope; it has by-mail");
  }

  @Test
  void record_withoutItsKey_namesIt() {
    Table keyed = table.keyed("pk", "sk");
    refused(
        () -> keyed.put(new User(null, 1, "n")),
        "The key attribute pk of table tab is missing; there are sk, name");
    refused(() -> keyed.put(new User("", 1, "n")), "The key attribute pk is empty");
  }

  @Test
  void record_withoutAnAttribute_namesItIfStrict() {
    Map<String, ?> item =
        Map.of(
            "pk", Map.of("S", "p"),
            "sk", Map.of("N", "1"),
            "name", Map.of("NULL", true),
            "role", Map.of("S", "admin"));
    fake.answer(Map.of("Item", item)).answer(Map.of("Item", item));
    TypedTable<User> users = table.as(User.class);

    assertThat(users.get("pk", "p")).contains(new User("p", 1, null));
    refused(
        () -> users.strict().get("pk", "p"),
        "User has no component for the attribute role of an item of table tab: add it, or name one"
            + " with @Name");
  }

  @Test
  void record_withoutAValue_namesTheComponent() {
    fake.answer(Map.of("Item", Map.of("pk", Map.of("S", "p"), "name", Map.of("S", "n"))));
    assertThatThrownBy(() -> table.as(User.class).get("pk", "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sk");
  }

  @Test
  void record_withAnotherType_namesTheComponent() {
    fake.answer(Map.of("Item", Map.of("pk", Map.of("S", "p"), "sk", Map.of("S", "many"))));
    assertThatThrownBy(() -> table.as(User.class).get("pk", "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sk");
  }

  @Test
  void numbers_outOfRange_areRefused() {
    refused(() -> table.scan().limit(0), "limit must be at least 1, not 0");
    refused(() -> table.scan().pageSize(-1), "pageSize must be at least 1, not -1");
    refused(() -> table.scan().segments(0), "segments must be 1 to 1,000,000, not 0");
    refused(
        () -> table.scan().segments(2).startKey(Map.of("pk", "p")).list(),
        "A scan in segments cannot have a start key");
    refused(
        () -> table.scan().attributes(new String[0]), "A projection needs at least one attribute");
    refused(() -> table.keyed("a", "b", "c"), "A table has at most one sort key, not 2");
  }

  @Test
  void statement_withAValueThatCannotBeStored_namesIt() {
    refused(
        () -> table.execute("SELECT ?", 1, List.of(java.util.Set.of())),
        "values[1][0]: DynamoDB has no empty set: leave the attribute out, or pass a List");
  }
}
