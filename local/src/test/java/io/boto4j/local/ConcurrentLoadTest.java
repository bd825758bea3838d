package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * 64 threads at once; nothing is lost and the sum of all accounts stays the same. {@code
 * -Dboto4j.load.seconds=60} for longer.
 */
final class ConcurrentLoadTest {
  private static final int THREADS = 64;
  private static final int ACCOUNTS = 16;
  private static final int INITIAL = 1_000;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("boto4j.load.seconds", 2));

  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private interface Work {
    void run(RandomGenerator random);
  }

  /** Runs work on all threads until the time is over, and rethrows what one of them threw. */
  private void onAllThreads(Work work) throws Exception {
    long end = System.nanoTime() + TIME.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      SplittableRandom random = new SplittableRandom(t);
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (System.nanoTime() < end && failure.get() == null) {
                    work.run(random);
                  }
                } catch (Throwable e) {
                  failure.compareAndSet(null, e);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError("A thread failed", failure.get());
    }
  }

  @Test
  void transactions_of64Threads_conserveTheSum() throws Exception {
    try (LocalAws aws = LocalAws.start();
        Client dynamodb = aws.session().client("dynamodb")) {
      dynamodb.call(
          "CreateTable",
          Map.of(
              "TableName",
              "accounts",
              "BillingMode",
              "PAY_PER_REQUEST",
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "id", "AttributeType", "N")),
              "KeySchema",
              List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
      for (int i = 0; i < ACCOUNTS; i++) {
        dynamodb.call(
            "PutItem",
            Map.of(
                "TableName",
                "accounts",
                "Item",
                Map.of("id", number(i), "amount", number(INITIAL))));
      }
      AtomicInteger moved = new AtomicInteger();
      onAllThreads(
          random -> {
            int from = random.nextInt(ACCOUNTS);
            int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            int amount = 1 + random.nextInt(50);
            try {
              dynamodb.call(
                  "TransactWriteItems",
                  Map.of("TransactItems", List.of(add(from, -amount), add(to, amount))));
              moved.incrementAndGet();
            } catch (ServiceException e) {
              e.rethrowUnless("TransactionCanceledException", "TransactionConflictException");
            }
          });
      int sum = 0;
      for (Structure item : dynamodb.items("Scan", Map.of("TableName", "accounts"))) {
        int amount = Integer.parseInt(item.text("amount", "N"));
        assertThat(amount).isNotNegative();
        sum += amount;
      }
      assertThat(sum).isEqualTo(ACCOUNTS * INITIAL);
      assertThat(moved.get()).isPositive();
    }
  }

  private static Map<String, Object> number(int value) {
    return Map.of("N", String.valueOf(value));
  }

  /** Adds to an account, on condition that it stays positive. */
  private static Map<String, Object> add(int account, int amount) {
    return Map.of(
        "Update",
        Map.of(
            "TableName", "accounts",
            "Key", Map.of("id", number(account)),
            "UpdateExpression", "SET amount = amount + :n",
            "ConditionExpression", "amount >= :least",
            "ExpressionAttributeValues",
                Map.of(":n", number(amount), ":least", number(Math.max(0, -amount)))));
  }

  @Test
  void messages_of64Threads_arriveOnceAll() throws Exception {
    try (LocalAws aws = LocalAws.start();
        Client sqs = aws.session().client("sqs")) {
      String queue = sqs.call("CreateQueue", Map.of("QueueName", "load")).text("QueueUrl");
      AtomicInteger sent = new AtomicInteger();
      Set<String> received = ConcurrentHashMap.newKeySet();
      AtomicInteger twice = new AtomicInteger();
      onAllThreads(
          random -> {
            if (random.nextBoolean()) {
              String body = String.valueOf(sent.incrementAndGet());
              sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", body));
            } else {
              receive(sqs, queue, received, twice);
            }
          });
      while (receive(sqs, queue, received, twice) > 0) {
        // until the queue is empty
        assertThat(received.size()).isLessThanOrEqualTo(sent.get());
      }
      assertThat(received).hasSize(sent.get());
      assertThat(twice).hasValue(0);
    }
  }

  private static int receive(Client sqs, String queue, Set<String> received, AtomicInteger twice) {
    List<Structure> messages =
        sqs.call("ReceiveMessage", Map.of("QueueUrl", queue, "MaxNumberOfMessages", 10))
            .structures("Messages");
    for (Structure message : messages) {
      if (!received.add(message.text("Body"))) {
        twice.incrementAndGet();
      }
      sqs.call(
          "DeleteMessage",
          Map.of("QueueUrl", queue, "ReceiptHandle", message.text("ReceiptHandle")));
    }
    return messages.size();
  }

  @Test
  void counters_of64Threads_countEveryCall() throws Exception {
    try (LocalAws aws = LocalAws.start();
        Client dynamodb = aws.session().client("dynamodb")) {
      dynamodb.call(
          "CreateTable",
          Map.of(
              "TableName",
              "counters",
              "BillingMode",
              "PAY_PER_REQUEST",
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "id", "AttributeType", "N")),
              "KeySchema",
              List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
      AtomicInteger calls = new AtomicInteger();
      onAllThreads(
          random -> {
            dynamodb.call(
                "UpdateItem",
                Map.of(
                    "TableName",
                    "counters",
                    "Key",
                    Map.of("id", number(random.nextInt(4))),
                    "UpdateExpression",
                    "ADD hits :one",
                    "ExpressionAttributeValues",
                    Map.of(":one", number(1))));
            calls.incrementAndGet();
          });
      int hits = 0;
      for (Structure item : dynamodb.items("Scan", Map.of("TableName", "counters"))) {
        hits += Integer.parseInt(item.text("hits", "N"));
      }
      assertThat(hits).isEqualTo(calls.get());
    }
  }
}
