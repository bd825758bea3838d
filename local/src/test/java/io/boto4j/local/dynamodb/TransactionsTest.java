package io.boto4j.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions: all or nothing, once for a token, and in an order even under load. */
final class TransactionsTest {
  private static final int ACCOUNTS = 20;
  private static final int THREADS = 64;
  private static final int TRANSFERS = 50;
  private static final int BALANCE = 1000;
  private static final String TABLE = "accounts";

  private EngineDoor door;
  private Client client;

  @BeforeEach
  void open() {
    door = new EngineDoor(new DynamoDb());
    client = door.client("dynamodb");
    client.call(
        "CreateTable",
        Map.of(
            "TableName",
            TABLE,
            "BillingMode",
            "PAY_PER_REQUEST",
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "id", "AttributeType", "N")),
            "KeySchema",
            List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
    for (int i = 0; i < ACCOUNTS; i++) {
      client.call(
          "PutItem",
          Map.of("TableName", TABLE, "Item", Map.of("id", number(i), "b", number(BALANCE))));
    }
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static Map<String, Object> number(int number) {
    return Map.of("N", Integer.toString(number));
  }

  private static Map<String, Object> change(int account, int amount) {
    return Map.of(
        "Update",
        Map.of(
            "TableName",
            TABLE,
            "Key",
            Map.of("id", number(account)),
            "UpdateExpression",
            "SET b = b + :amount",
            "ConditionExpression",
            "b >= :least",
            "ExpressionAttributeValues",
            Map.of(":amount", number(amount), ":least", number(Math.max(0, -amount)))));
  }

  private void transfer(int from, int to, int amount) {
    client.call(
        "TransactWriteItems",
        Map.of("TransactItems", List.of(change(from, -amount), change(to, amount))));
  }

  private static int sum(List<Structure> items) {
    return items.stream().mapToInt(item -> Integer.parseInt(item.text("b", "N"))).sum();
  }

  @Test
  void transfers_byManyThreads_conserveTheSum() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(thread);
      running.add(
          threads.submit(
              () -> {
                for (int i = 0; i < TRANSFERS; i++) {
                  work(random, i);
                }
              }));
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
    threads.shutdown();
    assertThat(sum(client.call("Scan", Map.of("TableName", TABLE)).structures("Items")))
        .isEqualTo(ACCOUNTS * BALANCE);
  }

  private void work(Random random, int round) {
    int from = random.nextInt(ACCOUNTS);
    int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
    try {
      transfer(from, to, random.nextInt(300));
    } catch (ServiceException e) {
      assertThat(e.is("TransactionCanceledException")).isTrue();
    }
    if (round % 10 == 0) {
      Response scan = client.call("Scan", Map.of("TableName", TABLE));
      assertThat(sum(scan.structures("Items"))).isEqualTo(ACCOUNTS * BALANCE);
      List<Object> gets = new ArrayList<>();
      for (int i = 0; i < ACCOUNTS; i++) {
        gets.add(Map.of("Get", Map.of("TableName", TABLE, "Key", Map.of("id", number(i)))));
      }
      Response read = client.call("TransactGetItems", Map.of("TransactItems", gets));
      int sum = 0;
      for (Structure response : read.structures("Responses")) {
        sum += Integer.parseInt(response.text("Item", "b", "N"));
      }
      assertThat(sum).isEqualTo(ACCOUNTS * BALANCE);
    }
  }

  @Test
  void transaction_ofWhichOnePartFails_changesNothingAndGivesTheReasons() {
    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> transfer(0, 1, BALANCE + 1));

    assertThat(e.is("TransactionCanceledException")).isTrue();
    assertThat(e)
        .hasMessageContaining(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [ConditionalCheckFailed, None]");
    assertThat(e.response().structures("CancellationReasons"))
        .extracting(reason -> reason.get("Code"))
        .containsExactly("ConditionalCheckFailed", "None");
    assertThat(balance(1)).isEqualTo(BALANCE);
  }

  private int balance(int account) {
    return Integer.parseInt(
        client
            .call("GetItem", Map.of("TableName", TABLE, "Key", Map.of("id", number(account))))
            .text("Item", "b", "N"));
  }

  @Test
  void transaction_withTheSameToken_isCarriedOutOnceInTenMinutes() {
    Params once = Params.of("ClientRequestToken", "once", "TransactItems", List.of(change(0, 5)));

    client.call("TransactWriteItems", once);
    client.call("TransactWriteItems", once);
    assertThat(balance(0)).isEqualTo(BALANCE + 5);

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () ->
                client.call(
                    "TransactWriteItems", once.with("TransactItems", List.of(change(0, 6)))));
    assertThat(e.is("IdempotentParameterMismatchException")).isTrue();

    door.clock().advance(Duration.ofMinutes(11));
    client.call("TransactWriteItems", once);
    assertThat(balance(0)).isEqualTo(BALANCE + 10);
  }
}
